"""Gives the rows of a record to another one. Signed lists, and what was said of them, stay as they were signed."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel, col

from models.accounts import RoleGrant
from models.conflicts import ConflictJudgement
from models.consents import PastConsent
from models.data_requests import DataRequest
from models.database import WriteSession
from models.documents import Document
from models.experts import Evidence, Relation
from models.invitations import CandidateInvitation, OutboxMessage
from models.judgements import ReadingJudgement
from models.nominations import Nomination
from models.oversight import RetentionDeadline
from models.selection import Candidate, RecordedStep
from models.shortlists import EvidenceTask, HumanFinding, Shortlist, ShortlistChoice
from models.vocabulary import RelationStatus
from models.vocabulary.selection import InvitationState, SelectionState, ShortlistStatus
from service.kit.actor import Actor

_PLAIN: tuple[type[SQLModel], ...] = (
    Evidence,
    PastConsent,
    RetentionDeadline,
    DataRequest,
    RecordedStep,
    OutboxMessage,
    HumanFinding,
    Document,
    Nomination,
)


def move_rows(session: WriteSession, by: Actor, kept: str, other: str) -> None:
    """Let every row of ``other`` name ``kept``; of two that cannot both stand, the one of ``kept`` stands."""
    for table in _PLAIN:
        _rename(session, table, "expert_id", kept, other)
    unsigned = sa.select(col(Shortlist.id)).where(col(Shortlist.status) != ShortlistStatus.SIGNED)
    _rename(session, ShortlistChoice, "expert_id", kept, other, col(ShortlistChoice.shortlist_id).in_(unsigned))
    _rename(session, Relation, "expert_id", kept, other, _not(Relation, "other_expert_id", kept))
    _rename(session, Relation, "other_expert_id", kept, other, _not(Relation, "expert_id", kept))
    _move_unique(session, EvidenceTask, kept, other, ("request_id", "role", "rule_id"))
    _move_unique(session, ReadingJudgement, kept, other, ("digest", "matter", "capability_id", "waiting"))
    if session.scalar(sa.select(col(RoleGrant.account_id)).where(col(RoleGrant.expert_id) == kept)) is None:
        _rename(session, RoleGrant, "expert_id", kept, other)
    _move_invitations(session, by, kept, other)
    _move_candidates(session, kept, other)
    session.expire_all()
    _move_judgements(session, by, kept, other)


def _rename(session: WriteSession, table: type[SQLModel], column: str, kept: str, other: str, *only: Any) -> None:
    named = col(getattr(table, column))
    session.execute(sa.update(table).where(named == other, *only).values({column: kept}))


def _not(table: type[SQLModel], column: str, value: str) -> Any:
    named = col(getattr(table, column))
    return sa.or_(named.is_(None), named != value)


def _move_unique(session: WriteSession, table: type[SQLModel], kept: str, other: str, columns: tuple[str, ...]) -> None:
    """Move the rows of a table in which a person has one row for each value of ``columns``; a second one stays behind."""
    own = sa.orm.aliased(table)
    same = [getattr(own, name) == getattr(table, name) for name in columns]
    there = sa.exists().where(own.expert_id == kept, *same)  # type: ignore[attr-defined]
    _rename(session, table, "expert_id", kept, other, ~there)


def _move_invitations(session: WriteSession, by: Actor, kept: str, other: str) -> None:
    """Move invitations; of two that are open for one seat the kept record's stays, the other's is withdrawn and gives its slot back."""
    table = CandidateInvitation
    own = sa.orm.aliased(table)
    same = (col(own.request_id) == table.request_id, col(own.role) == table.role, col(own.state) == InvitationState.OPEN)
    twice = sa.exists().where(col(own.expert_id) == kept, *same)
    ended = {"state": InvitationState.WITHDRAWN, "slot": None, "seat": None, "answered_at": by.now}
    theirs = (col(table.expert_id) == other, col(table.state) == InvitationState.OPEN)
    ids = list(session.scalars(sa.select(col(table.id)).where(*theirs, twice)))
    session.execute(sa.update(table).where(col(table.id).in_(ids)).values(**ended))
    _rename(session, table, "expert_id", kept, other)


def _move_candidates(session: WriteSession, kept: str, other: str) -> None:
    """Move candidacies; a person who stands twice for one role stands once, as far as the procedure has come."""
    for candidate in list(session.scalars(sa.select(Candidate).where(col(Candidate.expert_id) == other))):
        own = session.get(Candidate, (candidate.request_id, candidate.role, kept))
        values = candidate.model_dump() | {"expert_id": kept}
        session.delete(candidate)
        session.flush()
        if own is None:
            session.add(Candidate.model_validate(values))
        elif _PROGRESS.index(own.state) < _PROGRESS.index(values["state"]):
            own.state, own.changed_at = values["state"], values["changed_at"]
        session.flush()


# From the least to the farthest; a refusal or a withdrawal is a word of the person and stands before what only waits.
_PROGRESS = [
    SelectionState.NEED,
    SelectionState.ANNOUNCED,
    SelectionState.CANDIDATE_POOL,
    SelectionState.SHORTLIST,
    SelectionState.INVITED,
    SelectionState.COUNCIL,
    SelectionState.DECLINED,
    SelectionState.WITHDRAWN,
    SelectionState.ENDED,
    SelectionState.DECIDED,
    SelectionState.CONTRACT,
    SelectionState.IN_ROLE,
]


def _move_judgements(session: WriteSession, by: Actor, kept: str, other: str) -> None:
    """Move judgements of conflicts; of two in force on the same facts the confirmed one stands, the other is lifted."""
    table = ConflictJudgement
    named = sa.or_(col(table.expert_id) == other, col(table.other_expert_id) == other)
    for judgement in list(session.scalars(sa.select(table).where(named).order_by(col(table.id)))):
        people = [kept if one == other else one for one in (judgement.expert_id, judgement.other_expert_id)]
        if people[0] == people[1]:
            continue  # between the two records themselves: it stays with the merged one
        owner, person = people
        if person is not None and judgement.product_id is None and judgement.project_id is None:
            owner, person = sorted((owner or "", person))
        _rename_judgement(session, by, judgement, owner or "", person)


def _rename_judgement(session: WriteSession, by: Actor, judgement: ConflictJudgement, owner: str, person: str | None) -> None:
    subject = judgement.product_id or judgement.project_id or ""
    facts = "|".join((judgement.kind, judgement.organisation_id or "", person or "", subject))
    table = ConflictJudgement
    in_force = (col(table.expert_id) == owner, col(table.facts) == facts, col(table.lifted_at).is_(None), col(table.id) != judgement.id)
    rival = session.scalar(sa.select(table).where(*in_force)) if judgement.lifted_at is None else None
    if rival is not None:
        lifted = judgement if rival.verdict is RelationStatus.CONFIRMED else rival
        lifted.lifted_by, lifted.lifted_at = by.actor, by.now
        session.flush()
    judgement.expert_id, judgement.other_expert_id, judgement.facts = owner, person, facts
    session.flush()
