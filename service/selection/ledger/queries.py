"""Gathers a person's ledger from signed lists, invitations and recorded steps."""

from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.explanation.lines import LineKind
from models.experts import Expert
from models.invitations import CandidateInvitation
from models.selection import RecordedStep, SelectionRequest
from models.shortlists import EntryContent, Shortlist, ShortlistEntry
from models.vocabulary.selection import InvitationState, RequestSubject, SelectionState, ShortlistStatus
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import told_selections
from service.kit.actor import Actor
from service.kit.calendar import local_day
from service.kit.texts import Text
from service.people.profiles.queries import find_expert
from service.selection.ledger.schemas import Happening, LedgerEntry, LedgerView

_ANSWERS = {
    InvitationState.ACCEPTED: Happening.ACCEPTED,
    InvitationState.DECLINED: Happening.DECLINED,
    InvitationState.EXPIRED: Happening.EXPIRED,
    InvitationState.WITHDRAWN: Happening.WITHDRAWN,
}
_TOLD_BY_INVITATIONS = (SelectionState.INVITED, SelectionState.DECLINED)


def ledger_of(session: Session, viewer: Viewer, by: Actor, expert_id: str) -> LedgerView:
    """Return the ledger of a person as ``viewer`` may see it: nothing of restricted subjects without clearance. Raises ``NotFound``."""
    expert = find_expert(session, expert_id)
    subjects = {request.id: request.subject_id for request in session.scalars(told_selections(viewer))}
    lines = [*_listed(session, expert_id), *_invited(session, expert_id), *_steps(session, expert_id)]
    entries = [LedgerEntry(subject=subjects[line["request_id"]], **line) for line in lines if line["request_id"] in subjects]
    entries.sort(key=lambda entry: (-entry.on.toordinal(), entry.request_id, entry.what))
    return LedgerView(expert_id=expert_id, paused_until=_paused_until(expert, by), entries=entries)


def subjects_of(session: Session, request_ids: Collection[str]) -> list[tuple[RequestSubject, str]]:
    """Return what the requests are about, as kind and id."""
    rows = session.scalars(sa.select(SelectionRequest).where(col(SelectionRequest.id).in_(request_ids)))
    return [(row.subject_kind, row.subject_id) for row in rows]


def _paused_until(expert: Expert, by: Actor) -> Any:
    return expert.available_from if expert.available_from and expert.available_from > by.today else None


def _listed(session: Session, expert_id: str) -> Iterator[dict[str, Any]]:
    statement = (
        sa.select(Shortlist, ShortlistEntry, EntryContent)
        .join(ShortlistEntry, col(ShortlistEntry.shortlist_id) == col(Shortlist.id))
        .join(EntryContent, col(EntryContent.entry_id) == col(ShortlistEntry.id))
        .where(col(EntryContent.expert_id) == expert_id, col(ShortlistEntry.position).is_not(None))
        .where(col(Shortlist.status) == ShortlistStatus.SIGNED)
    )
    for shortlist, entry, content in session.execute(statement):
        signed = shortlist.second_at or shortlist.signed_at
        yield _line(shortlist.request_id, entry.role, local_day(signed), Happening.LISTED, reasons=_reasons(content.snapshot))


def _reasons(snapshot: dict[str, Any]) -> list[Text]:
    """Return what speaks for the person in the list's own words."""
    return [Text(vi=line["vi"], en=line["en"]) for line in snapshot.get("lines", []) if line["kind"] == LineKind.WHY]


def _invited(session: Session, expert_id: str) -> Iterator[dict[str, Any]]:
    statement = sa.select(CandidateInvitation).where(col(CandidateInvitation.expert_id) == expert_id)
    for one in session.scalars(statement):
        yield _line(one.request_id, one.role, local_day(one.sent_at), Happening.INVITED)
        if one.state in _ANSWERS:
            answered = one.answered_at or one.deadline
            yield _line(one.request_id, one.role, local_day(answered), _ANSWERS[one.state], refusal=one.refusal)


def _steps(session: Session, expert_id: str) -> Iterator[dict[str, Any]]:
    statement = sa.select(RecordedStep).where(
        col(RecordedStep.expert_id) == expert_id, col(RecordedStep.state).not_in(_TOLD_BY_INVITATIONS)
    )
    for step in session.scalars(statement):
        yield _line(step.request_id, step.role, step.on_day, Happening.STEP, state=step.state.value)


def _line(request_id: str, role: Any, on: Any, what: Happening, **more: Any) -> dict[str, Any]:
    return {"request_id": request_id, "role": role, "on": on, "what": what, **more}
