"""What the API takes and shows of an item of evidence."""

from datetime import date
from typing import Annotated

from pydantic import Field

from models.vocabulary import EvidenceKind, Language, Outcome, Part, Scale, Verification
from service.kit.fields import Code, Identifier, Input, Line, Prose, Title
from service.kit.texts import RowView

Sectors = Annotated[list[Code], Field(max_length=20)]


class EvidenceCreate(Input):
    """A new item; without an end date it is still going on."""

    kind: EvidenceKind
    language: Language = Field(description="The language that title and text are written in")
    title: Title = Field(examples=["Led the national robot programme"])
    text: Prose = ""
    part: Part | None = None
    outcome: Outcome | None = None
    scale: Scale | None = None
    sectors: Sectors = Field(default=[], examples=[["energy", "transport"]], description="Two or more make the work interdisciplinary")
    starts: date | None = None
    ends: date | None = None
    counts_as_innovation_work: bool = Field(
        default=False, description="Whether it is work in science, technology, innovation or digital transformation"
    )
    organisation_id: Identifier | None = None
    document_id: Identifier | None = Field(default=None, description="The paper that proves it, handed in as a document of the person")
    source: Line = ""
    verification: Verification = Verification.DECLARED
    verified_by: Line = Field(default="", description="Required, with the date, for a verified item")
    verified_on: date | None = None


class EvidenceChange(Input):
    """The fields to change; the others stay."""

    kind: EvidenceKind | None = None
    language: Language | None = None
    title: Title | None = None
    text: Prose | None = None
    part: Part | None = None
    outcome: Outcome | None = None
    scale: Scale | None = None
    sectors: Sectors | None = None
    starts: date | None = None
    ends: date | None = None
    counts_as_innovation_work: bool | None = None
    organisation_id: Identifier | None = None
    document_id: Identifier | None = None
    source: Line | None = None
    verification: Verification | None = None
    verified_by: Line | None = None
    verified_on: date | None = None


class EvidenceView(RowView):
    """An item of evidence."""

    id: str = Field(examples=["E000001-01"])
    expert_id: str
    kind: EvidenceKind
    language: Language
    title: str
    text: str
    part: Part | None
    outcome: Outcome | None
    scale: Scale | None
    sectors: list[str]
    starts: date | None
    ends: date | None
    counts_as_innovation_work: bool
    organisation_id: str | None
    document_id: str | None
    source: str
    verification: Verification
    verified_by: str
    verified_on: date | None
