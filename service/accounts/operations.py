"""Makes and changes accounts, invitations, sessions and keys, each inside the caller's transaction."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from models.accounts import Account, ApiKey, Invitation, ProjectLead, RoleGrant, SignInSession
from models.catalogue import Product
from models.database import WriteSession
from models.experts import Expert
from models.projects import Project
from models.vocabulary import AccountRole, Scope
from service.access.tokens import digest, new_id, new_token
from service.accounts.schemas import AccountChange, AccountCreate, Permissions
from service.problems import Conflict, Invalid
from service.settings import Settings

LABEL_LENGTH = 120


def create_account(session: WriteSession, fields: AccountCreate, now: datetime) -> Account:
    """Add an account that nobody can enter yet; raises ``Conflict`` for an address or a profile that has one."""
    if session.scalar(sa.select(sa.exists().where(col(Account.email) == fields.email))):
        raise Conflict(en="There is an account with this address.", vi="Đã có tài khoản với địa chỉ này.")
    account = Account(
        id=new_id(),
        email=fields.email,
        display_name=fields.display_name,
        language=fields.language,
        created_at=now,
    )
    session.add(account)
    session.flush()
    set_permissions(session, account, fields)
    return account


def change_account(session: WriteSession, account: Account, change: AccountChange, now: datetime) -> None:
    """Change the named fields; the next request of the account already sees it. Enabling again revives no session and no key."""
    for name, value in change.model_dump(exclude_unset=True, exclude={"permissions"}).items():
        if value is None:
            raise Invalid.field(name, en="must not be null", vi="không được để null")
        setattr(account, name, value)
    if change.permissions is not None:
        set_permissions(session, account, change.permissions)
    if account.disabled:
        revoke_all(session, account.id, now)
    check_administrator_left(session)


def set_permissions(session: WriteSession, account: Account, permissions: Permissions) -> None:
    """Replace everything that ``account`` may do; raises ``Invalid`` or ``Conflict`` for what its roles cannot be about."""
    _check_subjects(session, account, permissions)
    for table in (RoleGrant, ProjectLead):
        session.execute(sa.delete(table).where(col(table.account_id) == account.id))
    for role in sorted(permissions.roles):
        expert_id = permissions.expert_id if role is AccountRole.EXPERT else None
        session.add(RoleGrant(account_id=account.id, role=role, expert_id=expert_id))
    session.add_all(ProjectLead(account_id=account.id, product_id=product) for product in sorted(permissions.led_products))
    session.add_all(ProjectLead(account_id=account.id, project_id=project) for project in sorted(permissions.led_projects))
    account.cleared = permissions.cleared
    next_version(session, account)


def check_administrator_left(session: WriteSession) -> None:
    """Raise ``Conflict`` when nobody would be left who can manage accounts."""
    session.flush()
    able = sa.select(RoleGrant).join(Account).where(col(RoleGrant.role) == AccountRole.ADMINISTRATOR, col(Account.disabled).is_(False))
    if not session.scalar(sa.select(able.exists())):
        raise Conflict(en="One administrator has to remain.", vi="Phải còn ít nhất một quản trị viên.")


def invite(session: WriteSession, account: Account, now: datetime, days: int, *, sets_password: bool = True) -> tuple[Invitation, str]:
    """Return a link's row and token; links given out before no longer work."""
    unused = (col(Invitation.account_id) == account.id, col(Invitation.used_at).is_(None))
    session.execute(sa.delete(Invitation).where(*unused))
    token = new_token()
    invitation = Invitation(
        id=new_id(),
        account_id=account.id,
        token_hash=digest(token),
        sets_password=sets_password,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    session.add(invitation)
    session.flush()
    return invitation, token


def open_session(session: WriteSession, account: Account, label: str, now: datetime, hours: int) -> str:
    """Return the token of a new session."""
    token = new_token()
    opened = SignInSession(
        id=new_id(),
        account_id=account.id,
        token_hash=digest(token),
        label=label[:LABEL_LENGTH].replace("\x00", ""),
        created_at=now,
        expires_at=now + timedelta(hours=hours),
        last_used_at=now,
    )
    session.add(opened)
    session.flush()
    return token


def create_key(
    session: WriteSession, account_id: str, label: str, scopes: Collection[Scope], now: datetime, days: int
) -> tuple[ApiKey, str]:
    """Return a new key's row and the key itself."""
    token = new_token()
    key = ApiKey(
        id=new_id(),
        account_id=account_id,
        token_hash=digest(token),
        label=label,
        scopes=sorted(scopes),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    session.add(key)
    session.flush()
    return key, token


def revoke(session: WriteSession, credential: SignInSession | ApiKey, now: datetime) -> None:
    """End ``credential`` for good; ending it again changes nothing."""
    if credential.revoked_at is None:
        credential.revoked_at = now
        session.flush()


def revoke_sessions(session: WriteSession, account_id: str, now: datetime) -> None:
    """End every session of an account."""
    _revoke_held(session, SignInSession, account_id, now)


def revoke_all(session: WriteSession, account_id: str, now: datetime) -> None:
    """End every session and every key of an account."""
    _revoke_held(session, SignInSession, account_id, now)
    _revoke_held(session, ApiKey, account_id, now)


def invitation_link(settings: Settings, token: str) -> str:
    """Return the address of an invitation."""
    return f"{settings.base_url}/invitations/{token}"


def _revoke_held(session: WriteSession, table: type[SignInSession] | type[ApiKey], account_id: str, now: datetime) -> None:
    held = (col(table.account_id) == account_id, col(table.revoked_at).is_(None))
    session.execute(sa.update(table).where(*held).values(revoked_at=now))


def _check_subjects(session: Session, account: Account, permissions: Permissions) -> None:
    _check_known(session, Product.id, permissions.led_products, "led_products")
    _check_known(session, Project.id, permissions.led_projects, "led_projects")
    if permissions.expert_id is None:
        return
    _check_known(session, Expert.id, {permissions.expert_id}, "expert_id")
    other = (col(RoleGrant.expert_id) == permissions.expert_id, col(RoleGrant.account_id) != account.id)
    if session.scalar(sa.select(sa.exists().where(*other))):
        raise Conflict(en="This profile has an account.", vi="Hồ sơ này đã có tài khoản.")


def _check_known(session: Session, column: Any, identifiers: Collection[str], field: str) -> None:
    known = set(session.scalars(sa.select(column).where(column.in_(identifiers))))
    unknown = ", ".join(sorted(set(identifiers) - known))
    if unknown:
        raise Invalid.field(field, en=f"names something unknown: {unknown}", vi=f"không có: {unknown}")


def next_version(session: WriteSession, account: Account) -> None:
    """Count a change of what ``account`` may do."""
    # Roles are rows of their own: without a change of the account's row its version would stay.
    flag_modified(account, "cleared")
    session.flush()
