"""Finds accounts, invitations and credentials, and puts an account together with what it may do."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, ApiKey, Invitation, ProjectLead, RoleGrant, SignInSession
from models.database import WriteSession
from service.identity.access.tokens import digest
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import visible_accounts, visible_keys, visible_sessions
from service.identity.accounts.schemas import AccountView
from service.kit.languages import Bilingual
from service.kit.problems import NotFound


def find_account(session: Session, viewer: Viewer, account_id: str) -> Account:
    """Return an account that ``viewer`` may see; raises ``NotFound``."""
    account: Account | None = session.scalar(visible_accounts(viewer).where(col(Account.id) == account_id))
    if account is None:
        raise NotFound.of(en="account", vi="tài khoản", identifier=account_id)
    return account


def account_of(session: Session, email: str) -> Account | None:
    """Return the account with a normalised address, None where there is none or it is disabled."""
    return session.scalar(sa.select(Account).where(col(Account.email) == email, col(Account.disabled).is_(False)))


class LinkOver(NotFound):
    """A link into an account was used or is over; who holds it may know that it was one."""

    title = Bilingual("This link works no more", "Liên kết không còn dùng được")


def find_invitation(session: Session, token: str, now: datetime, *, to_use: bool = False) -> tuple[Invitation, Account]:
    """Return the invitation that ``token`` opens, with its account; raises ``NotFound`` for any that does not work any more.

    ``to_use`` locks it: of two who use a link at once, one is late.
    """
    statement = sa.select(Invitation, Account).join(Account).where(col(Invitation.token_hash) == digest(token))
    row = session.execute(statement.with_for_update() if to_use else statement).one_or_none()
    if row is None or row[1].disabled:
        raise NotFound(
            en="This link does not work, or not any more. Ask an administrator for a new one.",
            vi="Liên kết này không dùng được hoặc đã hết hạn. Hãy xin quản trị viên một liên kết mới.",
        )
    if row[0].used_at is not None or row[0].expires_at <= now:
        raise LinkOver(
            en="This link was used before, was replaced by a newer one, or is too old: each works once. Sign in with your address and "
            "password, or ask an administrator for a new link.",
            vi="Liên kết này đã được dùng, đã được thay bằng liên kết mới hơn hoặc đã quá hạn: mỗi liên kết chỉ dùng một lần. Hãy đăng "
            "nhập bằng địa chỉ và mật khẩu, hoặc xin quản trị viên một liên kết mới.",
        )
    return row[0], row[1]


def account_view(session: Session, account: Account) -> AccountView:
    """Return ``account`` with its roles and what they are about."""
    grants = session.scalars(sa.select(RoleGrant).where(col(RoleGrant.account_id) == account.id).order_by(col(RoleGrant.role))).all()
    leads = session.scalars(sa.select(ProjectLead).where(col(ProjectLead.account_id) == account.id)).all()
    return AccountView(
        **account.model_dump(include={"id", "email", "display_name", "language", "country", "cleared", "disabled", "created_at"}),
        roles=[grant.role for grant in grants],
        expert_id=next((grant.expert_id for grant in grants if grant.expert_id), None),
        led_products=sorted(lead.product_id for lead in leads if lead.product_id),
        led_projects=sorted(lead.project_id for lead in leads if lead.project_id),
        accepted=account.password_hash is not None or account.openid_subject is not None or _entered(session, account),
    )


def _entered(session: Session, account: Account) -> bool:
    """Return whether somebody ever signed in to ``account``, be it by a link that asked for no password."""
    return bool(session.scalar(sa.select(sa.exists().where(col(SignInSession.account_id) == account.id))))


def my_session(session: WriteSession, viewer: Viewer, session_id: str) -> SignInSession:
    """Return a session of ``viewer``; raises ``NotFound``, for somebody else's too."""
    row: SignInSession | None = session.scalar(visible_sessions(viewer).where(col(SignInSession.id) == session_id))
    if row is None:
        raise NotFound.of(en="session", vi="phiên", identifier=session_id)
    return row


def my_key(session: WriteSession, viewer: Viewer, key_id: str) -> ApiKey:
    """Return a key of ``viewer``; raises ``NotFound``, for somebody else's too."""
    row: ApiKey | None = session.scalar(visible_keys(viewer).where(col(ApiKey.id) == key_id))
    if row is None:
        raise NotFound.of(en="key", vi="khóa", identifier=key_id)
    return row
