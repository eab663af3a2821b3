"""How a plan is looked at: its name for people, the seats that need a look first, and each person with the seats that they hold."""

from collections.abc import Iterable
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.plans import Plan
from service.kit.languages import Bilingual
from service.matches.plans.schemas import PersonView, PlanView, SeatView, SubjectPlanView


class Lane(NamedTuple):
    """A person with what they hold: names of subjects and roles."""

    person: PersonView
    held: list[tuple[SubjectPlanView, SeatView]]


def plan_names(session: Session) -> dict[str, Bilingual]:
    """Return what people call each plan: numbered in the order in which they were made."""
    ids = session.scalars(sa.select(col(Plan.id)).order_by(col(Plan.created_at), col(Plan.id)))
    return {identifier: Bilingual(en=f"Option {number}", vi=f"Phương án {number}") for number, identifier in enumerate(ids, start=1)}


def worst_first(subjects: Iterable[SubjectPlanView]) -> list[SubjectPlanView]:
    """Return subjects with empty places first, then by the lowest score in one of their seats, then by id."""
    return sorted(subjects, key=lambda subject: (-sum(seat.empty for seat in subject.seats), _lowest(subject), subject.id))


def lanes(plan: PlanView) -> list[Lane]:
    """Return everybody who holds a seat, those with most seats first, then by name."""
    found: dict[str, Lane] = {}
    for subject in plan.subjects:
        for seat in subject.seats:
            for one in seat.people:
                found.setdefault(one.person.id, Lane(one.person, [])).held.append((subject, seat))
    return sorted(found.values(), key=lambda lane: (-len(lane.held), lane.person.display_name or "", lane.person.id))


def seat_names(plan: PlanView) -> dict[str, Bilingual]:
    """Return what each seat is called: the subject and the role, never their codes."""
    return seats_called(plan.subjects)


def seats_called(subjects: Iterable[SubjectPlanView]) -> dict[str, Bilingual]:
    """Return what each seat of ``subjects`` is called."""
    return {
        seat.id: Bilingual(en=f"{subject.name.en}, {seat.role.en}", vi=f"{subject.name.vi}, {seat.role.vi}")
        for subject in subjects
        for seat in subject.seats
    }


def _lowest(subject: SubjectPlanView) -> float:
    return min((one.score for seat in subject.seats for one in seat.people if one.score is not None), default=0.0)
