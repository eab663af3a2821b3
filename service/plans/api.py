"""Addresses of plans: make, show, explain, price, change, repair, compare, adopt, export."""

from dataclasses import dataclass
from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Body, Depends, Query, Request, Response
from sqlmodel import Session, col

from matching.assignment.objective import Objective
from models.database import ReadSession, unpooled, writing
from models.plans import Plan
from service.access.guards import enforce, permit
from service.access.policies import Operation, may_see_inside
from service.access.viewer import CurrentViewer, Viewer
from service.acting import Acting, By
from service.attachments import attachment
from service.audit.operations import Thing, record_reading
from service.idempotency import KeyHeader, Once
from service.pagination import Page, Paged, find_page_by_place
from service.plans import schemas
from service.plans.changes import compare, prices_of, repaired, what_if
from service.plans.exchange import as_csv, read_csv
from service.plans.making import keep, make
from service.plans.operations import PLAN, adopt, undo_adoption
from service.plans.people import People
from service.plans.questions import open_only
from service.plans.requests import PlanInput, RepairInput, WhatIfInput
from service.plans.saved import find_plan, result_of
from service.plans.views import Showing, adoptions, sensitivities
from service.problems import Invalid, responses
from service.recommendations.api import CSVResponse
from service.recommendations.recommending import Recommender
from service.sessions import Reading, Writing

READ, MAKE = [permit(Operation.READ_MATCHES)], [permit(Operation.MAKE_PLANS)]
router = APIRouter(prefix="/plans", tags=["plans"], responses=responses(401, 403, 503))
ANSWERS = {**responses(404), 202: {"model": schemas.PlanJobView, "description": "The plan is being solved by a job"}}
JOBS = "/api/v1/jobs"
Seat = Annotated[str, Query(examples=["P01:CE_PROJECT"], description="Seat of the plan")]


@dataclass(frozen=True)
class Asked:
    """What a request about plans needs; rankings and solving wait for no writer, and only the saving locks."""

    request: Request
    session: ReadSession
    viewer: Viewer
    by: By
    key: str | None

    @property
    def recommender(self) -> Recommender:
        """Return the recommender of the process."""
        found: Recommender = self.request.app.state.recommender
        return found

    def showing(self) -> Showing:
        """Return what shows plans to this request."""
        return Showing.of(self.session, self.recommender)

    def people(self) -> People:
        """Return the people as they are today."""
        return People.now(self.session, self.recommender)

    def plan(self, identifier: str) -> Plan:
        """Return a saved plan; raises what ``visible_plan`` raises."""
        return visible_plan(self.session, self.viewer, identifier)

    def make(self, fields: PlanInput, response: Response, derived_from: str | None = None) -> schemas.PlanView | Response:
        """Make and save a plan once, and answer with it, or with the job that solves it.

        Without clearance, the list in force is what is open of it, and what is restricted and named is ``Forbidden``.
        """
        made = make(
            self.session, self.recommender, self.by, fields if self.viewer.cleared else open_only(self.session, fields), derived_from
        )
        for sensitivity in made.question.sensitivities:
            enforce(may_see_inside(self.viewer, sensitivity))
        with writing(unpooled(self.request.app.state.engine)) as session:
            once = Once(self.request, session, self.by, self.key)
            if earlier := once.earlier(fields):
                return earlier
            kept = keep(session, self.by, made)
            response.headers["Location"] = f"/api/v1/plans/{made.identifier}"
            if isinstance(kept, Plan):
                return once.keep(self.showing().plan(kept), response)
            job = once.keep(kept, response, status=202)
            headers = {"Location": f"{JOBS}/{job.job.id}"}
            return Response(job.model_dump_json(), 202, headers, "application/json")


def visible_plan(session: Session, viewer: Viewer, identifier: str) -> Plan:
    """Return a saved plan.

    Raises ``NotFound``, and ``Forbidden`` where it staffs something restricted and the viewer lacks the clearance.
    """
    plan = find_plan(session, identifier)
    for sensitivity in sensitivities(session, result_of(plan)):
        enforce(may_see_inside(viewer, sensitivity))
    return plan


def _asked(request: Request, viewer: CurrentViewer, session: Reading, by: Acting, key: KeyHeader = None) -> Asked:
    return Asked(request, session, viewer, by, key)


Asking = Annotated[Asked, Depends(_asked)]


@router.post("", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def make_plan(fields: PlanInput, asked: Asking, response: Response) -> schemas.PlanView | Response:
    """Make and save a plan: at once where the solver is fast, else by a job that the answer names."""
    return asked.make(fields, response)


@router.post("/from-csv", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def make_plan_from_csv(
    content: Annotated[
        bytes, Body(media_type="text/csv", description="Columns subject, role, and as wanted pairs, alternates, person, pin")
    ],
    asked: Asking,
    response: Response,
    objective: Objective = Objective.TOTAL,
    seats_per_person: Annotated[int, Query(ge=0, le=20)] = 1,
) -> schemas.PlanView | Response:
    """Make a plan from a table of seats and pins, such as the export of a plan."""
    return asked.make(read_csv(_text(content), PlanInput(objective=objective, seats_per_person=seats_per_person)), response)


@router.get("", dependencies=READ)
def list_plans(asked: Asking, paging: Paged) -> Page[schemas.PlanSummary]:
    """List the plans, the latest first."""
    order = (col(Plan.created_at).desc(), col(Plan.id))
    return paging.page(find_page_by_place(asked.session, sa.select(Plan), order, paging), asked.showing().summary)


@router.get("/adoptions", dependencies=READ)
def list_adoptions(session: Reading) -> list[schemas.AdoptionView]:
    """Give the history of adoptions, the latest first."""
    return adoptions(session)


@router.get("/{plan_id}", dependencies=READ, responses=responses(404))
def get_plan(plan_id: str, asked: Asking) -> schemas.PlanView:
    """Show a plan with the people as they are today; whoever withdrew has no name, and a repair is offered."""
    return asked.showing().plan(asked.plan(plan_id))


@router.get("/{plan_id}/diagnosis", dependencies=READ, responses=responses(404))
def get_plan_diagnosis(plan_id: str, asked: Asking) -> schemas.DiagnosisView:
    """Say why places stay empty: people left after each gate, what binds, the smallest changes that would fill them."""
    return asked.showing().diagnosis(asked.plan(plan_id))


@router.get("/{plan_id}/prices", dependencies=READ, responses=responses(404, 409))
def get_plan_prices(plan_id: str, seat: Seat, asked: Asking) -> schemas.PriceList:
    """Say what others would cost in a seat, and what that frees its people for."""
    return prices_of(asked.session, asked.recommender, asked.plan(plan_id), seat)


@router.get("/{plan_id}/export", dependencies=READ, response_class=CSVResponse, responses=responses(404))
def export_plan(plan_id: str, asked: Asking) -> CSVResponse:
    """Give a plan as CSV, with ids and without names; posted to /plans/from-csv it makes a plan with the same people."""
    result = result_of(asked.plan(plan_id))
    people = sorted({one.person for seat in result.seats for one in (*seat.people, *seat.standby)})
    record_reading(asked.request.app.state.engine, asked.by, "export", Thing(PLAN, plan_id), people)
    return CSVResponse(as_csv(result), headers=attachment(f"{plan_id}.csv"))


@router.get("/{plan_id}/compare", dependencies=READ, responses=responses(404))
def compare_plans(
    plan_id: str, asked: Asking, other: Annotated[str, Query(alias="with", description="The plan to compare with")]
) -> schemas.ComparisonView:
    """List every difference to another plan with its cause."""
    return compare(asked.session, asked.recommender, asked.plan(plan_id), asked.plan(other))


@router.post("/{plan_id}/what-if", dependencies=READ, responses=responses(404))
def try_plan_change(plan_id: str, changes: WhatIfInput, asked: Asking) -> schemas.ComparisonView:
    """Try changes and list what they would change; nothing is saved."""
    return what_if(asked.session, asked.recommender, asked.plan(plan_id), changes)


@router.post("/{plan_id}/repair", dependencies=MAKE, status_code=201, response_model=schemas.PlanView, responses=ANSWERS)
def repair_plan(plan_id: str, declined: RepairInput, asked: Asking, response: Response) -> schemas.PlanView | Response:
    """Make a plan without whoever declined or withdrew that moves as few others as possible; the first plan stays as it is."""
    fields = repaired(asked.plan(plan_id), asked.people(), declined)
    return asked.make(fields, response, derived_from=plan_id)


@router.post("/{plan_id}/adopt", dependencies=MAKE, responses=responses(404, 409))
def adopt_plan(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> schemas.AdoptionView:
    """Adopt a plan in place of the one in force."""
    return schemas.AdoptionView.model_validate(adopt(session, by, visible_plan(session, viewer, plan_id).id), from_attributes=True)


@router.post("/{plan_id}/adoption/undo", dependencies=MAKE, responses=responses(404, 409))
def undo_plan_adoption(plan_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> schemas.AdoptionView | None:
    """Undo the adoption of a plan: the plan whose place it took is in force again, or none."""
    back = undo_adoption(session, by, visible_plan(session, viewer, plan_id).id)
    return schemas.AdoptionView.model_validate(back, from_attributes=True) if back else None


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Invalid.field(
            "body", en="is not UTF-8; save the table as CSV in UTF-8", vi="không phải UTF-8; hãy lưu bảng dạng CSV UTF-8"
        ) from error
