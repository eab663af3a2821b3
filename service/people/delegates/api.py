"""Addresses of delegate editors: of a person, and of whoever edits for somebody."""

from fastapi import Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part, permit_with_expert
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.preconditions import etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.delegates import operations
from service.people.delegates.queries import delegates_of, edited_for, evidence_of
from service.people.delegates.schemas import DelegateNamed, DelegateView, EditedView
from service.people.evidence.schemas import EvidenceView
from service.people.profiles.guards import ExpertEdited
from service.people.profiles.queries import find_expert

router = APIRouter(tags=["experts"], responses=responses(401, 403, 404))


@router.get("/experts/{expert_id}/delegates", dependencies=[permit_with_expert(Operation.READ_DELEGATES)])
def list_delegates(expert_id: str, session: Reading) -> list[DelegateView]:
    """List who was named to edit a person's evidence, whoever does so now first."""
    return delegates_of(session, find_expert(session, expert_id).id)


@router.post("/experts/{expert_id}/delegates", status_code=201, dependencies=[permit_with_expert(Operation.NAME_DELEGATES)])
def name_delegate(expert_id: str, fields: DelegateNamed, session: Writing, by: Acting) -> list[DelegateView]:
    """Let another account edit one's own evidence, and nothing else."""
    expert = find_expert(session, expert_id)
    operations.name_delegate(session, by, expert, fields.email)
    return delegates_of(session, expert.id)


@router.delete(
    "/experts/{expert_id}/delegates/{delegation_id}", status_code=204, dependencies=[permit_with_expert(Operation.END_DELEGATION)]
)
def end_delegation(expert_id: str, delegation_id: RowNumber, session: Writing, by: Acting) -> None:
    """End it at once: the person's right, and the delegate's."""
    operations.end_delegation(session, by, expert_id, delegation_id)


@router.get("/editing", dependencies=[permit_part(Operation.READ_EDITED)])
def list_edited(viewer: CurrentViewer, session: Reading) -> list[EditedView]:
    """List whose evidence the account edits."""
    return edited_for(session, viewer.account_id)


@router.get("/editing/{expert_id}/evidence")
def list_edited_evidence(expert: ExpertEdited, session: Reading, response: Response) -> list[EvidenceView]:
    """List the evidence that the account edits for a person; the ETag is what a change has to name."""
    response.headers["ETag"] = etag(expert.version)
    return [EvidenceView.of(item) for item in evidence_of(session, expert.id)]
