"""Checks a document that evidence, a consent or a finding names as its proof."""

from sqlmodel import Session

from models.documents import Document
from models.vocabulary.documents import DocumentPurpose
from service.kit.problems import Invalid


def check_proof(session: Session, expert_id: str, document_id: str | None, purpose: DocumentPurpose, request_id: str | None = None) -> None:
    """Raise ``Invalid`` unless the document is the person's, was handed in for ``purpose`` and, for a finding, in that request."""
    if document_id is None:
        return
    document = session.get(Document, document_id)
    if document is None or (document.expert_id, document.purpose, document.request_id) != (expert_id, purpose, request_id):
        raise Invalid.field(
            "document_id",
            en=f"names no document of this person that was handed in as {purpose.value}",
            vi=f"không phải tài liệu của người này được nộp cho mục đích “{purpose.value}”",
        )
