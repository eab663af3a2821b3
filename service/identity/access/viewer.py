"""Who asks: the account behind the session cookie or the API key of a request, as it is in the database at this moment."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from models.vocabulary import AccountRole, Scope
from service.identity.access import credentials
from service.kit.services import services_of
from service.kit.settings import utc_now

SESSION_COOKIE = "vinmatch_session"
EVERY_SCOPE = frozenset(Scope)

_bearer = HTTPBearer(auto_error=False, description="An API key of your account")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, description="An API key of your account")
_cookie = APIKeyCookie(name=SESSION_COOKIE, auto_error=False, description="Set by signing in")

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
KeyHeader = Annotated[str | None, Depends(_header)]
Cookie = Annotated[str | None, Depends(_cookie)]
Now = Annotated[datetime, Depends(utc_now)]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. Without ``account_id`` it is somebody who is not signed in, who may read invented people where ``open_demo``."""

    account_id: str | None = None
    roles: frozenset[AccountRole] = frozenset()
    expert_id: str | None = None
    led_products: frozenset[str] = frozenset()
    led_projects: frozenset[str] = frozenset()
    cleared: bool = False
    scopes: frozenset[Scope] = EVERY_SCOPE
    credential_id: str | None = None
    open_demo: bool = False

    @property
    def signed_in(self) -> bool:
        """Return whether an account asks."""
        return self.account_id is not None

    @property
    def owner(self) -> "Viewer":
        """Return the viewer with every scope: what somebody may see for a change; whether this key may make it, its guard decides."""
        return replace(self, scopes=EVERY_SCOPE)


OPERATOR = Viewer(cleared=True)  # whoever runs the service has the database itself: the command line, the warm-up


def current_viewer(request: Request, now: Now, bearer: Bearer = None, key_header: KeyHeader = None, cookie: Cookie = None) -> Viewer:
    """Return who asks. A key that does not hold is nobody, also where invented people are open: it must not seem to work."""
    engine = services_of(request).engine
    key = bearer.credentials if bearer else key_header
    if key is not None:
        found = credentials.of_key(engine, key, now)
        return _viewer(found) if found else Viewer()
    found = credentials.of_session(engine, cookie, now) if cookie else None
    if found:
        return _viewer(found)
    return Viewer(open_demo=services_of(request).settings.open_demo and credentials.is_synthetic(engine))


CurrentViewer = Annotated[Viewer, Depends(current_viewer)]


def _viewer(found: credentials.Found) -> Viewer:
    return Viewer(
        account_id=found.account.id,
        roles=frozenset(grant.role for grant in found.grants),
        expert_id=found.expert_id,
        led_products=frozenset(lead.product_id for lead in found.leads if lead.product_id),
        led_projects=frozenset(lead.project_id for lead in found.leads if lead.project_id),
        cleared=found.account.cleared,
        scopes=found.scopes,
        credential_id=found.credential_id,
    )
