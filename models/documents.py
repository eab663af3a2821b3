"""Papers that prove something of a person: certificates, signed consents, CVs, what a finding rests on."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary.documents import DocumentPurpose


class Document(SQLModel, table=True):
    """A file of a person, whole, as it was handed in; its bytes are never changed.

    One kept for a finding belongs to the request in which it was found, and is seen by who sees that. ``expires_on`` is its last day.
    """

    id: str = Field(primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    purpose: DocumentPurpose = Field(sa_type=coded(DocumentPurpose))
    request_id: str | None = Field(default=None, foreign_key="selection_request.id", index=True)
    name: str
    media_type: str
    size: int
    sha256: str = Field(max_length=64)
    content: bytes
    uploaded_by: str = Field(max_length=80)
    uploaded_at: datetime
    expires_on: date | None = Field(default=None, index=True)

    __table_args__ = (
        sa.CheckConstraint("(purpose = 'finding') = (request_id IS NOT NULL)", name="request"),
        sa.CheckConstraint("size > 0", name="size"),
    )
