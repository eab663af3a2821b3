"""The texts that people consent to, and the consents that a newer word has replaced."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import Provenance, coded
from models.vocabulary import ConsentPurpose
from models.vocabulary.documents import ConsentMeans


class ConsentText(Provenance, table=True):
    """One version of the text for one purpose; a text that somebody consented to is never changed, a new version takes its place."""

    __tablename__ = "consent_text"
    purpose: ConsentPurpose = Field(primary_key=True, sa_type=coded(ConsentPurpose))
    version: str = Field(primary_key=True)
    title_en: str
    title_vi: str
    text_en: str
    text_vi: str
    valid_from: date
    valid_until: date | None = None

    __table_args__ = (sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="period"),)


class PastConsent(SQLModel, table=True):
    """A consent as it stood before the person gave a new one in its place."""

    __tablename__ = "past_consent"
    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", index=True, ondelete="CASCADE")
    purpose: ConsentPurpose = Field(sa_type=coded(ConsentPurpose))
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    replaced_at: datetime
    given_on: date | None = None
    means: ConsentMeans | None = Field(default=None, sa_type=coded(ConsentMeans))
    document: str = ""
    document_id: str | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL", index=True)

    __table_args__ = (sa.ForeignKeyConstraint(["purpose", "text_version"], ["consent_text.purpose", "consent_text.version"]),)
