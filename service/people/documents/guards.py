"""The guards of documents: a paper of a finding is for whoever sees and records findings, everything else follows the person."""

from typing import Annotated

from fastapi import Depends
from sqlmodel import col

from models.documents import Document
from models.experts import Expert
from models.selection import SelectionRequest
from models.vocabulary.documents import DocumentPurpose
from service.identity.access.guards import enforce, guards, no_expert
from service.identity.access.own_case import leave_to_others
from service.identity.access.policies import Operation, may, may_with_all, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_documents, visible_experts, visible_selections
from service.kit.problems import NotFound
from service.kit.sessions import Reading, Writing
from service.people.documents.schemas import DocumentFields


def find_document(session: Reading | Writing, viewer: Viewer, expert_id: str, document_id: str) -> Document:
    """Return a document that ``viewer`` may see; raises ``NotFound`` for any other, as for one that is not there."""
    wanted = visible_documents(viewer).where(col(Document.id) == document_id, col(Document.expert_id) == expert_id)
    found: Document | None = session.scalar(wanted)
    if found is None:
        raise NotFound.of(en="document", vi="tài liệu", identifier=document_id)
    return found


@guards(Operation.READ_EXPERTS)
def _document_to_read(expert_id: str, document_id: str, viewer: CurrentViewer, session: Reading) -> Document:
    enforce(may(viewer, Operation.READ_EXPERTS))
    return find_document(session, viewer, expert_id, document_id)


@guards(Operation.CHANGE_EXPERTS)
def _owner(expert_id: str, viewer: CurrentViewer, session: Writing) -> Expert:
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert_id), no_expert(expert_id))
    found: Expert | None = session.scalar(visible_experts(viewer.owner).where(col(Expert.id) == expert_id))
    if found is None:
        raise no_expert(expert_id)
    return found


def check_purpose(session: Reading | Writing, viewer: Viewer, expert_id: str, purpose: DocumentPurpose, request_id: str | None) -> None:
    """Raise the refusal of whoever may not hand in or take away a paper of a finding; of any other purpose the guard has decided."""
    if purpose is not DocumentPurpose.FINDING:
        return
    enforce(may_with_all(viewer, Operation.RECORD_FINDINGS))
    leave_to_others(viewer, expert_id)
    request = visible_selections(viewer.owner).with_only_columns(col(SelectionRequest.id)).where(col(SelectionRequest.id) == request_id)
    if session.scalar(request) is None:
        raise NotFound.of(en="request", vi="yêu cầu", identifier=str(request_id))


def check_sent(session: Writing, viewer: Viewer, expert_id: str, fields: DocumentFields) -> None:
    """Raise the refusal of whoever may not hand in such a paper."""
    check_purpose(session, viewer, expert_id, fields.purpose, fields.request_id)


DocumentToRead = Annotated[Document, Depends(_document_to_read)]
OwnerOfDocuments = Annotated[Expert, Depends(_owner)]
