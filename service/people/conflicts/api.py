"""Addresses of conflicts of interest: check a person, decide on what was found, take a decision back."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import Query, Request
from sqlmodel import Session, col

from models.conflicts import ConflictJudgement
from service.catalogue.rules.policy import gate_policy
from service.catalogue.subjects.queries import find_subject, kind_of
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit
from service.identity.access.policies import Operation, may_see_inside
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_experts, visible_judgements
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import Invalid, responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.settings import utc_now
from service.kit.texts import REFERENCE_ONLY
from service.people.conflicts import operations
from service.people.conflicts.names import check_names
from service.people.conflicts.queries import ConflictCheckResult, against_person, against_subject, names_in
from service.people.conflicts.schemas import ConflictCheck, ConflictView, JudgementInput, JudgementView, NamesCheck, NamesInput
from service.people.conflicts.views import names_view

router = APIRouter(prefix="/conflicts", tags=["conflicts"], responses=responses(401, 403, 404, 409))
READ, JUDGE = [permit(Operation.READ_MATCHES)], [permit(Operation.JUDGE_CONFLICTS)]

Person = Annotated[str, Query(examples=["E000123"], description="The person to check")]
Subject = Annotated[str | None, Query(examples=["P01"], description="Product, project or technology group")]
Other = Annotated[str | None, Query(examples=["E000456"], description="Another person, instead of a subject")]
CooledOff = Annotated[bool, Query(description="Also matches whose window has passed")]


@router.get("", dependencies=READ)
def check_conflicts(
    viewer: CurrentViewer,
    session: Reading,
    request: Request,
    expert: Person,
    subject: Subject = None,
    other: Other = None,
    cooled_off: CooledOff = False,
) -> ConflictCheck:
    """Check a person against a product, project or group, or against another person. Identity is by ids alone, never by a name."""
    settings = services_of(request).settings
    policy, day = gate_policy(settings).conflicts, settings.selection_day(utc_now)
    if subject is not None and other is None:
        _check_clearance(session, viewer, subject)
        return checked(session, against_subject(session, expert, subject, policy, day, cooled=cooled_off))
    if other is not None and subject is None:
        return checked(session, against_person(session, expert, other, policy, day, cooled=cooled_off))
    raise Invalid.field("subject", en="or other must be given, and only one of them", vi="hoặc other phải có, và chỉ một trong hai")


@router.post("/names", dependencies=READ)
def check_pasted_names(fields: NamesInput, viewer: CurrentViewer, session: Reading, request: Request) -> NamesCheck:
    """Check a pasted list of names: who of them is known, and their ties among each other and with a subject. Nothing is stored."""
    settings = services_of(request).settings
    if fields.subject is not None:
        _check_clearance(session, viewer, fields.subject)
    policy, day = gate_policy(settings).conflicts, settings.selection_day(utc_now)
    return names_view(session, check_names(session, visible_experts(viewer), fields.names, fields.subject, policy, day))


@router.get("/judgements", dependencies=READ)
def list_judgements(viewer: CurrentViewer, session: Reading, paging: Paged, expert: Person) -> Page[JudgementView]:
    """List what was decided about a person's conflicts, lifted decisions too, in the order in which it was recorded."""
    about = sa.or_(col(ConflictJudgement.expert_id) == expert, col(ConflictJudgement.other_expert_id) == expert)
    statement = visible_judgements(viewer).where(about)
    return paging.page(find_page(session, statement, (ConflictJudgement.id,), paging), JudgementView.of)


@router.post("/judgements", dependencies=JUDGE, status_code=201)
def judge_conflict(word: JudgementInput, viewer: CurrentViewer, session: Writing, request: Request, by: Acting) -> JudgementView:
    """Confirm or dismiss a conflict. The decision wins over what is found, and over the end of a window, until it is lifted."""
    if word.subject is not None:
        _check_clearance(session, viewer, word.subject)
    policy = gate_policy(services_of(request).settings).conflicts
    return JudgementView.of(operations.judge(session, word, policy, by))


@router.post("/judgements/{judgement_id}/lift", dependencies=JUDGE)
def lift_judgement(judgement_id: RowNumber, viewer: CurrentViewer, session: Writing, by: Acting) -> JudgementView:
    """Take a decision back; it stays on the list as history."""
    return JudgementView.of(operations.lift(session, visible_judgements(viewer), judgement_id, by))


def checked(session: Session, found: ConflictCheckResult) -> ConflictCheck:
    """Return what a check found as it is shown."""
    name = names_in(session, found.conflicts)
    return ConflictCheck(
        expert=found.profile.id,
        expert_name=found.profile.name,
        subject=found.subject,
        other=found.other,
        selection_date=found.on,
        in_conflict=any(conflict.counts for conflict in found.conflicts),
        conflicts=[ConflictView.of(conflict, name) for conflict in found.conflicts],
        reference_only=REFERENCE_ONLY,
    )


def _check_clearance(session: Session, viewer: Viewer, identifier: str) -> None:
    enforce(may_see_inside(viewer, find_subject(session, kind_of(session, identifier), identifier).sensitivity))
