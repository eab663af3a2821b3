"""The pages of plans: the list, one plan, a form to make one, prices of a seat, a comparison."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse
from sqlmodel import col

from matching.assignment.objective import Objective
from models.jobs import Job
from models.plans import Plan
from models.vocabulary import JobStatus
from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.kit.addresses import led_to
from service.kit.forms import Form, FormFields
from service.kit.pagination import Paged, find_page_by_place
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Writing
from service.kit.validation import validated
from service.matches.plans.changes import compare, prices_of, repaired
from service.matches.plans.dependencies import MAKE, READ, Asked, Asking, visible_plan
from service.matches.plans.making import KIND
from service.matches.plans.operations import adopt, undo_adoption
from service.matches.plans.requests import PlanInput, PlanRole, RepairInput
from service.matches.plans.sentences import OBJECTIVES
from service.matches.plans.written import read_exclusions, read_pins
from service.matches.recommendations.cells import SHORT_NAMES

router = APIRouter(prefix="/plans", include_in_schema=False)
NUMBERS = ("pairs", "alternates", "seats_per_person")
LATEST = 50


@router.get("", dependencies=READ)
def plans_page(asked: Asking, reader: ReaderOfPage, paging: Paged) -> Response:
    """Show the plans, the latest first."""
    order = (col(Plan.created_at).desc(), col(Plan.id))
    found = paging.page(find_page_by_place(asked.session, sa.select(Plan), order, paging), asked.showing().summary)
    return reader.render("matches/plans/list.html", found=found)


@router.get("/new", dependencies=MAKE)
def new_plan_page(reader: ReaderOfPage) -> Response:
    """Show the form."""
    return reader.render("matches/plans/new.html", objectives={code: OBJECTIVES[code] for code in (Objective.TOTAL, Objective.WORST_FIRST)})


@router.post("/new", dependencies=MAKE)
def make_plan_page(form: FormFields, asked: Asking) -> Response:
    """Make a plan and lead to it, or to where it will stand."""
    return _lead_to(asked, _fields(form))


@router.get("/compare", dependencies=READ)
def compare_page(
    asked: Asking, reader: ReaderOfPage, before: Annotated[str, Query()], other: Annotated[str, Query(alias="with")]
) -> Response:
    """Show what differs between two plans."""
    found = compare(asked.session, asked.recommender, asked.plan(before), asked.plan(other))
    return reader.render("matches/plans/compare.html", found=found)


@router.get("/{plan_id}", dependencies=READ)
def plan_page(plan_id: str, asked: Asking, reader: ReaderOfPage) -> Response:
    """Show a plan, or that it is being solved."""
    if asked.session.get(Plan, plan_id) is None and _is_solved(asked, plan_id):
        return reader.render("matches/plans/waiting.html", status=202, identifier=plan_id)
    plan = asked.plan(plan_id)
    showing = asked.showing()
    others = asked.session.scalars(
        sa.select(col(Plan.id)).where(col(Plan.id) != plan_id).order_by(col(Plan.created_at).desc(), col(Plan.id)).limit(LATEST)
    )
    return reader.render(
        "matches/plans/plan.html", plan=showing.plan(plan), diagnosis=showing.diagnosis(plan), roles=SHORT_NAMES, others=list(others)
    )


@router.get("/{plan_id}/prices", dependencies=READ)
def prices_page(plan_id: str, seat: str, asked: Asking, reader: ReaderOfPage) -> Response:
    """Show what others would cost in a seat."""
    found = prices_of(asked.session, asked.recommender, asked.plan(plan_id), seat)
    return reader.render("matches/plans/prices.html", found=found)


@router.post("/{plan_id}/repair", dependencies=MAKE)
def repair_page(plan_id: str, form: FormFields, asked: Asking) -> Response:
    """Make the repair and lead to it."""
    declined = [{"person": form["declined"]}] if form.get("declined") else []
    fields = repaired(asked.plan(plan_id), asked.people(), validated(RepairInput, {"declined": declined}))
    return _lead_to(asked, fields, plan_id)


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


def _lead_to(asked: Asked, fields: PlanInput, derived_from: str | None = None) -> Response:
    answer = Response()
    asked.make(fields, answer, derived_from)
    identifier = answer.headers["Location"].rpartition("/")[2]
    return led_to(asked.request, f"/plans/{identifier}")


def _is_solved(asked: Asked, plan_id: str) -> bool:
    """Return whether a job is at work on the plan."""
    open_jobs = sa.select(Job).where(col(Job.kind) == KIND, col(Job.status).in_((JobStatus.QUEUED, JobStatus.RUNNING)))
    return any(job.arguments.get("plan") == plan_id for job in asked.session.scalars(open_jobs))


def _fields(form: Form) -> PlanInput:
    subjects = form.get("subjects", "").replace(",", " ").split()
    given: dict[str, object] = {name: form[name].strip() for name in NUMBERS if form.get(name, "").strip()}
    if subjects:
        given["seats"] = [{"subject": subject, "role": role} for subject in dict.fromkeys(subjects) for role in PlanRole]
    if form.get("objective"):
        given["objective"] = form["objective"]
    fields = validated(PlanInput, given)
    pins, exclusions = read_pins(form.get("pins", "").split()), read_exclusions(form.get("exclusions", "").split())
    return fields.model_copy(update={"pins": pins, "exclusions": exclusions})
