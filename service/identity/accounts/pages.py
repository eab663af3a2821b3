"""The pages of one's own account: sign in, accept an invitation, change the password, see and revoke sessions and keys, sign out."""

from datetime import timedelta
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session, col

from models.accounts import Account, ApiKey, SignInSession
from models.database import reading, writing
from models.second_factors import SecondFactor
from models.vocabulary import Scope
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit_part
from service.identity.access.naming import people_named
from service.identity.access.policies import Operation, may, may_make_key
from service.identity.access.tokens import digest
from service.identity.access.viewer import SESSION_COOKIE, CurrentViewer, Now, Viewer, current_viewer
from service.identity.access.visibility import visible_keys, visible_sessions
from service.identity.accounts import cookies, sessions_and_keys
from service.identity.accounts.arriving import HOME, browser_of, caller_of, entered, let_in, local
from service.identity.accounts.devices import device_name
from service.identity.accounts.notices import last_link
from service.identity.accounts.openid import Flow, OpenIdProvider
from service.identity.accounts.queries import account_view, find_invitation, my_key, my_session
from service.identity.accounts.second_factor import codes_left
from service.identity.accounts.signing_in import (
    Reauthentication,
    SignInMethod,
    accept_invitation,
    account_of_identity,
    change_password,
    check_password,
    enter,
    record_refusal,
)
from service.identity.accounts.subjects_to_lead import subjects_to_lead
from service.identity.accounts.words import CURRENT_WRONG, ROLE_NAMES, SCOPE_NAMES
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.fields import Named
from service.kit.late_routes import APIRouter
from service.kit.problems import Forbidden, Invalid, Unauthorised
from service.kit.rendering import ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing

router = APIRouter(include_in_schema=False)
READ_MINE, CHANGE_MINE = [permit_part(Operation.READ_OWN_ACCOUNT)], [permit_part(Operation.CHANGE_OWN_ACCOUNT)]
ACCOUNT = "/account"
WHO = [Depends(current_viewer)]
"""Known before a session is opened: the page says who asks, and a request never holds two connections."""
KEY_DAYS = 90
MOST_TEXT = 300


@router.get("/sign-in")
def sign_in_page(request: Request, reader: ReaderOfPage, next: str = HOME) -> Response:  # noqa: A002 - the name in the address
    """Show the form to sign in."""
    return _sign_in_form(request, reader, next)


@router.post("/sign-in")
def sign_in(
    request: Request,
    reader: ReaderOfPage,
    now: Now,
    email: Annotated[str, Form(max_length=MOST_TEXT)] = "",
    password: Annotated[str, Form(max_length=MOST_TEXT)] = "",
    next: Annotated[str, Form()] = HOME,  # noqa: A002 - the name of the field
) -> Response:
    """Open a session for an address and its password."""
    services = services_of(request)
    engine, settings = services.engine, services.settings
    try:
        account_id = check_password(engine, settings, email, password, caller_of(request), now)
    except Unauthorised as problem:
        return _sign_in_form(request, reader, next, problem)
    with writing(engine) as session:
        return let_in(request, session, session.get_one(Account, account_id), SignInMethod.PASSWORD, now, next)


@router.post("/sign-out")
def sign_out(request: Request, session: Writing, now: Now) -> Response:
    """End the session of this browser."""
    token = request.cookies.get(SESSION_COOKIE, "")
    row = session.scalar(sa.select(SignInSession).where(col(SignInSession.token_hash) == digest(token)))
    if row is not None:
        sessions_and_keys.sign_out(session, Actor(row.account_id, now), row)
    response = led_to(request, "/sign-in")
    cookies.forget_session(response)
    return response


@router.get("/sign-in/openid")
def openid_start(request: Request) -> Response:
    """Send the browser to the provider."""
    flow = Flow.new()
    response = RedirectResponse(_provider(request).address(flow), 303)
    cookies.set_flow(request, response, flow.as_cookie())
    return response


@router.get("/sign-in/openid/return")
def openid_return(request: Request, now: Now, state: str = "", code: str = "") -> Response:
    """Open a session for whoever the provider says it is."""
    services = services_of(request)
    engine, settings = services.engine, services.settings
    flow = Flow.from_cookie(request.cookies.get(cookies.FLOW_COOKIE))
    identity = _provider(request).identity(flow, state, code, now)
    browser, caller = browser_of(request), caller_of(request)
    try:
        with writing(engine) as session:
            token = enter(session, account_of_identity(session, identity), SignInMethod.OPENID, browser, caller, now, settings)
    except Forbidden:
        record_refusal(engine, "", caller, now, SignInMethod.OPENID.value)
        raise
    response = entered(request, token, browser, HOME)
    cookies.forget_flow(response)
    return response


@router.get("/invitations/{token}", dependencies=WHO)
def invitation_page(token: str, reader: ReaderOfPage, session: Reading, now: Now) -> Response:
    """Show what the link is for. Reading it uses nothing up: programs that preview links do that too."""
    invitation, account = find_invitation(session, token, now)
    return reader.render("identity/accounts/invitation.html", name=account.display_name, asks=invitation.sets_password, wrong=None)


@router.post("/invitations/{token}", dependencies=WHO)
def accept(
    token: str, request: Request, reader: ReaderOfPage, now: Now, password: Annotated[str, Form(max_length=MOST_TEXT)] = ""
) -> Response:
    """Use the link up and open a session."""
    services = services_of(request)
    engine, settings = services.engine, services.settings
    try:
        with writing(engine) as session:
            account = accept_invitation(session, token, password, now, settings)
            return let_in(request, session, account, SignInMethod.LINK, now, HOME)
    except Invalid as problem:
        with reading(engine) as again:
            name = find_invitation(again, token, now)[1].display_name
        return reader.render("identity/accounts/invitation.html", status=422, name=name, asks=True, wrong=problem.detail)


@router.get(ACCOUNT, dependencies=READ_MINE)
def account_page(viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, now: Now, changed: bool = False) -> Response:
    """Show one's account with the sessions and keys in use."""
    return reader.render("identity/accounts/account.html", **of_account(session, viewer, now), changed=changed)


@router.post(f"{ACCOUNT}/password", dependencies=CHANGE_MINE)
def new_password(
    request: Request,
    viewer: CurrentViewer,
    reader: ReaderOfPage,
    by: Acting,
    current: Annotated[str, Form(max_length=MOST_TEXT)] = "",
    password: Annotated[str, Form(max_length=MOST_TEXT)] = "",
) -> Response:
    """Change one's password and end every other session; the form says what is wrong."""
    engine, asking = services_of(request).engine, Reauthentication(by, caller_of(request), viewer.credential_id)
    try:
        change_password(engine, services_of(request).settings, asking, current, password)
    except (Unauthorised, Invalid) as problem:
        with reading(engine) as session:
            wrong = CURRENT_WRONG if isinstance(problem, Unauthorised) else problem.detail
            return reader.render("identity/accounts/account.html", status=422, **of_account(session, viewer, by.now), wrong=wrong)
    return led_to(request, f"{ACCOUNT}?changed=true")


@router.post(f"{ACCOUNT}/sessions/{{session_id}}/revoke", dependencies=CHANGE_MINE)
def revoke_session(session_id: str, request: Request, viewer: CurrentViewer, session: Writing, by: Acting) -> Response:
    """End a session."""
    sessions_and_keys.revoke(session, by, my_session(session, viewer, session_id))
    return led_to(request, ACCOUNT)


@router.post(f"{ACCOUNT}/keys", dependencies=CHANGE_MINE)
def make_key(
    viewer: CurrentViewer,
    session: Writing,
    reader: ReaderOfPage,
    by: Acting,
    label: Annotated[Named, Form()],
    scopes: Annotated[list[Scope], Form()] = [Scope.READ],  # noqa: B006 - never changed
) -> Response:
    """Make an API key and show it once."""
    settings = services_of(reader.request).settings
    enforce(may_make_key(viewer, frozenset(scopes), by.now, timedelta(minutes=settings.fresh_sign_in_minutes)))
    days = min(KEY_DAYS, settings.key_days)
    _, key = sessions_and_keys.create_key(session, by, viewer.account_id or "", label, set(scopes), days)
    return reader.render("identity/accounts/account.html", **of_account(session, viewer, by.now), key=key)


@router.post(f"{ACCOUNT}/keys/{{key_id}}/revoke", dependencies=CHANGE_MINE)
def revoke_key(key_id: str, request: Request, viewer: CurrentViewer, session: Writing, by: Acting) -> Response:
    """End a key."""
    sessions_and_keys.revoke(session, by, my_key(session, viewer, key_id))
    return led_to(request, ACCOUNT)


def of_account(session: Session, viewer: Viewer, now: Now) -> dict[str, Any]:
    """Return what the page of one's own account shows."""
    in_use = {
        "sessions": visible_sessions(viewer).where(col(SignInSession.revoked_at).is_(None), col(SignInSession.expires_at) > now),
        "keys": visible_keys(viewer).where(col(ApiKey.revoked_at).is_(None), col(ApiKey.expires_at) > now),
    }
    account = session.get_one(Account, viewer.account_id)
    return {
        "account": account_view(session, account),
        "profile_name": people_named(session, viewer, [viewer.expert_id]).get(viewer.expert_id or ""),
        "led": {one.id: one.name for offered in subjects_to_lead(session).values() for one in offered},
        "has_password": account.password_hash is not None,
        "reads_accounts": may(viewer, Operation.READ_ACCOUNTS) is True,
        "sessions": session.scalars(in_use["sessions"].order_by(col(SignInSession.created_at), col(SignInSession.id))).all(),
        "keys": session.scalars(in_use["keys"].order_by(col(ApiKey.created_at), col(ApiKey.id))).all(),
        "current": viewer.credential_id,
        "device_name": device_name,
        "last_link": last_link(session, account.id),
        "factor": session.get(SecondFactor, account.id),
        "codes_left": codes_left(session, account.id),
        "resting": sorted(viewer.resting),
        "scopes": sorted(viewer.scopes, key=list(Scope).index),
        "scope_names": SCOPE_NAMES,
        "role_names": ROLE_NAMES,
    }


def _sign_in_form(request: Request, reader: ReaderOfPage, following: str, problem: Unauthorised | None = None) -> Response:
    return reader.render(
        "identity/accounts/sign_in.html",
        status=401 if problem else 200,
        following=local(following),
        wrong=problem.detail if problem else None,
        openid=services_of(request).settings.openid_issuer is not None,
    )


def _provider(request: Request) -> OpenIdProvider:
    settings = services_of(request).settings
    if settings.openid_issuer is None:
        raise Invalid("no_sign_in_service", en="No sign-in service is configured.", vi="Chưa cấu hình dịch vụ đăng nhập.")
    return OpenIdProvider(settings, f"{settings.base_url}/sign-in/openid/return", services_of(request).transport)
