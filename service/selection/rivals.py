"""Whoever stands on a list of a request decides about nobody in it: neither about themselves nor about those they compete with."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.selection import Candidate
from models.shortlists import EntryContent, Shortlist, ShortlistEntry
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor


def leave_to_uninvolved(session: Session, by: Actor, request_id: str, *expert_ids: str | None) -> None:
    """Raise ``Forbidden`` where the actor is one of ``expert_ids``, on a list of the request, excluded or not, or its candidate."""
    leave_to_others(by, *expert_ids)
    if by.expert_id is not None:
        leave_to_others(by, *session.scalars(_involved(request_id, by.expert_id)))


def _involved(request_id: str, expert_id: str) -> sa.CompoundSelect[str]:
    listed = (
        sa.select(col(EntryContent.expert_id))
        .join(ShortlistEntry, col(ShortlistEntry.id) == col(EntryContent.entry_id))
        .join(Shortlist, col(Shortlist.id) == col(ShortlistEntry.shortlist_id))
        .where(col(Shortlist.request_id) == request_id, col(EntryContent.expert_id) == expert_id)
    )
    candidates = sa.select(col(Candidate.expert_id)).where(col(Candidate.request_id) == request_id, col(Candidate.expert_id) == expert_id)
    return listed.union(candidates)
