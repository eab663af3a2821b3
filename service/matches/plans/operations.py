"""Saves plans, adopts one and undoes an adoption; each is one transaction with its audit event."""

import uuid

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from models.audit import AuditAction
from models.database import WriteSession
from models.plans import Plan, PlanAdoption
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict
from service.matches.plans.questions import Question
from service.matches.plans.records import PlanResult
from service.matches.plans.saved import find_plan, result_of

PLAN = "plan"


def new_id(by: Actor) -> str:
    """Return an id for a plan, which begins with its day."""
    return f"PLAN-{by.now:%Y%m%d}-{uuid.uuid4().hex[:10]}"


def plan_row(identifier: str, by: Actor, question: Question, result: PlanResult, derived_from: str | None = None) -> Plan:
    """Return a plan that is not saved yet."""
    return Plan(
        id=identifier,
        created_at=by.now,
        actor=by.actor,
        objective=result.objective,
        fingerprint=question.fingerprint,
        inputs=question.inputs.model_dump(mode="json"),
        request=question.fields.model_dump(mode="json"),
        result=result.model_dump(mode="json"),
        derived_from=derived_from,
    )


def save(session: WriteSession, by: Actor, plan: Plan) -> None:
    """Add a plan."""
    session.add(plan)
    session.flush()
    details = {"objective": plan.objective, "filled": plan.result["filled"], "places": plan.result["places"]}
    record(session, by, AuditAction.PLAN_MADE, AuditedObject(PLAN, plan.id), **details, derived_from=plan.derived_from)


def adopt(session: WriteSession, by: Actor, identifier: str) -> PlanAdoption:
    """Adopt a plan in place of the one that is in force; raises ``NotFound``, ``Conflict``, ``Forbidden`` to who is in it."""
    plan = find_plan(session, identifier)
    leave_to_others(by, *_people_in(plan))
    before = _current(session)
    if before is not None and before.plan_id == plan.id:
        raise Conflict("plan_adopted_already", en="This plan is adopted already.", vi="Kế hoạch này đã được thông qua.")
    if before is not None:
        _end(session, by, before)
    adopted = _begin(session, by, plan.id, before.plan_id if before else None)
    record(session, by, AuditAction.PLAN_ADOPTED, AuditedObject(PLAN, plan.id), instead_of=adopted.instead_of)
    return adopted


def undo_adoption(session: WriteSession, by: Actor, identifier: str) -> PlanAdoption | None:
    """End the adoption of a plan; the plan whose place it took is in force again and returned.

    Raises ``NotFound``, ``Conflict``, and ``Forbidden`` to who is in the plan.
    """
    plan = find_plan(session, identifier)
    leave_to_others(by, *_people_in(plan))
    current = _current(session)
    if current is None or current.plan_id != plan.id:
        raise Conflict(
            "plan_not_adopted", en="This plan is not the adopted one.", vi="Kế hoạch này không phải kế hoạch đang được thông qua."
        )
    _end(session, by, current)
    back = _begin(session, by, current.instead_of, _before(session, current.instead_of)) if current.instead_of else None
    record(session, by, AuditAction.PLAN_ADOPTION_UNDONE, AuditedObject(PLAN, plan.id), again=current.instead_of)
    return back


def _people_in(plan: Plan) -> set[str]:
    return {one.person for seat in result_of(plan).seats for one in (*seat.people, *seat.standby)}


def _current(session: WriteSession) -> PlanAdoption | None:
    return session.scalars(sa.select(PlanAdoption).where(col(PlanAdoption.current)).with_for_update()).one_or_none()


def _before(session: WriteSession, identifier: str) -> str | None:
    """Return what stood before a plan when it was adopted last, so that one undo after the other leads back."""
    latest = sa.select(col(PlanAdoption.instead_of)).where(col(PlanAdoption.plan_id) == identifier)
    return session.scalar(latest.order_by(col(PlanAdoption.id).desc()).limit(1))


def _end(session: WriteSession, by: Actor, adoption: PlanAdoption) -> None:
    adoption.current, adoption.ended_at, adoption.ended_by = False, by.now, by.actor
    session.flush()


def _begin(session: WriteSession, by: Actor, identifier: str, instead_of: str | None) -> PlanAdoption:
    adopted = PlanAdoption(plan_id=identifier, instead_of=instead_of, adopted_at=by.now, adopted_by=by.actor)
    session.add(adopted)
    try:
        session.flush()
    except IntegrityError as taken:
        raise Conflict(
            "other_plan_adopted",
            en="Another plan was adopted at the same moment. Look at it and decide anew.",
            vi="Một kế hoạch khác vừa được thông qua cùng lúc. Hãy xem lại rồi quyết định.",
        ) from taken
    return adopted
