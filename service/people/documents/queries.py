"""Reads documents, without their bytes where nobody asked for them."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import defer
from sqlmodel import Session, SQLModel, col

from models.consents import PastConsent
from models.documents import Document
from models.experts import Consent, Evidence
from models.shortlists import HumanFinding
from models.vocabulary.documents import DocumentPurpose

NAMING: tuple[type[SQLModel], ...] = (Evidence, Consent, PastConsent, HumanFinding)
"""The tables whose rows may name a document as their proof."""


def listed(visible: sa.Select[Any], expert_id: str) -> sa.Select[Any]:
    """Return the query for a person's ``visible`` documents, without their bytes."""
    return visible.where(col(Document.expert_id) == expert_id).options(defer(Document.content, raiseload=True))  # type: ignore[arg-type]


def documents_of(session: Session, visible: sa.Select[Any], expert_id: str) -> Sequence[Document]:
    """Return a person's ``visible`` documents without their bytes, the newest first."""
    ordered = listed(visible, expert_id).order_by(col(Document.uploaded_at).desc(), col(Document.id))
    return session.scalars(ordered).all()


def proofs_of(session: Session, expert_id: str) -> Sequence[Document]:
    """Return the documents that a person's evidence can name, without their bytes, the newest first."""
    return documents_of(session, sa.select(Document).where(col(Document.purpose) == DocumentPurpose.EVIDENCE), expert_id)


def is_named(session: Session, document_id: str) -> bool:
    """Return whether something names the document as its proof."""
    named = (sa.exists().where(sa.inspect(table).columns["document_id"] == document_id) for table in NAMING)
    return bool(session.scalar(sa.select(sa.or_(*named))))
