"""Addresses of accounts: one's own with its sessions and keys, and their administration."""

from datetime import timedelta

from fastapi import Request, Response

from models.accounts import Account, ApiKey, SignInSession
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit, permit_part
from service.identity.access.policies import Operation, may_make_key
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_accounts, visible_keys, visible_sessions
from service.identity.accounts import operations, schemas, sessions_and_keys
from service.identity.accounts.inviting import invitation_to, take_factor
from service.identity.accounts.notices import last_link
from service.identity.accounts.queries import account_view, find_account, my_key, my_session
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.preconditions import IfMatch, etag, require_match
from service.kit.problems import Invalid, responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing

router = APIRouter(tags=["accounts"], responses=responses(401, 403))
READ_MINE, CHANGE_MINE = [permit_part(Operation.READ_OWN_ACCOUNT)], [permit_part(Operation.CHANGE_OWN_ACCOUNT)]
READ_ALL, CHANGE_ALL = [permit(Operation.READ_ACCOUNTS)], [permit(Operation.MANAGE_ACCOUNTS)]


@router.get("/me", dependencies=READ_MINE)
def get_me(viewer: CurrentViewer, session: Reading) -> schemas.Me:
    """Show who asks."""
    account = session.get_one(Account, viewer.account_id)
    link = last_link(session, account.id)
    return schemas.Me(**account_view(session, account).model_dump(), scopes=sorted(viewer.scopes), last_link_at=link)


@router.get("/me/sessions", dependencies=READ_MINE)
def list_my_sessions(viewer: CurrentViewer, session: Reading, paging: Paged) -> Page[schemas.SessionView]:
    """List the browsers that signed in, those that ended too."""
    found = find_page(session, visible_sessions(viewer), (SignInSession.id,), paging)
    return paging.page(found, lambda row: schemas.SessionView.of(row, current=row.id == viewer.credential_id))


@router.delete("/me/sessions/{session_id}", status_code=204, dependencies=CHANGE_MINE, responses=responses(404))
def revoke_my_session(session_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> None:
    """End a session; its next request is refused."""
    sessions_and_keys.revoke(session, by, my_session(session, viewer, session_id))


@router.get("/me/keys", dependencies=READ_MINE)
def list_my_keys(viewer: CurrentViewer, session: Reading, paging: Paged) -> Page[schemas.KeyView]:
    """List one's API keys, those that ended too; the keys themselves are not kept."""
    return paging.page(find_page(session, visible_keys(viewer), (ApiKey.id,), paging), schemas.KeyView.of)


@router.post("/me/keys", status_code=201, dependencies=CHANGE_MINE)
def create_my_key(fields: schemas.KeyCreate, viewer: CurrentViewer, request: Request, session: Writing, by: Acting) -> schemas.NewKey:
    """Make an API key, shortly after signing in; it is shown this once. No key makes another."""
    settings = services_of(request).settings
    longest = settings.key_days
    if fields.days > longest:
        raise Invalid.field("days", en=f"must be at most {longest}", vi=f"không được quá {longest}")
    enforce(may_make_key(viewer, fields.scopes, by.now, timedelta(minutes=settings.fresh_sign_in_minutes)))
    row, key = sessions_and_keys.create_key(session, by, viewer.account_id or "", fields.label, fields.scopes, fields.days)
    return schemas.NewKey.of(row, key=key)


@router.delete("/me/keys/{key_id}", status_code=204, dependencies=CHANGE_MINE, responses=responses(404))
def revoke_my_key(key_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> None:
    """End a key; its next request is refused."""
    sessions_and_keys.revoke(session, by, my_key(session, viewer, key_id))


@router.get("/accounts", dependencies=READ_ALL)
def list_accounts(viewer: CurrentViewer, session: Reading, paging: Paged) -> Page[schemas.AccountView]:
    """List the accounts by address."""
    found = find_page(session, visible_accounts(viewer), (Account.email,), paging)
    return paging.page(found, lambda account: account_view(session, account))


@router.post("/accounts", status_code=201, dependencies=CHANGE_ALL, responses=responses(409))
def create_account(
    fields: schemas.AccountCreate, request: Request, response: Response, session: Writing, by: Acting
) -> schemas.InvitedAccount:
    """Add an account and give the link to send to its owner."""
    account = operations.create_account(session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{account.id}"
    response.headers["ETag"] = etag(account.version)
    return schemas.InvitedAccount(**account_view(session, account).model_dump(), invitation=invitation_to(request, session, by, account))


@router.get("/accounts/{account_id}", dependencies=READ_ALL, responses=responses(404))
def get_account(account_id: str, viewer: CurrentViewer, session: Reading, response: Response) -> schemas.AccountView:
    """Show an account."""
    account = find_account(session, viewer, account_id)
    response.headers["ETag"] = etag(account.version)
    return account_view(session, account)


@router.patch("/accounts/{account_id}", dependencies=CHANGE_ALL, responses=responses(404, 409, 412, 428))
def change_account(
    account_id: str,
    change: schemas.AccountChange,
    viewer: CurrentViewer,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> schemas.AccountView:
    """Change roles, clearance or name, or disable; the next request of the account already sees it."""
    account = find_account(session, viewer, account_id)
    require_match(if_match, account.version)
    operations.change_account(session, by, account, change)
    response.headers["ETag"] = etag(account.version)
    return account_view(session, account)


@router.post("/accounts/{account_id}/invitations", status_code=201, dependencies=CHANGE_ALL, responses=responses(404))
def invite_again(account_id: str, viewer: CurrentViewer, request: Request, session: Writing, by: Acting) -> schemas.InvitationView:
    """Give a new link, for a lost one or a forgotten password; the ones before no longer work."""
    return invitation_to(request, session, by, find_account(session, viewer, account_id))


@router.delete("/accounts/{account_id}/second-factor", status_code=204, dependencies=CHANGE_ALL, responses=responses(404, 409))
def remove_second_factor(account_id: str, viewer: CurrentViewer, request: Request, session: Writing, by: Acting) -> None:
    """Take the second factor of an account away, for a lost telephone; its owner is told."""
    take_factor(session, by, find_account(session, viewer, account_id), services_of(request).settings)
