"""Addresses of drafts, of decisions about them, of findings and of questions for evidence."""

from typing import Annotated

from fastapi import Path, Query, Request, Response

from models.vocabulary import RoleCode
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_evidence_tasks
from service.kit.addresses import address_of
from service.kit.fields import Identifier
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag, require_match
from service.kit.problems import PreconditionFailed, responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.matches.recommendations.services import matching_of
from service.people.evidence.vouching import EVIDENCE
from service.people.profiles.guards import ExpertToExtend
from service.people.profiles.queries import find_expert
from service.people.profiles.vouching import refuse_unvouched
from service.selection.drafts import findings, operations, schemas
from service.selection.drafts.answering import answer_task, tasks_for
from service.selection.drafts.guards import LockedShortlist, permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import find_shortlist, findings_of, shortlists_of, shown, tasks_of
from service.selection.drafts.views import comparison, shortlist_view
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.queries import find_request, lock_request

router = APIRouter(tags=["shortlists"], responses=responses(401, 403, 404))
tasks_router = APIRouter(prefix="/experts/{expert_id}/evidence-tasks", tags=["experts"], responses=responses(401, 403, 404))


@router.post(
    "/requests/{request_id}/shortlists",
    dependencies=[permit_request_change(Operation.EDIT_DRAFTS)],
    status_code=201,
    response_model=schemas.ShortlistView,
    responses=responses(409, 503),
)
def draft_shortlist(
    request_id: str, visible: VisibleRequests, fields: schemas.DraftCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> schemas.ShortlistView | Response:
    """Draft a shortlist from the recommender; nobody is a valid answer."""
    if earlier := once.earlier(fields):
        return earlier
    asked = lock_request(once.session, visible, request_id)
    drafted = operations.draft(once.session, by, asked, matching_of(request).recommender, fields.length)
    response.headers["Location"] = address_of(request, f"/api/v1/shortlists/{drafted.id}")
    response.headers["ETag"] = etag(drafted.version)
    return once.keep(shortlist_view(shown(once.session, drafted)), response)


@router.get("/requests/{request_id}/shortlists", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_shortlists(request_id: str, visible: VisibleRequests, session: Reading) -> list[schemas.ShortlistView]:
    """List the shortlists of a request, oldest first."""
    return [shortlist_view(shown(session, one)) for one in shortlists_of(session, find_request(session, visible, request_id).id)]


@router.get("/shortlists/{shortlist_id}", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def get_shortlist(shortlist_id: str, visible: VisibleRequests, session: Reading, response: Response) -> schemas.ShortlistView:
    """Show a shortlist. The ETag is the version that a decision must name."""
    found = find_shortlist(session, visible, shortlist_id)
    response.headers["ETag"] = etag(found.version)
    return shortlist_view(shown(session, found))


@router.post(
    "/shortlists/{shortlist_id}/choices", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)], responses=responses(409, 412, 428)
)
def choose(
    locked: LockedShortlist,
    choice: schemas.ChoiceInput,
    request: Request,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> schemas.ShortlistView:
    """Add, move, pin, exclude or restore a person, with the reason. Pins and exclusions are applied last."""
    asked, shortlist = locked
    try:
        require_match(if_match, shortlist.version)
    except PreconditionFailed:
        raise PreconditionFailed.returning(shortlist.version, choice.model_dump(mode="json")) from None
    operations.choose(session, by, asked, shortlist, choice, matching_of(request).recommender)
    response.headers["ETag"] = etag(shortlist.version)
    return shortlist_view(shown(session, shortlist))


@router.post(
    "/shortlists/{shortlist_id}/refresh",
    dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)],
    responses=responses(409, 412, 428, 503),
)
def refresh_shortlist(
    locked: LockedShortlist,
    request: Request,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> schemas.ShortlistView:
    """Ask the recommender again and keep every decision."""
    asked, shortlist = locked
    require_match(if_match, shortlist.version)
    operations.refresh(session, by, asked, shortlist, matching_of(request).recommender)
    response.headers["ETag"] = etag(shortlist.version)
    return shortlist_view(shown(session, shortlist))


@router.get("/shortlists/{shortlist_id}/comparison", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def compare(
    shortlist_id: str,
    visible: VisibleRequests,
    session: Reading,
    role: RoleCode,
    expert: Annotated[list[Identifier], Query(min_length=schemas.COMPARED[0], max_length=schemas.COMPARED[1])],
) -> schemas.ComparisonView:
    """Put two to four people of a list side by side."""
    return comparison(shown(session, find_shortlist(session, visible, shortlist_id)), role, expert)


@router.get("/requests/{request_id}/findings", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_findings(request_id: str, visible: VisibleRequests, session: Reading) -> list[schemas.FindingView]:
    """List what people found about the people of a request, oldest first."""
    return [schemas.FindingView.model_validate(one) for one in findings_of(session, find_request(session, visible, request_id).id)]


@router.post(
    "/requests/{request_id}/findings",
    dependencies=[permit_request_change(Operation.RECORD_FINDINGS)],
    status_code=201,
    response_model=schemas.FindingView,
)
def record_finding(
    request_id: str,
    visible: VisibleRequests,
    fields: schemas.FindingInput,
    request: Request,
    response: Response,
    by: Acting,
    once: OnlyOnce,
) -> schemas.FindingView | Response:
    """Record what a person found of a rule that only people may judge; a newer finding of the rule takes its place."""
    if earlier := once.earlier(fields):
        return earlier
    asked = lock_request(once.session, visible, request_id)
    finding = findings.record_finding(once.session, by, asked, fields, services_of(request).settings)
    return once.keep(schemas.FindingView.model_validate(finding), response, finding.expert_id)


@router.get("/requests/{request_id}/evidence-tasks", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_evidence_tasks(request_id: str, visible: VisibleRequests, session: Reading) -> list[schemas.EvidenceTaskView]:
    """List which evidence was asked of whom, oldest first."""
    return [schemas.EvidenceTaskView.model_validate(one) for one in tasks_of(session, find_request(session, visible, request_id).id)]


@router.post(
    "/requests/{request_id}/evidence-tasks",
    dependencies=[permit_request_change(Operation.RECORD_FINDINGS)],
    status_code=201,
    response_model=schemas.EvidenceTaskView,
    responses=responses(409),
)
def ask_evidence(
    request_id: str,
    visible: VisibleRequests,
    fields: schemas.EvidenceTaskInput,
    request: Request,
    response: Response,
    by: Acting,
    once: OnlyOnce,
) -> schemas.EvidenceTaskView | Response:
    """Ask a person for evidence that a rule lacks; the message waits in the outbox."""
    if earlier := once.earlier(fields):
        return earlier
    asked = lock_request(once.session, visible, request_id)
    task = findings.ask_evidence(once.session, by, asked, fields, services_of(request).settings)
    return once.keep(schemas.EvidenceTaskView.model_validate(task), response, task.expert_id)


@tasks_router.get("", dependencies=[permit_with_expert(Operation.EXPORT_PERSON)])
def list_questions(expert_id: str, viewer: CurrentViewer, session: Reading) -> list[schemas.EvidenceTaskView]:
    """List the evidence that a person was asked for: open questions first, then the newest."""
    expert = find_expert(session, expert_id)
    return [schemas.EvidenceTaskView.model_validate(task) for task in tasks_for(session, visible_evidence_tasks(viewer), expert.id)]


@tasks_router.post("/{task_id}/answer", responses=responses(409))
def answer_question(
    viewer: CurrentViewer,
    expert: ExpertToExtend,
    task_id: Annotated[int, Path(ge=1, le=2**31 - 1)],
    fields: schemas.EvidenceAnswer,
    session: Writing,
    by: Acting,
) -> schemas.EvidenceTaskView:
    """Answer a question with an item of evidence, which goes into the profile, or with the reason why there is none."""
    if fields.item is not None:
        refuse_unvouched(viewer, expert.id, fields.item, EVIDENCE)
    answered = answer_task(session, by, visible_evidence_tasks(viewer.owner), expert, task_id, fields)
    return schemas.EvidenceTaskView.model_validate(answered)
