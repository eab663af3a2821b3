"""Keeps documents and forgets them."""

import hashlib
import uuid
from datetime import timedelta

from models.audit import AuditAction
from models.database import WriteSession
from models.documents import Document
from models.vocabulary.documents import DocumentPurpose
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Conflict, Invalid, TooLarge
from service.kit.settings import Settings
from service.people.documents.kinds import media_type_of
from service.people.documents.naming import clean_name
from service.people.documents.queries import is_named
from service.people.documents.schemas import DocumentFields, DocumentForm


def read_sent(form: DocumentForm, settings: Settings) -> tuple[DocumentFields, bytes]:
    """Return what was sent with its bytes; raises ``TooLarge`` over the limit of the settings, ``Invalid`` for what is not kept here."""
    content = form.file.file.read(settings.document_limit_bytes + 1)
    if len(content) > settings.document_limit_bytes:
        most = settings.document_limit_bytes // 1_000_000
        raise TooLarge(
            en=f"The file is larger than {most} MB: send it in parts or with smaller pictures.",
            vi=f"Tệp lớn hơn {most} MB: hãy chia nhỏ tệp hoặc giảm dung lượng ảnh.",
        )
    if (form.purpose is DocumentPurpose.FINDING) != (form.request_id is not None):
        raise Invalid.field("request_id", en="belongs to the paper of a finding", vi="chỉ dùng cho tài liệu của một kết luận")
    name = clean_name(form.file.filename)
    media_type_of(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    return DocumentFields(purpose=form.purpose, request_id=form.request_id, name=name, sha256=sha256), content


def add_document(session: WriteSession, by: Actor, expert_id: str, fields: DocumentFields, content: bytes, cv_days: int) -> Document:
    """Keep a file of a person; a CV for ``cv_days`` days, everything else as long as the person's record."""
    document = Document(
        id=f"D{uuid.uuid4().hex}",
        expert_id=expert_id,
        **fields.model_dump(),
        media_type=media_type_of(content, fields.name),
        size=len(content),
        content=content,
        uploaded_by=by.actor,
        uploaded_at=by.now,
        expires_on=by.today + timedelta(days=cv_days) if fields.purpose is DocumentPurpose.CV else None,
    )
    session.add(document)
    session.flush()
    record(session, by, AuditAction.DOCUMENT_ADDED, AuditedObject(EXPERT, expert_id), document=document.id, purpose=fields.purpose.value)
    return document


def remove_document(session: WriteSession, by: Actor, document: Document) -> None:
    """Forget a document for good, such as a CV whose content was confirmed; raises ``Conflict`` while it proves something."""
    if is_named(session, document.id):
        raise Conflict(
            "document_in_use",
            en="Something rests on this document: take it out of the evidence, consent or finding that names it first.",
            vi="Có nội dung dựa vào tài liệu này: hãy bỏ nó khỏi minh chứng, sự đồng ý hoặc kết luận đang dẫn chiếu trước.",
        )
    forget(session, by, document)


def forget(session: WriteSession, by: Actor, document: Document) -> None:
    """Delete a document, whatever names it, and record that."""
    thing, what = AuditedObject(EXPERT, document.expert_id), {"document": document.id, "purpose": document.purpose.value}
    session.delete(document)
    session.flush()
    record(session, by, AuditAction.DOCUMENT_REMOVED, thing, **what)
