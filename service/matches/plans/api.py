"""Addresses of plans: make, show, explain, price, change, repair, compare, adopt, export."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import Body, Query, Response
from sqlmodel import col

from matching.assignment.objective import Objective
from models.plans import Plan
from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page_by_place
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.tables import CSVResponse
from service.matches.plans import schemas
from service.matches.plans.changes import compare, prices_of, repaired, what_if
from service.matches.plans.dependencies import MAKE, READ, WithPlanContext, visible_plan
from service.matches.plans.exchange import as_csv, read_csv
from service.matches.plans.operations import PLAN, adopt, undo_adoption
from service.matches.plans.requests import PlanInput, RepairInput, WhatIfInput
from service.matches.plans.saved import result_of
from service.matches.plans.views import adoptions

router = APIRouter(prefix="/plans", tags=["plans"], responses=responses(401, 403, 503))
ANSWERS = {**responses(404), 202: {"model": schemas.PlanJobView, "description": "The plan is being solved by a job"}}
Seat = Annotated[str, Query(examples=["P01:CE_PROJECT"], description="Seat of the plan")]


@router.post("", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def make_plan(fields: PlanInput, context: WithPlanContext, response: Response) -> schemas.PlanView | Response:
    """Make and save a plan: at once where the solver is fast, else by a job that the answer names."""
    return context.make(fields, response)


@router.post("/from-csv", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def make_plan_from_csv(
    content: Annotated[
        bytes, Body(media_type="text/csv", description="Columns subject, role, and as wanted pairs, alternates, person, pin")
    ],
    context: WithPlanContext,
    response: Response,
    objective: Objective = Objective.TOTAL,
    seats_per_person: Annotated[int, Query(ge=0, le=20)] = 1,
) -> schemas.PlanView | Response:
    """Make a plan from a table of seats and pins, such as the export of a plan."""
    return context.make(read_csv(content, PlanInput(objective=objective, seats_per_person=seats_per_person)), response)


@router.get("", dependencies=READ)
def list_plans(context: WithPlanContext, paging: Paged) -> Page[schemas.PlanSummary]:
    """List the plans, the latest first."""
    order = (col(Plan.created_at).desc(), col(Plan.id))
    return paging.page(find_page_by_place(context.session, sa.select(Plan), order, paging), context.showing().summary)


@router.get("/adoptions", dependencies=READ)
def list_adoptions(session: Reading) -> list[schemas.AdoptionView]:
    """Give the history of adoptions, the latest first."""
    return adoptions(session)


@router.get("/{plan_id}", dependencies=READ, responses=responses(404))
def get_plan(plan_id: str, context: WithPlanContext) -> schemas.PlanView:
    """Show a plan with the people as they are today; whoever withdrew has no name, and a repair is offered."""
    return context.showing().plan(context.plan(plan_id))


@router.get("/{plan_id}/diagnosis", dependencies=READ, responses=responses(404))
def get_plan_diagnosis(plan_id: str, context: WithPlanContext) -> schemas.DiagnosisView:
    """Say why places stay empty: people left after each gate, what binds, the smallest changes that would fill them."""
    return context.showing().diagnosis(context.plan(plan_id))


@router.get("/{plan_id}/prices", dependencies=READ, responses=responses(404, 409))
def get_plan_prices(plan_id: str, seat: Seat, context: WithPlanContext) -> schemas.PriceList:
    """Say what others would cost in a seat, and what that frees its people for."""
    return prices_of(context.session, context.recommender, context.plan(plan_id), seat)


@router.get("/{plan_id}/export", dependencies=READ, response_class=CSVResponse, responses=responses(404))
def export_plan(plan_id: str, context: WithPlanContext) -> CSVResponse:
    """Give a plan as CSV, with ids and without names; posted to /plans/from-csv it makes a plan with the same people."""
    result = result_of(context.plan(plan_id))
    people = sorted({one.person for seat in result.seats for one in (*seat.people, *seat.standby)})
    record_reading(services_of(context.request).engine, context.by, "export", AuditedObject(PLAN, plan_id), people)
    return CSVResponse(as_csv(result), headers=attachment(f"{plan_id}.csv"))


@router.get("/{plan_id}/compare", dependencies=READ, responses=responses(404))
def compare_plans(
    plan_id: str, context: WithPlanContext, other: Annotated[str, Query(alias="with", description="The plan to compare with")]
) -> schemas.ComparisonView:
    """List every difference to another plan with its cause."""
    return compare(context.session, context.recommender, context.plan(plan_id), context.plan(other))


@router.post("/{plan_id}/what-if", dependencies=READ, responses=responses(404))
def try_plan_change(plan_id: str, changes: WhatIfInput, context: WithPlanContext) -> schemas.ComparisonView:
    """Try changes and list what they would change; nothing is saved."""
    return what_if(context.session, context.recommender, context.plan(plan_id), changes)


@router.post("/{plan_id}/repair", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def repair_plan(plan_id: str, declined: RepairInput, context: WithPlanContext, response: Response) -> schemas.PlanView | Response:
    """Make a plan without whoever declined or withdrew that moves as few others as possible; the first plan stays as it is."""
    fields = repaired(context.plan(plan_id), context.people(), declined)
    return context.make(fields, response, derived_from=plan_id)


@router.post("/{plan_id}/adopt", dependencies=MAKE, responses=responses(404, 409))
def adopt_plan(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> schemas.AdoptionView:
    """Adopt a plan in place of the one in force."""
    return schemas.AdoptionView.model_validate(adopt(session, by, visible_plan(session, viewer, plan_id).id), from_attributes=True)


@router.post("/{plan_id}/adoption/undo", dependencies=MAKE, responses=responses(404, 409))
def undo_plan_adoption(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> schemas.AdoptionView | None:
    """Undo the adoption of a plan: the plan whose place it took is in force again, or none."""
    back = undo_adoption(session, by, visible_plan(session, viewer, plan_id).id)
    return schemas.AdoptionView.model_validate(back, from_attributes=True) if back else None
