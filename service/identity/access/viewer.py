"""Who asks: the account behind the session cookie or the API key of a request, as it is in the database at this moment."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from models.vocabulary import AccountRole, Scope
from service.identity.access import credentials
from service.kit.actor import present
from service.kit.services import services_of
from service.kit.settings import utc_now
from service.kit.stages import stage

SESSION_COOKIE = "vinmatch_session"
EVERY_SCOPE = frozenset(Scope)

_bearer = HTTPBearer(auto_error=False, description="An API key of your account")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, description="An API key of your account")
_cookie = APIKeyCookie(name=SESSION_COOKIE, auto_error=False, description="Set by signing in")

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
KeyHeader = Annotated[str | None, Depends(_header)]
Cookie = Annotated[str | None, Depends(_cookie)]
Now = Annotated[datetime, Depends(present)]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. Without ``account_id`` it is somebody who is not signed in, who may read invented people where ``open_demo``.

    ``signed_in_at`` is when the session began; None for a key. ``among_invented`` says that everybody in the database is invented, which
    each page tells. ``edits_for`` are the people who named the account to edit their evidence. ``resting`` are the roles that wait for a
    second factor; they are not among ``roles``.
    """

    account_id: str | None = None
    roles: frozenset[AccountRole] = frozenset()
    expert_id: str | None = None
    led_products: frozenset[str] = frozenset()
    led_projects: frozenset[str] = frozenset()
    edits_for: frozenset[str] = frozenset()
    cleared: bool = False
    scopes: frozenset[Scope] = EVERY_SCOPE
    credential_id: str | None = None
    signed_in_at: datetime | None = None
    open_demo: bool = False
    display_name: str = ""
    among_invented: bool = False
    resting: frozenset[AccountRole] = frozenset()

    @property
    def signed_in(self) -> bool:
        """Return whether an account asks."""
        return self.account_id is not None

    @property
    def owner(self) -> "Viewer":
        """Return the viewer with every scope: what somebody may see for a change; whether this key may make it, its guard decides."""
        return replace(self, scopes=EVERY_SCOPE)


NEED_SECOND_FACTOR = frozenset({AccountRole.COORDINATOR, AccountRole.ADMINISTRATOR})
"""The roles that sign and administer: where the operator demands it they rest until the account has a second factor."""
OPERATOR = Viewer(cleared=True)  # whoever runs the service has the database itself: the command line, the warm-up


def current_viewer(request: Request, now: Now, bearer: Bearer = None, key_header: KeyHeader = None, cookie: Cookie = None) -> Viewer:
    """Return who asks. A key that does not hold is nobody, also where invented people are open: it must not seem to work."""
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    if viewer is None:
        with stage("access"):
            viewer = request.state.viewer = _found_viewer(request, now, bearer, key_header, cookie)
    return viewer


def viewer_of_page(request: Request) -> Viewer:
    """Return who asks for a page whose route did not ask: somebody with a session, or nobody."""
    return current_viewer(request, utc_now(), cookie=request.cookies.get(SESSION_COOKIE))


def _found_viewer(
    request: Request, now: datetime, bearer: HTTPAuthorizationCredentials | None, key_header: str | None, cookie: str | None
) -> Viewer:
    engine, settings = services_of(request).engine, services_of(request).settings
    key = bearer.credentials if bearer else key_header
    if key is not None:
        found = credentials.of_key(engine, key, now)
        return _viewer(request, found) if found else Viewer()
    found = credentials.of_session(engine, cookie, now, timedelta(minutes=settings.session_idle_minutes)) if cookie else None
    if found:
        return _viewer(request, found)
    invented = credentials.holds_invented_alone(engine)
    return Viewer(open_demo=settings.open_demo and invented, among_invented=invented)


CurrentViewer = Annotated[Viewer, Depends(current_viewer)]


def _viewer(request: Request, found: credentials.AuthenticatedAccount) -> Viewer:
    request.state.account_id = found.account.id  # for the log, and for counting what is read of people
    required = services_of(request).settings.second_factor_required and not found.has_second_factor
    resting = found.roles & NEED_SECOND_FACTOR if required else frozenset()
    return Viewer(
        account_id=found.account.id,
        roles=found.roles - resting,
        resting=resting,
        expert_id=found.expert_id,
        led_products=frozenset(lead.product_id for lead in found.leads if lead.product_id),
        led_projects=frozenset(lead.project_id for lead in found.leads if lead.project_id),
        edits_for=found.edits_for,
        cleared=found.account.cleared,
        scopes=found.scopes,
        credential_id=found.credential_id,
        signed_in_at=found.signed_in_at,
        display_name=found.account.display_name,
        among_invented=found.among_invented,
    )
