"""Makes, invites and changes accounts, each inside the caller's transaction, with an event of the audit."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from models.accounts import Account, Invitation, ProjectLead, RoleGrant
from models.audit import AuditAction
from models.catalogue import Product
from models.database import WriteSession
from models.experts import Expert
from models.projects import Project
from models.vocabulary import AccountRole
from service.identity.access.tokens import digest, new_id, new_token
from service.identity.accounts.schemas import AccountChange, AccountCreate, Permissions
from service.identity.accounts.sessions_and_keys import revoke_keys, revoke_sessions
from service.kit.actor import Actor
from service.kit.events.recording import ACCOUNT, AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.kit.settings import Settings


def create_account(session: WriteSession, by: Actor, fields: AccountCreate) -> Account:
    """Add an account that nobody can enter yet; raises ``Conflict`` for an address or a profile that has one."""
    if session.scalar(sa.select(sa.exists().where(col(Account.email) == fields.email))):
        raise Conflict("address_has_account", en="There is an account with this address.", vi="Đã có tài khoản với địa chỉ này.")
    account = Account(
        id=new_id(),
        email=fields.email,
        display_name=fields.display_name,
        language=fields.language,
        country=fields.country,
        created_at=by.now,
    )
    session.add(account)
    session.flush()
    record(session, by, AuditAction.ACCOUNT_CREATED, AuditedObject(ACCOUNT, account.id))
    set_permissions(session, by, account, fields)
    return account


def change_account(session: WriteSession, by: Actor, account: Account, change: AccountChange) -> None:
    """Change the named fields; the next request of the account already sees it. Enabling again revives no session and no key."""
    named = change.model_dump(exclude_unset=True, exclude={"permissions"})
    was_disabled = account.disabled
    for name, value in named.items():
        if value is None:
            raise Invalid.field(name, en="must not be null", vi="không được để null")
        setattr(account, name, value)
    if named.keys() - {"disabled"}:
        record(session, by, AuditAction.ACCOUNT_CHANGED, AuditedObject(ACCOUNT, account.id), fields=sorted(named.keys() - {"disabled"}))
    if change.permissions is not None:
        set_permissions(session, by, account, change.permissions)
    if account.disabled != was_disabled:
        _switch(session, by, account)
    check_administrator_left(session)


def set_permissions(session: WriteSession, by: Actor, account: Account, permissions: Permissions) -> None:
    """Replace everything that ``account`` may do; raises ``Invalid`` or ``Conflict`` for what its roles cannot be about."""
    _check_subjects(session, account, permissions)
    held = set(session.scalars(sa.select(col(RoleGrant.role)).where(col(RoleGrant.account_id) == account.id)))
    for table in (RoleGrant, ProjectLead):
        session.execute(sa.delete(table).where(col(table.account_id) == account.id))
    for role in sorted(permissions.roles):
        expert_id = permissions.expert_id if role is AccountRole.EXPERT else None
        session.add(RoleGrant(account_id=account.id, role=role, expert_id=expert_id))
    session.add_all(ProjectLead(account_id=account.id, product_id=product) for product in sorted(permissions.led_products))
    session.add_all(ProjectLead(account_id=account.id, project_id=project) for project in sorted(permissions.led_projects))
    account.cleared = permissions.cleared
    next_version(session, account)
    _record_roles(session, by, account, held, permissions)


def check_administrator_left(session: WriteSession) -> None:
    """Raise ``Conflict`` when nobody would be left who can manage accounts.

    To be asked after the change was recorded: whoever records waits for the end of the audit, so that of two administrators who remove
    each other at once the second already sees what the first did.
    """
    session.flush()
    able = sa.select(RoleGrant).join(Account).where(col(RoleGrant.role) == AccountRole.ADMINISTRATOR, col(Account.disabled).is_(False))
    if not session.scalar(sa.select(able.exists())):
        raise Conflict("last_administrator", en="One administrator has to remain.", vi="Phải còn ít nhất một quản trị viên.")


def invite(session: WriteSession, by: Actor, account: Account, days: int, *, sets_password: bool = True) -> tuple[Invitation, str]:
    """Return a link's row and token; links given out before no longer work. One into an account in use is kept as such."""
    unused = (col(Invitation.account_id) == account.id, col(Invitation.used_at).is_(None))
    session.execute(sa.delete(Invitation).where(*unused))
    token = new_token()
    invitation = Invitation(
        id=new_id(),
        account_id=account.id,
        token_hash=digest(token),
        sets_password=sets_password,
        in_use=_is_in_use(session, account),
        created_at=by.now,
        expires_at=by.now + timedelta(days=days),
    )
    session.add(invitation)
    session.flush()
    record(session, by, AuditAction.ACCOUNT_INVITED, AuditedObject(ACCOUNT, account.id), invitation=invitation.id)
    return invitation, token


def _is_in_use(session: Session, account: Account) -> bool:
    """Return whether somebody has a way into ``account`` already."""
    used = (col(Invitation.account_id) == account.id, col(Invitation.used_at).is_not(None))
    named = account.password_hash is not None or account.openid_subject is not None
    return named or bool(session.scalar(sa.select(sa.exists().where(*used))))


def invitation_link(settings: Settings, token: str) -> str:
    """Return the address of an invitation."""
    return f"{settings.base_url}/invitations/{token}"


def _switch(session: WriteSession, by: Actor, account: Account) -> None:
    action = AuditAction.ACCOUNT_DISABLED if account.disabled else AuditAction.ACCOUNT_ENABLED
    ended = revoke_sessions(session, account.id, by.now) + revoke_keys(session, account.id, by.now) if account.disabled else 0
    record(session, by, action, AuditedObject(ACCOUNT, account.id), credentials_ended=ended)


def _record_roles(session: WriteSession, by: Actor, account: Account, held: Collection[AccountRole], permissions: Permissions) -> None:
    """Record what was granted and removed, and what the roles are about after that."""
    thing = AuditedObject(ACCOUNT, account.id)
    for role in sorted(set(held) - permissions.roles):
        record(session, by, AuditAction.ROLE_REMOVED, thing, role=role.value)
    for role in sorted(permissions.roles - set(held)):
        record(session, by, AuditAction.ROLE_GRANTED, thing, role=role.value)
    about = {"expert": permissions.expert_id, "products": sorted(permissions.led_products), "projects": sorted(permissions.led_projects)}
    record(session, by, AuditAction.ACCOUNT_CHANGED, thing, fields=["permissions"], cleared=permissions.cleared, **about)


def _check_subjects(session: Session, account: Account, permissions: Permissions) -> None:
    _check_known(session, Product.id, permissions.led_products, "led_products")
    _check_known(session, Project.id, permissions.led_projects, "led_projects")
    if permissions.expert_id is None:
        return
    _check_known(session, Expert.id, {permissions.expert_id}, "expert_id")
    other = (col(RoleGrant.expert_id) == permissions.expert_id, col(RoleGrant.account_id) != account.id)
    if session.scalar(sa.select(sa.exists().where(*other))):
        raise Conflict("profile_has_account", en="This profile has an account.", vi="Hồ sơ này đã có tài khoản.")


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
