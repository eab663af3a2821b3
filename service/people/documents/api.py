"""Addresses of a person's documents: hand in, list, save, remove. Somebody else's are as if they were not there."""

from fastapi import Request, Response

from models.documents import Document
from service.identity.access.once import OnlyOnce
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_documents
from service.kit.attachments import attachment
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.people.documents import operations
from service.people.documents.guards import DocumentToRead, OwnerOfDocuments, check_purpose, check_sent, find_document
from service.people.documents.queries import listed
from service.people.documents.schemas import DocumentView, Sent
from service.people.profiles.guards import ExpertToRead

router = APIRouter(prefix="/experts/{expert_id}/documents", tags=["experts"], responses=responses(401, 403, 404))


class FileResponse(Response):
    """The bytes of a file, to be saved and never shown in place."""

    media_type = "application/octet-stream"


@router.get("")
def list_documents(expert: ExpertToRead, viewer: CurrentViewer, session: Reading, paging: Paged) -> Page[DocumentView]:
    """List a person's documents by id, without their bytes."""
    found = find_page(session, listed(visible_documents(viewer), expert.id), (Document.id,), paging)
    return paging.page(found, DocumentView.model_validate)


@router.post("", status_code=201, response_model=DocumentView, responses=responses(409, 413))
def add_document(
    owner: OwnerOfDocuments, viewer: CurrentViewer, request: Request, response: Response, once: OnlyOnce, form: Sent
) -> DocumentView | Response:
    """Keep a file as proof, as a consent on paper, as a CV or as the paper of a finding; a CV goes after the days of the setting."""
    settings = services_of(request).settings
    fields, content = operations.read_sent(form, settings)
    check_sent(once.session, viewer, owner.id, fields)
    if earlier := once.earlier(fields):
        return earlier
    document = operations.add_document(once.session, once.by, owner.id, fields, content, settings.cv_days)
    response.headers["Location"] = f"{request.url.path}/{document.id}"
    return once.keep(DocumentView.model_validate(document), response, owner.id)


@router.get("/{document_id}", response_class=FileResponse)
def get_document(document: DocumentToRead) -> FileResponse:
    """Hand out the bytes of a document, to be saved as a file."""
    return as_file(document)


@router.delete("/{document_id}", status_code=204, responses=responses(409))
def delete_document(document_id: str, owner: OwnerOfDocuments, viewer: CurrentViewer, once: OnlyOnce) -> None:
    """Forget a document for good, unless something rests on it; so a CV goes whose content was confirmed."""
    document = find_document(once.session, viewer.owner, owner.id, document_id)
    check_purpose(once.session, viewer, owner.id, document.purpose, document.request_id)
    operations.remove_document(once.session, once.by, document)


def as_file(document: Document) -> FileResponse:
    """Return the bytes of ``document`` so that no browser opens them in place or takes them for something else."""
    plain = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-store"}
    return FileResponse(document.content, media_type=document.media_type, headers={**attachment(document.name), **plain})
