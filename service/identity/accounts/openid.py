"""Signing in through an OpenID Connect provider: authorisation code with PKCE, and an ID token that is checked here."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

import httpx
from authlib.oauth2 import OAuth2Client, OAuth2Error
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from service.identity.access.tokens import new_token
from service.kit.problems import Invalid, Unavailable
from service.kit.settings import Settings

ALGORITHMS = ("RS256", "ES256")  # signatures of the provider; never "none", never a shared secret
SCOPE = "openid email profile"
LEEWAY_SECONDS = 60
TIMEOUT_SECONDS = 10
AT_ONCE = threading.BoundedSemaphore(8)
"""Threads that may wait for the provider. The others serve everybody else: a provider that is slow must not stop the service."""
_PATIENCE_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Identity:
    """What the provider says of somebody; ``subject`` is unique together with the provider."""

    subject: str
    email: str
    email_verified: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """What one attempt must bring back; it waits in a cookie of the browser that began it."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Self:
        """Return a flow that nobody can guess."""
        return cls(new_token(), new_token(), new_token())

    @classmethod
    def from_cookie(cls, text: str | None) -> Self:
        """Return the flow in a cookie; raises ``Invalid`` for anything else."""
        try:
            kept = json.loads(text or "")
            return cls(str(kept["state"]), str(kept["nonce"]), str(kept["verifier"]))
        except (ValueError, KeyError, TypeError):
            raise _failed() from None

    def as_cookie(self) -> str:
        """Return the flow as text."""
        return json.dumps(asdict(self))


class OpenIdProvider:
    """The provider that ``settings`` name; ``transport`` carries the requests, by default over the network."""

    def __init__(self, settings: Settings, redirect_uri: str, transport: httpx.BaseTransport | None = None) -> None:
        self.configured = settings.openid_issuer or ""
        self.client_id = settings.openid_client_id
        secret = settings.openid_client_secret
        self.client = httpx.Client(transport=transport, timeout=TIMEOUT_SECONDS)
        # Authlib's own way to httpx is deprecated; its protocol works over any client that posts, and is told how to show the secret.
        self.auth = httpx.BasicAuth(self.client_id, secret.get_secret_value()) if secret else httpx.Auth()
        self.named = {} if secret else {"client_id": self.client_id}
        self.protocol = OAuth2Client(self.client, self.client_id, scope=SCOPE, redirect_uri=redirect_uri, code_challenge_method="S256")

    def address(self, flow: Flow) -> str:
        """Return where to send the browser; raises ``Unavailable`` when the provider does not answer."""
        with _asking():
            endpoint = _text_in(self._description(), "authorization_endpoint")
        url, _ = self.protocol.create_authorization_url(endpoint, state=flow.state, nonce=flow.nonce, code_verifier=flow.verifier)
        return str(url)

    def identity(self, flow: Flow, state: str, code: str, now: datetime) -> Identity:
        """Return who signed in; raises ``Invalid`` for an answer that does not belong to ``flow`` and ``Unavailable``."""
        if state != flow.state:
            raise _failed()
        with _asking():
            return self._identity(flow, code, now)

    def _identity(self, flow: Flow, code: str, now: datetime) -> Identity:
        description = self._description()
        keys = self._keys(description)
        try:
            shown = {"code": code, "code_verifier": flow.verifier, **self.named}
            token = self.protocol.fetch_token(_text_in(description, "token_endpoint"), auth=self.auth, **shown)
            claims = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS).claims
            self._check(claims, description["issuer"], flow, now)
        except (OAuth2Error, JoseError, KeyError, TypeError, ValueError) as error:
            raise _failed() from error
        except httpx.HTTPError as error:
            raise _silent() from error
        return Identity(f"{description['issuer']} {claims['sub']}", str(claims.get("email", "")), claims.get("email_verified") is True)

    def _check(self, claims: Mapping[str, Any], issuer: str, flow: Flow, now: datetime) -> None:
        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": self.client_id},
            nonce={"essential": True, "value": flow.nonce},
            exp={"essential": True},
            sub={"essential": True},
            azp={"value": self.client_id},  # where the token is for several services: made for this one
        )
        registry.validate(dict(claims))

    def _description(self) -> dict[str, Any]:
        """Return what the provider says of itself: ``issuer`` is then compared to the letter (OpenID Connect Core 1.0, 3.1.3.7).

        Whether the operator wrote the final slash of the issuer says nothing: it only leads to this document.
        """
        issuer = self.configured.rstrip("/")
        found = self._read(f"{issuer}/.well-known/openid-configuration")
        if _text_in(found, "issuer").removesuffix("/") != issuer:
            raise _silent()
        return found

    def _keys(self, description: Mapping[str, Any]) -> KeySet:
        found = self._read(_text_in(description, "jwks_uri"))
        try:
            return KeySet.import_key_set({"keys": found["keys"]})
        except (JoseError, KeyError, TypeError, ValueError) as error:
            raise _silent() from error

    def _read(self, url: str) -> dict[str, Any]:
        """Return the object at ``url``; raises ``Unavailable`` for whatever else is there."""
        try:
            found = self.client.get(url).raise_for_status().json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _silent() from error
        if not isinstance(found, dict):
            raise _silent()
        return found


@contextmanager
def _asking() -> Iterator[None]:
    """Ask the provider for the length of the block; raises ``Unavailable`` when too many wait for it already."""
    if not AT_ONCE.acquire(timeout=_PATIENCE_SECONDS):
        raise _silent()
    try:
        yield
    finally:
        AT_ONCE.release()


def _text_in(description: Mapping[str, Any], name: str) -> str:
    """Return what the provider says of itself under ``name``; raises ``Unavailable`` where it says nothing."""
    said = description.get(name)
    if not isinstance(said, str) or not said:
        raise _silent()
    return said


def _failed() -> Invalid:
    return Invalid(
        "sign_in_unfinished", en="Signing in did not come to an end. Start again.", vi="Đăng nhập chưa hoàn tất. Hãy bắt đầu lại."
    )


def _silent() -> Unavailable:
    return Unavailable(
        "sign_in_service_silent",
        en="The sign-in service of your organisation does not answer.",
        vi="Dịch vụ đăng nhập của tổ chức không trả lời.",
    )
