"""An OpenID Connect provider that runs inside the test: discovery, keys, authorisation codes with PKCE and signed ID tokens."""

import base64
import hashlib
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

ISSUER = "https://id.nic.example"
CLIENT = "vinmatch"
KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})
OTHER_KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})


@dataclass
class Provider:
    """Signs in ``person``; ``claims`` are put over those of the ID token, ``key`` signs it; ``shown`` is how the service named itself."""

    person: dict[str, Any]
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: KEY)
    asked: dict[str, str] = field(default_factory=dict)
    shown: str = ""
    issuer: str = ISSUER

    def authorise(self, address: str) -> dict[str, str]:
        """Do what the provider does when the browser comes with ``address``; return what it sends back with the browser."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        return {"state": self.asked["state"], "code": "a-code"}

    def transport(self) -> httpx.MockTransport:
        """Return what carries the service's own requests to this provider."""
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        answers = {
            "/.well-known/openid-configuration": self._description,
            "/keys": lambda _request: {"keys": [KEY.as_dict(private=False)]},
            "/token": self._token,
        }
        found = answers[request.url.path](request)
        return httpx.Response(400 if "error" in found else 200, json=found)

    def _description(self, _request: httpx.Request) -> dict[str, str]:
        names = {"authorization_endpoint": "authorise", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.issuer, **{name: f"{ISSUER}/{path}" for name, path in names.items()}}

    def _token(self, request: httpx.Request) -> dict[str, Any]:
        sent = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).decode().rstrip("=")
        if sent["code"] != "a-code" or challenge != self.asked["code_challenge"]:
            return {"error": "invalid_grant"}
        basic = request.headers.get("authorization", "").removeprefix("Basic ")
        self.shown = base64.b64decode(basic).decode() or sent["client_id"]
        now = int(time.time())
        own = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": self.asked["nonce"]}
        claims = {**own, **self.person, **self.claims}
        header = {"alg": "RS256", "kid": "one"}
        return {"access_token": "unused", "token_type": "Bearer", "id_token": jwt.encode(header, json.loads(json.dumps(claims)), self.key)}
