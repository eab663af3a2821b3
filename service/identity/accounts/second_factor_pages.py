"""The pages of the second factor: the code after the password, and setting it up and taking it away on one's own account."""

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any

import segno
from fastapi import Depends, Form, Request, Response
from markupsafe import Markup

from models.accounts import Account
from models.database import WriteSession
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit_part
from service.identity.access.policies import Operation, may_change_ways_in
from service.identity.access.viewer import CurrentViewer, Now, Viewer, current_viewer
from service.identity.accounts import cookies, second_factor
from service.identity.accounts.arriving import CODE, HOME, browser_of, caller_of, entered, local
from service.identity.accounts.half_sign_in import enter_with_code
from service.identity.accounts.pages import ACCOUNT, MOST_TEXT, of_account
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.late_routes import APIRouter
from service.kit.problems import Conflict, Invalid, Problem, TooManyAttempts
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Writing
from service.kit.settings import Settings

router = APIRouter(include_in_schema=False)
FACTOR = f"{ACCOUNT}/second-factor"
CHANGE_MINE = [permit_part(Operation.CHANGE_OWN_ACCOUNT)]


@router.get(CODE, dependencies=[Depends(current_viewer)])
def code_page(reader: ReaderOfPage, next: str = HOME) -> Response:  # noqa: A002 - the name in the address
    """Ask for the code."""
    return _ask(reader, next)


@router.post(CODE)
def enter_code(
    request: Request,
    reader: ReaderOfPage,
    now: Now,
    code: Annotated[str, Form(max_length=MOST_TEXT)] = "",
    next: Annotated[str, Form()] = HOME,  # noqa: A002 - the name of the field
) -> Response:
    """Open the session that the password, or a link, has half opened."""
    services, browser = services_of(request), browser_of(request)
    half = request.cookies.get(cookies.HALF_COOKIE, "")[: cookies.MOST_TOKEN]
    try:
        token = enter_with_code(services.engine, services.settings, half, code, browser, caller_of(request), now)
    except (Invalid, TooManyAttempts) as problem:
        return _ask(reader, next, problem)
    response = entered(request, token, browser, next)
    cookies.forget_half(response)
    return response


@router.post(FACTOR, dependencies=CHANGE_MINE)
def begin(viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting) -> Response:
    """Make a new secret and show it once, as text and as a picture for a telephone."""
    settings = _fresh(reader.request, viewer, by)
    try:
        made = second_factor.begin(session, by, session.get_one(Account, viewer.account_id), settings)
    except Conflict as problem:
        return _account(reader, session, viewer, by, problem=problem)
    picture = Markup(segno.make(made.provisioning_uri(), error="m", micro=False).svg_inline(scale=4, border=3))  # noqa: S704 - drawn here
    return _account(reader, session, viewer, by, secret=made.secret, picture=picture)


@router.post(f"{FACTOR}/confirmation", dependencies=CHANGE_MINE)
def confirm(
    viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, code: Annotated[str, Form(max_length=MOST_TEXT)] = ""
) -> Response:
    """Put the factor in use, and show the ten codes once."""
    settings = _fresh(reader.request, viewer, by)
    try:
        codes = second_factor.confirm(session, by, session.get_one(Account, viewer.account_id), code, settings)
    except (Conflict, Invalid) as problem:
        return _account(reader, session, viewer, by, problem=problem, confirming=isinstance(problem, Invalid))
    return _account(reader, session, viewer, by, codes=codes)


@router.post(f"{FACTOR}/removal", dependencies=CHANGE_MINE)
def remove(viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting) -> Response:
    """Take one's own factor away."""
    settings, account = _fresh(reader.request, viewer, by), session.get_one(Account, viewer.account_id)
    return _changed(reader, session, viewer, by, lambda: second_factor.remove(session, by, account, settings))


def _changed(reader: Reader, session: WriteSession, viewer: Viewer, by: Actor, change: Callable[[], None]) -> Response:
    try:
        change()
    except Conflict as problem:
        return _account(reader, session, viewer, by, problem=problem)
    return led_to(reader.request, f"{ACCOUNT}#second-factor")


def _fresh(request: Request, viewer: Viewer, by: Actor) -> Settings:
    settings = services_of(request).settings
    enforce(may_change_ways_in(viewer, by.now, timedelta(minutes=settings.fresh_sign_in_minutes)))
    return settings


def _account(reader: Reader, session: WriteSession, viewer: Viewer, by: Actor, *, problem: Problem | None = None, **more: Any) -> Response:
    shown = {**of_account(session, viewer, by.now), **more, "factor_wrong": problem.detail if problem else None}
    return reader.render("identity/accounts/account.html", status=problem.status if problem else 200, **shown)


def _ask(reader: Reader, following: str, problem: Problem | None = None) -> Response:
    shown = {"following": local(following), "wrong": problem.detail if problem else None}
    return reader.render("identity/accounts/code.html", status=problem.status if problem else 200, **shown)
