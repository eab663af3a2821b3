"""Names who edits evidence for somebody, and ends it; what the delegate edits is recorded where evidence is."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, RoleGrant
from models.audit import AuditAction
from models.database import WriteSession
from models.delegations import Delegation
from models.experts import Expert
from models.vocabulary import AccountRole
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Invalid, NotFound

DECIDING = frozenset({AccountRole.COORDINATOR, AccountRole.ADMINISTRATOR, AccountRole.AUDITOR})


def name_delegate(session: WriteSession, by: Actor, expert: Expert, email: str) -> Delegation:
    """Let the account with this address edit the evidence of ``expert`` from now on; raises ``Invalid`` for an address that will not do.

    Nobody who decides about people can be named: whoever edits for somebody judges nothing of them, and a person must not choose who may.
    One answer covers all of that, so that it tells nothing of whose addresses there are.
    """
    account = session.scalar(sa.select(Account).where(col(Account.email) == email.strip().lower(), col(Account.disabled).is_(False)))
    if account is None or not _may_edit_for(session, account.id, expert.id):
        raise Invalid.field(
            "email",
            en="has to be that of another account which decides nothing about people: ask a coordinator to invite this person first",
            vi="phải là của một tài khoản khác, không xét duyệt về con người: hãy đề nghị điều phối viên mời người này trước",
        )
    if in_force(session, expert.id, account.id) is not None:
        raise Invalid.field("email", en="edits your evidence already", vi="đã được cử sửa minh chứng thay bạn")
    delegation = Delegation(expert_id=expert.id, account_id=account.id, granted_at=by.now)
    session.add(delegation)
    session.flush()
    record(session, by, AuditAction.DELEGATE_NAMED, AuditedObject(EXPERT, expert.id), delegate=account.id)
    return delegation


def end_delegation(session: WriteSession, by: Actor, expert_id: str, delegation_id: int) -> None:
    """End it at once, for the person and for the delegate alike; raises ``NotFound`` for anybody else's and for one that was ended."""
    delegation = session.get(Delegation, delegation_id)
    if delegation is None or delegation.expert_id != expert_id or delegation.ended_at is not None or not _is_party(by, delegation):
        raise NotFound.of(en="delegation", vi="việc cử sửa thay", identifier=str(delegation_id))
    delegation.ended_at, delegation.ended_by = by.now, by.actor
    session.flush()
    record(session, by, AuditAction.DELEGATE_ENDED, AuditedObject(EXPERT, expert_id), delegate=delegation.account_id)


def in_force(session: Session, expert_id: str, account_id: str) -> Delegation | None:
    """Return the delegation of a person to an account that was not ended."""
    held = (col(Delegation.expert_id) == expert_id, col(Delegation.account_id) == account_id, col(Delegation.ended_at).is_(None))
    found: Delegation | None = session.scalar(sa.select(Delegation).where(*held))
    return found


def _is_party(by: Actor, delegation: Delegation) -> bool:
    return by.expert_id == delegation.expert_id or by.actor == delegation.account_id


def _may_edit_for(session: Session, account_id: str, expert_id: str) -> bool:
    grants = session.scalars(sa.select(RoleGrant).where(col(RoleGrant.account_id) == account_id)).all()
    return not any(grant.expert_id == expert_id or grant.role in DECIDING for grant in grants)
