"""Reads who edits for whom."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.delegations import Delegation
from models.experts import Evidence, Expert
from service.identity.access.policies import Operation, may_with_expert
from service.identity.access.viewer import Viewer
from service.people.delegates.schemas import DelegateView, EditedView


def delegates_of(session: Session, expert_id: str) -> list[DelegateView]:
    """Return who was named to edit a person's evidence, whoever does so now first, then the latest."""
    statement = sa.select(Delegation, Account).join(Account, col(Account.id) == col(Delegation.account_id))
    ordered = statement.order_by(col(Delegation.ended_at).is_not(None), col(Delegation.id).desc())
    return [DelegateView.of(*row) for row in session.execute(ordered.where(col(Delegation.expert_id) == expert_id))]


def editors_of(session: Session, viewer: Viewer, expert_id: str) -> list[str]:
    """Return the names of the accounts that edit a person's evidence now, for whoever may know."""
    if may_with_expert(viewer, Operation.READ_DELEGATES, expert_id) is not True:
        return []
    return [delegate.name for delegate in delegates_of(session, expert_id) if delegate.ended_at is None]


def edited_for(session: Session, account_id: str | None) -> list[EditedView]:
    """Return whose evidence an account edits, by name."""
    statement = sa.select(Delegation, Expert).join(Expert, col(Expert.id) == col(Delegation.expert_id))
    held = (col(Delegation.account_id) == account_id, col(Delegation.ended_at).is_(None), col(Expert.merged_into).is_(None))
    rows = session.execute(statement.where(*held).order_by(col(Expert.display_name), col(Expert.id)))
    return [EditedView(id=one.id, expert_id=person.id, name=person.display_name, since=one.granted_at) for one, person in rows]


def evidence_of(session: Session, expert_id: str) -> list[Evidence]:
    """Return the items of a person, the latest first."""
    statement = sa.select(Evidence).where(col(Evidence.expert_id) == expert_id)
    return list(session.scalars(statement.order_by(col(Evidence.starts).desc(), col(Evidence.id))))
