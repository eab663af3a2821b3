"""The pages of documents: of one's own under "My profile", of anybody for a coordinator."""

from fastapi import Request, Response
from sqlmodel import Session

from models.experts import Expert
from models.vocabulary.documents import DocumentPurpose
from service.identity.access.acting import Acting
from service.identity.access.policies import Operation, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_documents
from service.kit.addresses import led_to
from service.kit.forms import refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.people.documents import operations
from service.people.documents.guards import OwnerOfDocuments, check_purpose, check_sent, find_document
from service.people.documents.kinds import ENDINGS
from service.people.documents.queries import documents_of
from service.people.documents.schemas import Sent
from service.people.documents.words import PURPOSES
from service.people.profiles.guards import ExpertToRead, OwnExpertToRead

router = APIRouter(prefix="/people/{expert_id}/documents", include_in_schema=False)
own_router = APIRouter(prefix="/profile/documents", include_in_schema=False)
# A paper of a finding is handed in where the finding is recorded.
OFFERED = {purpose: name for purpose, name in PURPOSES.items() if purpose is not DocumentPurpose.FINDING}


@own_router.get("")
def own_documents_page(expert: OwnExpertToRead, request: Request) -> Response:
    """Lead to the page of one's own documents."""
    return led_to(request, f"/people/{expert.id}/documents")


@router.get("")
def documents_page(expert: ExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, saved: bool = False) -> Response:
    """Show what is kept of a person's papers, and the form to hand one in."""
    return _page(reader, viewer, session, expert, saved=saved)


@router.post("")
def add_document(
    owner: OwnerOfDocuments, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Sent
) -> Response:
    """Keep the file that the form sent; one that is refused is told above the form."""
    settings = services_of(reader.request).settings

    def change() -> None:
        fields, content = operations.read_sent(form, settings)
        check_sent(session, viewer, owner.id, fields)
        operations.add_document(session, by, owner.id, fields, content, settings.cv_days)

    problem = refusal(session, change)
    return led_to(reader.request, _address(owner)) if problem is None else _page(reader, viewer, session, owner, problem)


@router.post("/{document_id}/removal")
def remove_document(
    document_id: str, owner: OwnerOfDocuments, viewer: CurrentViewer, session: Writing, request: Request, by: Acting
) -> Response:
    """Forget a document for good."""
    document = find_document(session, viewer.owner, owner.id, document_id)
    check_purpose(session, viewer, owner.id, document.purpose, document.request_id)
    operations.remove_document(session, by, document)
    return led_to(request, _address(owner))


def _address(owner: Expert) -> str:
    return f"/people/{owner.id}/documents?saved=true"


def _page(
    reader: Reader, viewer: Viewer, session: Session, expert: Expert, problem: Problem | None = None, *, saved: bool = False
) -> Response:
    settings = services_of(reader.request).settings
    values = {
        "expert": expert,
        "own": viewer.expert_id == expert.id,
        "documents": documents_of(session, visible_documents(viewer), expert.id),
        "may_change": may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert.id) is True,
        "purposes": PURPOSES,
        "offered": OFFERED,
        "endings": ",".join(ending for endings in ENDINGS.values() for ending in endings),
        "most": settings.document_limit_bytes // 1_000_000,
        "cv_days": settings.cv_days,
        "problem": problem,
        "saved": saved,
    }
    return reader.render("people/documents/documents.html", status=200 if problem is None else problem.status, **values)
