"""Reads saved plans and which of them is adopted."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.assignment.problem import Choice
from models.plans import Plan, PlanAdoption
from service.kit.problems import NotFound
from service.matches.plans.records import PlanResult


def find_plan(session: Session, identifier: str) -> Plan:
    """Return a plan; raises ``NotFound``."""
    plan = session.get(Plan, identifier)
    if plan is None:
        raise NotFound.of(en="plan", vi="kế hoạch", identifier=identifier)
    return plan


def result_of(plan: Plan) -> PlanResult:
    """Return what was solved."""
    return PlanResult.model_validate(plan.result)


def choices_of(result: PlanResult) -> tuple[Choice, ...]:
    """Return who takes which seat."""
    return tuple((one.person, seat.id) for seat in result.seats for one in seat.people)


def taken_of(session: Session, identifier: str) -> tuple[Choice, ...]:
    """Return who takes which seat of a saved plan; raises ``NotFound``."""
    return choices_of(result_of(find_plan(session, identifier)))


def adopted_plan(session: Session) -> str | None:
    """Return the id of the plan that is in force, or None."""
    return session.scalar(sa.select(col(PlanAdoption.plan_id)).where(col(PlanAdoption.current)))
