"""Experts and everything that is known of them: dated evidence, consents, willingness and relations."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import (
    ConsentPurpose,
    EvidenceKind,
    Language,
    NameOrder,
    Outcome,
    Part,
    RelationKind,
    RelationStatus,
    RoleCode,
    Scale,
    Verification,
)
from models.vocabulary.documents import ConsentMeans


class NetworkState(SQLModel, table=True):
    """One row that counts changes, so that every process sees what it has yet to read."""

    __tablename__ = "network_state"
    id: int = Field(default=1, primary_key=True)
    expert_changes: int = 0
    catalogue_changes: int = 0
    synthetic: bool = False

    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)


_expert_version = sa.Column("version", sa.Integer, nullable=False)


class Expert(SQLModel, table=True):
    """A member of the network; a record that was ``merged_into`` another leads there, stands in no list, and goes with it."""

    id: str = Field(primary_key=True)
    display_name: str
    family_name: str
    given_name: str
    name_order: NameOrder = Field(sa_type=coded(NameOrder))
    aliases: list[str] = document()
    name_key: str = Field(index=True)
    search_key: str = ""
    headline_en: str = ""
    headline_vi: str = ""
    biography_en: str = ""
    biography_vi: str = ""
    country: str = Field(max_length=2, index=True)
    sub_network: str = Field(default="", index=True)
    themes: list[str] = document()
    languages: list[str] = document()
    email: str = ""
    orcid: str | None = Field(default=None, index=True)
    available_from: date | None = None
    available_until: date | None = None
    hours_per_week: int | None = None
    record_complete: bool = False
    objected_at: datetime | None = None
    restricted_at: datetime | None = None
    refreshed_on: date
    synthetic: bool = False
    merged_into: str | None = Field(default=None, foreign_key="expert.id", ondelete="CASCADE", index=True)
    change_number: int = Field(default=0, index=True)
    version: int | None = Field(default=None, sa_column=_expert_version)

    __mapper_args__ = {"version_id_col": _expert_version}
    __table_args__ = (
        sa.CheckConstraint("hours_per_week IS NULL OR hours_per_week BETWEEN 0 AND 80", name="hours"),
        sa.CheckConstraint("available_until IS NULL OR available_from IS NULL OR available_until >= available_from", name="availability"),
        sa.CheckConstraint("merged_into IS NULL OR merged_into <> id", name="merged"),
    )


class ImportedPerson(SQLModel, table=True):
    """What a source said last of somebody who was brought in from it, so that nothing that people changed since is overwritten.

    ``key`` is the id that the source gives. ``items`` holds, by what makes an item the same in the next file, the id of the evidence that
    it became, when it came, and its fields.
    """

    __tablename__ = "imported_person"
    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE")
    source: str = Field(primary_key=True)
    key: str | None = None
    imported_at: datetime
    run_id: str = ""
    fields: dict[str, Any] = document(dict)
    items: dict[str, Any] = document(dict)

    __table_args__ = (sa.Index("uq_imported_person_source_key", "source", "key", unique=True),)


class Evidence(SQLModel, table=True):
    """One dated item that everything scored and every reason points to."""

    id: str = Field(primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", index=True, ondelete="CASCADE")
    kind: EvidenceKind = Field(sa_type=coded(EvidenceKind))
    language: Language = Field(sa_type=coded(Language))
    title: str
    text: str = ""
    part: Part | None = Field(default=None, sa_type=coded(Part))
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
    scale: Scale | None = Field(default=None, sa_type=coded(Scale))
    sectors: list[str] = document()
    starts: date | None = None
    ends: date | None = None
    counts_as_innovation_work: bool = False
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", index=True)
    document_id: str | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL", index=True)
    source: str = ""
    verification: Verification = Field(default=Verification.DECLARED, sa_type=coded(Verification))
    verified_by: str = ""
    verified_on: date | None = None

    __table_args__ = (sa.CheckConstraint("ends IS NULL OR starts IS NULL OR ends >= starts", name="dates"),)


class Willingness(SQLModel, table=True):
    """A person's dated word on whether they would accept a role."""

    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE")
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    willing: bool
    declared_on: date


class Consent(SQLModel, table=True):
    """Consent to one purpose, with the version of the text; withdrawn as soon as ``withdrawn_at`` is set.

    A consent that a new one replaces is kept as a ``PastConsent``. ``given_on`` is the day of the person's word, ``given_at`` when it was
    recorded; ``means``,
    ``document`` (where the paper is kept) and ``document_id`` prove a word that somebody else recorded.
    """

    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE")
    purpose: ConsentPurpose = Field(primary_key=True, sa_type=coded(ConsentPurpose))
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    given_on: date | None = None
    means: ConsentMeans | None = Field(default=None, sa_type=coded(ConsentMeans))
    document: str = ""
    document_id: str | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL", index=True)

    __table_args__ = (sa.ForeignKeyConstraint(["purpose", "text_version"], ["consent_text.purpose", "consent_text.version"]),)


class Relation(SQLModel, table=True):
    """A relation that can become a conflict of interest; it names an organisation or another expert, never a family member."""

    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", index=True, ondelete="CASCADE")
    kind: RelationKind = Field(sa_type=coded(RelationKind))
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", index=True)
    other_expert_id: str | None = Field(default=None, foreign_key="expert.id", index=True, ondelete="CASCADE")
    starts: date | None = None
    ends: date | None = None
    source: str = ""
    status: RelationStatus = Field(sa_type=coded(RelationStatus))

    __table_args__ = (sa.CheckConstraint("(organisation_id IS NULL) != (other_expert_id IS NULL)", name="one_other"),)
