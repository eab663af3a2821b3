"""The pages of all accounts: list them, invite by a link, grant and remove roles, disable. A refused form keeps what was typed."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Form, Request, Response
from sqlalchemy.engine import Engine
from starlette.datastructures import FormData

from models.accounts import Account
from models.database import reading, writing
from models.vocabulary import AccountRole, Language
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.naming import people_named, person_called
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_accounts
from service.identity.accounts import operations
from service.identity.accounts.inviting import invitation_to, take_factor
from service.identity.accounts.queries import account_view, find_account
from service.identity.accounts.schemas import AccountChange, AccountCreate, InvitationView
from service.identity.accounts.second_factor import factor_in_use
from service.identity.accounts.subjects_to_lead import subjects_to_lead
from service.identity.accounts.words import ROLE_NAMES
from service.kit.addresses import led_to
from service.kit.forms import submitted
from service.kit.late_routes import APIRouter
from service.kit.pagination import SHORT_ROWS, Paging, decode_cursor, find_page
from service.kit.places import countries_in
from service.kit.preconditions import etag, require_match
from service.kit.problems import Conflict, Invalid, PreconditionFailed, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.validation import validated
from service.kit.words import LANGUAGE_NAMES

router = APIRouter(prefix="/accounts", include_in_schema=False)
PermissionsForm = Annotated[FormData, submitted("roles", "led_products", "led_projects")]
READ, MANAGE = [permit(Operation.READ_ACCOUNTS)], [permit(Operation.MANAGE_ACCOUNTS)]
NOTHING_TYPED = {"email": "", "display_name": "", "language": Language.VI.value, "country": ""}


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for one of these pages: by whom, and how to answer."""

    request: Request
    viewer: Viewer
    reader: Reader

    @property
    def engine(self) -> Engine:
        """Return the database. Each page opens its own sessions: a refused change must be undone before the form is shown again."""
        engine: Engine = services_of(self.request).engine
        return engine


def _page_request(request: Request, viewer: CurrentViewer, reader: ReaderOfPage) -> PageRequest:
    return PageRequest(request, viewer, reader)


ForAccounts = Annotated[PageRequest, Depends(_page_request)]


@router.get("", dependencies=READ)
def accounts_page(page_request: ForAccounts, cursor: str | None = None) -> Response:
    """List the accounts by address, with a form to invite somebody."""
    return _list(page_request, cursor=cursor)


@router.post("", dependencies=MANAGE)
def invite(page_request: ForAccounts, by: Acting, form: PermissionsForm) -> Response:
    """Add an account and show its link once."""
    typed = {name: str(form.get(name, "")) for name in NOTHING_TYPED} | permissions_in(form)
    try:
        check_about(typed)
        with writing(page_request.engine) as session:
            profile = person_called(session, page_request.viewer, typed["expert_id"] or "")
            said = {**typed, "expert_id": profile, "country": typed["country"].upper() or None}
            account = operations.create_account(session, by, validated(AccountCreate, said))
            link = invitation_to(page_request.request, session, by, account)
    except (Invalid, Conflict) as problem:
        return _list(page_request, typed=typed, problem=problem)
    return _list(page_request, invitation=link)


@router.get("/{account_id}", dependencies=READ)
def account_page(account_id: str, page_request: ForAccounts, saved: bool = False) -> Response:
    """Show an account with what can be changed."""
    return _one(page_request, account_id, saved=saved)


@router.post("/{account_id}", dependencies=MANAGE)
def change_permissions(account_id: str, page_request: ForAccounts, by: Acting, form: PermissionsForm) -> Response:
    """Replace what the account may do, if the form showed its present version."""
    typed = permissions_in(form)
    try:
        check_about(typed)
        with writing(page_request.engine) as session:
            account = find_account(session, page_request.viewer, account_id)
            require_match(etag(str(form.get("version", ""))), account.version)
            said = {**typed, "expert_id": person_called(session, page_request.viewer, typed["expert_id"] or "")}
            operations.change_account(session, by, account, validated(AccountChange, {"permissions": said}))
    except (Invalid, Conflict, PreconditionFailed) as problem:
        return _one(page_request, account_id, typed=typed, problem=problem)
    return _back(page_request.request, account_id)


@router.post("/{account_id}/disabled", dependencies=MANAGE)
def disable(
    account_id: str,
    page_request: ForAccounts,
    by: Acting,
    disabled: Annotated[bool, Form()],
    version: Annotated[str, Form()] = "",
) -> Response:
    """Disable the account, which ends its sessions and keys, or enable it again."""
    try:
        with writing(page_request.engine) as session:
            account = find_account(session, page_request.viewer, account_id)
            require_match(etag(version), account.version)
            operations.change_account(session, by, account, AccountChange(disabled=disabled))
    except (Conflict, PreconditionFailed) as problem:
        return _one(page_request, account_id, problem=problem)
    return _back(page_request.request, account_id)


@router.post("/{account_id}/invitations", dependencies=MANAGE)
def new_link(account_id: str, page_request: ForAccounts, by: Acting) -> Response:
    """Make a new link and show it once; those before no longer work."""
    with writing(page_request.engine) as session:
        link = invitation_to(page_request.request, session, by, find_account(session, page_request.viewer, account_id))
    return _one(page_request, account_id, invitation=link)


@router.post("/{account_id}/second-factor/removal", dependencies=MANAGE)
def remove_second_factor(account_id: str, page_request: ForAccounts, by: Acting) -> Response:
    """Take the second factor of the account away; its owner is told."""
    settings = services_of(page_request.request).settings
    try:
        with writing(page_request.engine) as session:
            take_factor(session, by, find_account(session, page_request.viewer, account_id), settings)
    except Conflict as problem:
        return _one(page_request, account_id, problem=problem)
    return _back(page_request.request, account_id)


def permissions_in(form: FormData) -> dict[str, Any]:
    """Return what a form says that an account may do."""
    several = {name: [str(one) for one in form.getlist(name) if one] for name in ("led_products", "led_projects")}
    named = {"expert_id": str(form.get("expert_id", "")).strip() or None, "cleared": "cleared" in form}
    return {"roles": [str(role) for role in form.getlist("roles")], **several, **named}


def check_about(typed: dict[str, Any]) -> None:
    """Raise ``Invalid`` in words of the form where a role lacks what it is about, or where that lacks its role."""
    if (AccountRole.EXPERT in typed["roles"]) != (typed["expert_id"] is not None):
        raise Invalid(
            "expert_needs_profile",
            en="An expert needs a profile, and nobody else has one.",
            vi="Vai trò chuyên gia cần một hồ sơ, vai trò khác thì không.",
        )
    if AccountRole.LEAD not in typed["roles"] and (typed["led_products"] or typed["led_projects"]):
        raise Invalid(
            "only_lead_answers", en="Only a lead answers for products or projects.", vi="Chỉ chủ nhiệm mới phụ trách sản phẩm hoặc dự án."
        )


def _list(
    page_request: PageRequest,
    *,
    cursor: str | None = None,
    typed: dict[str, Any] | None = None,
    problem: Problem | None = None,
    invitation: InvitationView | None = None,
) -> Response:
    paging = Paging(
        services_of(page_request.request).settings.page_size, decode_cursor(cursor) if cursor else None, page_request.request, Response()
    )
    with reading(page_request.engine) as session:
        found = find_page(session, visible_accounts(page_request.viewer), (Account.email,), paging.shortened(SHORT_ROWS))
        page = paging.page(found, lambda account: account_view(session, account))
        offered = subjects_to_lead(session)
    return page_request.reader.render(
        "identity/accounts/accounts.html",
        status=problem.status if problem else 200,
        page=page,
        typed=typed or NOTHING_TYPED | permissions_in(FormData()),
        languages=LANGUAGE_NAMES.items(),
        countries=countries_in(page_request.reader.language),
        profile=(typed or {}).get("expert_id"),
        subjects=offered,
        **_common(page_request.viewer, problem, invitation),
    )


def _one(
    page_request: PageRequest,
    account_id: str,
    *,
    typed: dict[str, Any] | None = None,
    problem: Problem | None = None,
    invitation: InvitationView | None = None,
    saved: bool = False,
) -> Response:
    with reading(page_request.engine) as session:
        account = find_account(session, page_request.viewer, account_id)
        view, version = account_view(session, account), account.version
        has_factor = factor_in_use(session, account.id) is not None
        offered = subjects_to_lead(session)
        named = people_named(session, page_request.viewer, [view.expert_id]).get(view.expert_id or "")
    return page_request.reader.render(
        "identity/accounts/one_account.html",
        status=problem.status if problem else 200,
        account=view,
        version=version,
        has_factor=has_factor,
        typed=typed or view,
        profile=typed["expert_id"] if typed else named,
        subjects=offered,
        saved=saved,
        **_common(page_request.viewer, problem, invitation),
    )


def _common(viewer: Viewer, problem: Problem | None, invitation: InvitationView | None) -> dict[str, Any]:
    manages = may(viewer, Operation.MANAGE_ACCOUNTS) is True
    return {"manages": manages, "role_names": ROLE_NAMES, "wrong": problem.detail if problem else None, "invitation": invitation}


def _back(request: Request, account_id: str) -> Response:
    return led_to(request, f"/accounts/{account_id}?saved=true")
