"""What the API takes and shows of pairs of records."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from models.vocabulary import DuplicateState, EvidenceKind, IdentityVerdict
from service.kit.fields import Identifier, Input, Reason
from service.kit.texts import Text


class PairInput(Input):
    """Two records to compare."""

    expert: Identifier = Field(examples=["E000001"])
    other: Identifier = Field(examples=["E000002"])


class SearchInput(Input):
    """Whose doubles to look for; everybody's, as a job, without a person."""

    expert: Identifier | None = Field(default=None, examples=["E000001"])


class ReasonInput(Input):
    """Why somebody decides so."""

    reason: Reason


class MergeInput(ReasonInput):
    """Which record stays, and why the two are one person."""

    keep: Identifier = Field(examples=["E000001"], description="The record that stays; the other one leads to it")


class ReasonView(BaseModel):
    """One thing that speaks for one person, or against."""

    code: str
    supports: bool
    text: Text


class WorkView(BaseModel):
    """An item of evidence in short."""

    id: str
    kind: EvidenceKind
    title: str
    starts: date | None
    ends: date | None
    organisation: str | None


class SideView(BaseModel):
    """One of the two records, as it stands beside the other; contact details are left out."""

    id: str
    display_name: str
    aliases: list[str]
    headline: Text | None
    country: str
    languages: list[str]
    orcid: str | None
    refreshed_on: date
    merged_into: str | None
    employers: list[str]
    evidence: list[WorkView]


class MergeView(BaseModel):
    """A merge of the two, in force or undone."""

    kept: str
    merged: str
    merged_by: str
    merged_at: datetime
    reason: str
    undone_by: str | None
    undone_at: datetime | None
    undo_reason: str


class PairView(BaseModel):
    """Two records that may be one person's; nothing is merged by the machine."""

    id: int
    first: str
    first_name: str
    second: str
    second_name: str
    probability: float = Field(description="That the two are one person, in [0, 1]")
    verdict: IdentityVerdict
    reasons: list[ReasonView]
    model: str
    found_at: datetime
    state: DuplicateState
    decided_by: str | None
    decided_at: datetime | None
    reason: str


class PairDetail(PairView):
    """A pair with both records side by side."""

    sides: list[SideView]
    merges: list[MergeView]


class SearchStarted(BaseModel):
    """The pairs of one person, or the job that looks for everybody's."""

    job: str | None
    pairs: list[PairView]
