"""Reads shortlists with everything that was decided and found."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.database import WriteSession
from models.selection import RecordedStep, SelectionRequest
from models.shortlists import EntryContent, EvidenceTask, Feedback, HumanFinding, Shortlist, ShortlistChoice, ShortlistEntry
from models.vocabulary import RoleCode, RuleKind, RuleResult
from models.vocabulary.selection import Finding, SelectionState, SelectionTrack
from service.kit.problems import NotFound
from service.selection.requests.queries import lock_request

OF_PEOPLE = (RuleKind.EVIDENCE_HUMAN.value, RuleKind.HUMAN_ONLY.value)
Place = tuple[ShortlistEntry, EntryContent | None]


class ShortlistContents(NamedTuple):
    """A shortlist with what people did about each person."""

    shortlist: Shortlist
    places: Sequence[Place]
    choices: Sequence[ShortlistChoice]
    findings: Sequence[HumanFinding]
    announced: bool


def find_shortlist(session: Session, visible: sa.Select[Any], shortlist_id: str) -> Shortlist:
    """Return a shortlist of one of the ``visible`` requests; raises ``NotFound``."""
    of_visible = col(Shortlist.request_id).in_(visible.with_only_columns(col(SelectionRequest.id)))
    shortlist: Shortlist | None = session.scalar(sa.select(Shortlist).where(col(Shortlist.id) == shortlist_id, of_visible))
    if shortlist is None:
        raise NotFound.of(en="shortlist", vi="danh sách đề xuất", identifier=shortlist_id)
    return shortlist


def lock_shortlist(session: WriteSession, visible: sa.Select[Any], shortlist_id: str) -> tuple[SelectionRequest, Shortlist]:
    """Return a shortlist with its ``visible`` request, which both nobody else changes until the transaction ends; raises ``NotFound``."""
    request = lock_request(session, visible, find_shortlist(session, visible, shortlist_id).request_id)
    return request, session.get_one(Shortlist, shortlist_id, with_for_update=True, populate_existing=True)


def shortlists_of(session: Session, request_id: str) -> Sequence[Shortlist]:
    """Return the shortlists of a request, oldest first."""
    return session.scalars(sa.select(Shortlist).where(col(Shortlist.request_id) == request_id).order_by(col(Shortlist.id))).all()


def places_of(session: Session, shortlist_id: str) -> Sequence[Place]:
    """Return the entries with their contents: by role and position, those without a position last."""
    statement = (
        sa.select(ShortlistEntry, EntryContent)
        .join(EntryContent, col(EntryContent.entry_id) == col(ShortlistEntry.id), isouter=True)
        .where(col(ShortlistEntry.shortlist_id) == shortlist_id)
    )
    rows: list[Place] = [(row[0], row[1]) for row in session.execute(statement)]
    return sorted(rows, key=lambda place: (place[0].role, place[0].position is None, place[0].position or 0, place[0].id or 0))


def choices_of(session: Session, shortlist_id: str) -> Sequence[ShortlistChoice]:
    """Return the decisions, oldest first."""
    statement = sa.select(ShortlistChoice).where(col(ShortlistChoice.shortlist_id) == shortlist_id)
    return session.scalars(statement.order_by(col(ShortlistChoice.id))).all()


def findings_of(session: Session, request_id: str) -> Sequence[HumanFinding]:
    """Return the findings about everybody in a request, oldest first."""
    statement = sa.select(HumanFinding).where(col(HumanFinding.request_id) == request_id)
    return session.scalars(statement.order_by(col(HumanFinding.id))).all()


def tasks_of(session: Session, request_id: str) -> Sequence[EvidenceTask]:
    """Return what was asked of whom, oldest first."""
    statement = sa.select(EvidenceTask).where(col(EvidenceTask.request_id) == request_id)
    return session.scalars(statement.order_by(col(EvidenceTask.id))).all()


def shown(session: Session, shortlist: Shortlist) -> ShortlistContents:
    """Return ``shortlist`` with everything about its people."""
    findings, announced = findings_of(session, shortlist.request_id), _is_announced(session, shortlist.request_id)
    return ShortlistContents(shortlist, places_of(session, shortlist.id), choices_of(session, shortlist.id), findings, announced)


def _is_announced(session: Session, request_id: str) -> bool:
    """Return whether an announcement is recorded of a request, or none is asked for."""
    if session.get_one(SelectionRequest, request_id).track is not SelectionTrack.OPEN_SELECTION:
        return True
    announced = sa.exists().where(col(RecordedStep.request_id) == request_id, col(RecordedStep.state) == SelectionState.ANNOUNCED)
    return bool(session.scalar(sa.select(announced)))


def counting(findings: Iterable[HumanFinding], role: RoleCode, expert_id: str) -> dict[str, HumanFinding]:
    """Return the newest finding of each rule about a person in a role."""
    return {one.rule_id: one for one in findings if (one.role, one.expert_id) == (role, expert_id)}


def open_rules(snapshot: dict[str, Any], found: dict[str, HumanFinding]) -> list[str]:
    """Return the rules that only people may judge and that nobody has judged yet."""
    judged = {rule for rule, finding in found.items() if finding.finding is not Finding.MORE_NEEDED}
    return [rule["rule"] for rule in snapshot["rules"] if rule["kind"] in OF_PEOPLE and rule["rule"] not in judged]


def declared_rules(snapshot: dict[str, Any], found: dict[str, HumanFinding]) -> list[str]:
    """Return the rules that are met by declaration alone and that nobody has judged yet."""
    judged = {rule for rule, finding in found.items() if finding.finding is not Finding.MORE_NEEDED}
    return [rule["rule"] for rule in snapshot["rules"] if rule.get("declared") and rule["rule"] not in judged]


def not_shown(snapshot: dict[str, Any]) -> list[str]:
    """Return the rules for which evidence is missing."""
    return [rule["rule"] for rule in snapshot["rules"] if rule["result"] == RuleResult.NOT_SHOWN.value]


def feedback_of(session: Session, shortlist_id: str) -> Sequence[Feedback]:
    """Return the feedback on a list, oldest first."""
    statement = sa.select(Feedback).where(col(Feedback.shortlist_id) == shortlist_id)
    return session.scalars(statement.order_by(col(Feedback.id))).all()
