"""What is true of people on the day that a list is looked at, beside what was known when it was made: employer, hours, other duties."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert
from models.projects import Organisation
from models.selection import Candidate
from models.vocabulary import EvidenceKind
from models.vocabulary.selection import SelectionState

_AT_WORK = (
    SelectionState.INVITED,
    SelectionState.CANDIDATE_POOL,
    SelectionState.COUNCIL,
    SelectionState.DECIDED,
    SelectionState.CONTRACT,
    SelectionState.IN_ROLE,
)
Pairs = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class PersonNow:
    """``employers`` are those of positions that go on; ``elsewhere`` counts other requests in which the person stands, invited or later."""

    country: str
    languages: list[str]
    hours: int | None
    available_from: date | None
    available_until: date | None
    employers: list[str]
    elsewhere: int


def people_now(session: Session, expert_ids: Iterable[str], request_id: str) -> dict[str, PersonNow]:
    """Return what is true of each person now; whoever is not there any more is left out."""
    wanted = set(expert_ids)
    employers, elsewhere = _employers(session, wanted), _elsewhere(session, wanted, request_id)
    people = session.scalars(sa.select(Expert).where(col(Expert.id).in_(wanted)))
    return {
        person.id: PersonNow(
            country=person.country,
            languages=person.languages,
            hours=person.hours_per_week,
            available_from=person.available_from,
            available_until=person.available_until,
            employers=employers.get(person.id, []),
            elsewhere=elsewhere.get(person.id, 0),
        )
        for person in people
    }


def _employers(session: Session, wanted: set[str]) -> Pairs:
    """Return the organisations of positions without an end, the latest first."""
    going_on = (col(Evidence.kind) == EvidenceKind.POSITION, col(Evidence.ends).is_(None), col(Evidence.expert_id).in_(wanted))
    named = sa.select(col(Evidence.expert_id), col(Organisation.name)).join(
        Organisation, col(Organisation.id) == col(Evidence.organisation_id)
    )
    found: Pairs = {}
    for expert_id, name in session.execute(named.where(*going_on).order_by(col(Evidence.starts).desc(), col(Evidence.id))):
        if name not in found.setdefault(expert_id, []):
            found[expert_id].append(name)
    return found


def _elsewhere(session: Session, wanted: set[str], request_id: str) -> dict[str, int]:
    others = (col(Candidate.expert_id).in_(wanted), col(Candidate.request_id) != request_id, col(Candidate.state).in_(_AT_WORK))
    counted = sa.select(col(Candidate.expert_id), sa.func.count(sa.distinct(col(Candidate.request_id)))).where(*others)
    return {row[0]: row[1] for row in session.execute(counted.group_by(col(Candidate.expert_id)))}
