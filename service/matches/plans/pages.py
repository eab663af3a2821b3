"""The pages of plans: the list, one plan, a form to make one, prices of a seat, a comparison."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import Query, Response
from fastapi.responses import RedirectResponse
from sqlmodel import col
from starlette.datastructures import FormData

from matching.assignment.objective import Objective
from models.jobs import Job
from models.plans import Plan
from models.vocabulary import JobStatus
from service.catalogue.products.queries import default_list
from service.catalogue.rules.queries import rule_sets
from service.identity.access.acting import Acting
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.kit.addresses import led_to
from service.kit.forms import Fields, FormFields, filled, submitted
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, find_page_by_place
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Writing
from service.kit.validation import validated
from service.matches.plans.board import lanes, plan_names, seat_names, worst_first
from service.matches.plans.changes import changed, compare, prices_of, repaired, what_if
from service.matches.plans.dependencies import MAKE, READ, PlanContext, WithPlanContext, visible_plan
from service.matches.plans.making import KIND
from service.matches.plans.operations import adopt, undo_adoption
from service.matches.plans.requests import PlanInput, PlanRole, RepairInput, WhatIfInput
from service.matches.plans.sentences import INPUTS, OBJECTIVES, SOLVERS
from service.matches.plans.written import read_pins
from service.matches.recommendations.cells import SHORT_NAMES, products_of

router = APIRouter(prefix="/plans", include_in_schema=False)
NUMBERS = ("pairs", "alternates", "seats_per_person")
LATEST = 50
AT_FIRST = 10
"""How many subjects of a plan stand unfolded on a phone: those whose seats need a look."""


@router.get("", dependencies=READ)
def plans_page(viewer: CurrentViewer, context: WithPlanContext, reader: ReaderOfPage, paging: ShortPaged) -> Response:
    """Show the plans, the latest first."""
    order = (col(Plan.created_at).desc(), col(Plan.id))
    found = paging.page(find_page_by_place(context.session, sa.select(Plan), order, paging), context.showing().summary)
    makes = may(viewer, Operation.MAKE_PLANS) is True
    return reader.render("matches/plans/list.html", found=found, plan_names=plan_names(context.session), makes=makes)


@router.get("/new", dependencies=MAKE)
def new_plan_page(context: WithPlanContext, reader: ReaderOfPage) -> Response:
    """Show the form."""
    objectives = {code: OBJECTIVES[code] for code in (Objective.TOTAL, Objective.WORST_FIRST)}
    products = products_of(context.session, default_list(context.session) or "")
    return reader.render("matches/plans/new.html", objectives=objectives, products=products)


@router.post("/new", dependencies=MAKE)
def make_plan_page(form: Annotated[FormData, submitted("subjects")], context: WithPlanContext) -> Response:
    """Make a plan and lead to it, or to where it will stand."""
    return _lead_to(context, _fields(filled(form, "subjects")))


@router.get("/compare", dependencies=READ)
def compare_page(
    context: WithPlanContext, reader: ReaderOfPage, before: Annotated[str, Query()], other: Annotated[str, Query(alias="with")]
) -> Response:
    """Show what differs between two plans."""
    earlier, later = context.plan(before), context.plan(other)
    found = compare(context.session, context.recommender, earlier, later)
    showing = context.showing()
    seats = seat_names(showing.plan(earlier)) | seat_names(showing.plan(later))
    return reader.render(
        "matches/plans/compare.html", found=found, inputs=INPUTS, plan_names=plan_names(context.session), seats=seats, pin=None
    )


@router.get("/{plan_id}", dependencies=READ)
def plan_page(plan_id: str, viewer: CurrentViewer, context: WithPlanContext, reader: ReaderOfPage) -> Response:
    """Show a plan, or that it is being solved."""
    if context.session.get(Plan, plan_id) is None and _is_solved(context, plan_id):
        return reader.render("matches/plans/waiting.html", status=202, identifier=plan_id)
    plan = context.plan(plan_id)
    showing = context.showing()
    others = context.session.scalars(
        sa.select(col(Plan.id)).where(col(Plan.id) != plan_id).order_by(col(Plan.created_at).desc(), col(Plan.id)).limit(LATEST)
    )
    view = showing.plan(plan)
    return reader.render(
        "matches/plans/plan.html",
        plan=view,
        subjects=worst_first(view.subjects),
        at_first=AT_FIRST,
        lanes=lanes(view),
        seats=seat_names(view),
        plan_names=plan_names(context.session),
        diagnosis=showing.diagnosis(plan),
        roles=SHORT_NAMES,
        solvers=SOLVERS,
        inputs=INPUTS,
        rule_sets=rule_sets(context.session),
        others=list(others),
        may_make=may(viewer, Operation.MAKE_PLANS) is True,
    )


@router.get("/{plan_id}/prices", dependencies=READ)
def prices_page(plan_id: str, seat: str, context: WithPlanContext, reader: ReaderOfPage) -> Response:
    """Show what others would cost in a seat."""
    plan = context.plan(plan_id)
    found = prices_of(context.session, context.recommender, plan, seat)
    seats = seat_names(context.showing().plan(plan))
    return reader.render("matches/plans/prices.html", found=found, inputs=INPUTS, seats=seats, plan_names=plan_names(context.session))


@router.post("/{plan_id}/board", dependencies=MAKE)
def board_page(plan_id: str, form: FormFields, context: WithPlanContext, reader: ReaderOfPage) -> Response:
    """Put somebody into a seat: ``try`` shows what would change and saves nothing, ``make`` makes a plan of it beside this one."""
    plan, pin = context.plan(plan_id), form.get("pin", "")
    # Whoever held another seat by a pin, or was kept out of this one, is let go first: the latest word counts.
    changes = WhatIfInput(pins=read_pins([pin]), without=[pin.partition(":")[0]])
    if form.get("do") == "make":
        return _lead_to(context, changed(PlanInput.model_validate(plan.request), changes), plan_id)
    found = what_if(context.session, context.recommender, plan, changes)
    seats = seat_names(context.showing().plan(plan))
    return reader.render(
        "matches/plans/compare.html", found=found, inputs=INPUTS, plan_names=plan_names(context.session), seats=seats, pin=pin
    )


@router.post("/{plan_id}/repair", dependencies=MAKE)
def repair_page(plan_id: str, form: FormFields, context: WithPlanContext) -> Response:
    """Make the repair and lead to it."""
    declined = [{"person": form["declined"]}] if form.get("declined") else []
    fields = repaired(context.plan(plan_id), context.people(), validated(RepairInput, {"declined": declined}))
    return _lead_to(context, fields, plan_id)


@router.post("/{plan_id}/adopt", dependencies=MAKE)
def adopt_page(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> Response:
    """Adopt the plan and show it."""
    adopt(session, by, visible_plan(session, viewer, plan_id).id)
    return RedirectResponse(f"../{plan_id}", 303)


@router.post("/{plan_id}/undo", dependencies=MAKE)
def undo_page(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> Response:
    """Undo the adoption and show the plan."""
    undo_adoption(session, by, visible_plan(session, viewer, plan_id).id)
    return RedirectResponse(f"../{plan_id}", 303)


def _lead_to(context: PlanContext, fields: PlanInput, derived_from: str | None = None) -> Response:
    answer = Response()
    context.make(fields, answer, derived_from)
    identifier = answer.headers["Location"].rpartition("/")[2]
    return led_to(context.request, f"/plans/{identifier}")


def _is_solved(context: PlanContext, plan_id: str) -> bool:
    """Return whether a job is at work on the plan."""
    open_jobs = sa.select(Job).where(col(Job.kind) == KIND, col(Job.status).in_((JobStatus.QUEUED, JobStatus.RUNNING)))
    return any(job.arguments.get("plan") == plan_id for job in context.session.scalars(open_jobs))


def _fields(form: Fields) -> PlanInput:
    """Return the request of the form; each ticked subject gets both roles."""
    subjects = [subject for ticked in form["subjects"] for subject in ticked.replace(",", " ").split()]
    given: dict[str, object] = {name: str(form[name]).strip() for name in NUMBERS if name in form}
    if subjects:
        given["seats"] = [{"subject": subject, "role": role} for subject in dict.fromkeys(subjects) for role in PlanRole]
    if "objective" in form:
        given["objective"] = form["objective"]
    return validated(PlanInput, given)
