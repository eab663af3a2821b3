"""What the API takes of decisions, findings and questions about a draft, and shows of a shortlist."""

from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, computed_field, model_validator

from models.vocabulary import RoleCode
from models.vocabulary.selection import ChoiceKind, Finding, ShortlistStatus
from service.kit.fields import Identifier, Input, Line, Reason
from service.kit.texts import Text
from service.people.evidence.schemas import EvidenceCreate
from service.selection.requests.schemas import Notes

COMPARED = (2, 4)
RuleId = Annotated[str, StringConstraints(pattern=r"^R-[A-Z0-9-]{1,40}$")]


class DraftCreate(Input):
    """How long a draft of each role is at most; it is never filled up."""

    length: int = Field(default=10, ge=1, le=50)


class ChoiceInput(Input):
    """A decision about one person, with its reason."""

    role: RoleCode
    expert_id: Identifier
    kind: ChoiceKind
    place: Annotated[int, Field(ge=1, le=200)] | None = Field(default=None, description="Required to move, counted from 1")
    reason: Reason

    @model_validator(mode="after")
    def _place_of_a_move(self) -> Self:
        if (self.kind is ChoiceKind.MOVE) != (self.place is not None):
            raise ValueError("place belongs to a move and to nothing else")
        return self


class FindingInput(Input):
    """What a person found of a rule that only people may judge."""

    role: RoleCode
    expert_id: Identifier
    rule: RuleId = Field(examples=["R-LEGAL"])
    finding: Finding
    reason: Reason
    document: Line = ""
    document_id: Identifier | None = Field(default=None, description="The paper, handed in for this request as a document of the person")
    on_day: date = Field(description="When it was found")


class EvidenceTaskInput(Input):
    """Which rule a person is asked to show evidence for."""

    role: RoleCode
    expert_id: Identifier
    rule: RuleId = Field(examples=["R-YEARS"])


class EvidenceAnswer(Input):
    """What a person answers who was asked for evidence: an item, or why there is none, or both."""

    text: Notes = ""
    item: EvidenceCreate | None = Field(default=None, description="Is added to the profile, as declared by the person")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and self.item is None:
            raise ValueError("text or item is required")
        return self


class ChoiceView(BaseModel):
    """A decision as it was made."""

    model_config = ConfigDict(from_attributes=True)
    role: RoleCode
    expert_id: str
    kind: ChoiceKind
    place: int | None
    reason: str
    made_by: str
    made_at: datetime


class FindingView(BaseModel):
    """A finding as it was recorded."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    role: RoleCode
    expert_id: str
    rule_id: str
    finding: Finding
    reason: str
    document: str
    document_id: str | None = None
    on_day: date
    found_by: str
    found_at: datetime


class EvidenceTaskView(BaseModel):
    """A question for evidence."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    role: RoleCode
    expert_id: str
    rule_id: str
    asked_by: str
    asked_at: datetime
    done_at: datetime | None
    answer: str
    evidence_id: str | None = Field(description="The item that was given, as long as it is kept")


class LeftOpenView(BaseModel):
    """A condition that the signer left to be judged later."""

    rule: str
    reason: str
    document: str


class EntryView(BaseModel):
    """A place on a list. Of somebody who was erased only place and digest are left."""

    role: RoleCode
    position: int | None = Field(description="Null for somebody who was excluded")
    digest: str
    expert_id: str | None
    snapshot: dict[str, Any] | None = Field(description="What was known of the person when the list was made")
    choices: list[ChoiceView]
    findings: list[FindingView]
    open_rules: list[str] = Field(description="Rules that only people may judge and nobody has yet")
    declared_rules: list[str] = Field(description="Rules that are met by declaration alone and nobody has judged yet")
    left_open: list[LeftOpenView] = Field(description="Rules that the signer left open, with the reason and the document")
    not_shown: list[str] = Field(description="Rules for which evidence is missing")

    @computed_field(description="Rules that people found not met: with one, nobody stays on a list that is signed")  # type: ignore[prop-decorator]
    @property
    def failed_rules(self) -> list[str]:
        """Return the rules of which the newest finding is that they are not met."""
        return [one.rule_id for one in self.findings if one.finding is Finding.NOT_MET]


class ShortlistView(BaseModel):
    """A shortlist with its entries; it is for reference, people decide."""

    id: str
    request_id: str
    status: ShortlistStatus
    head: dict[str, Any]
    drafted_by: str
    drafted_at: datetime
    fingerprint: str | None
    signed_by: str | None
    signed_at: datetime | None
    sign_reason: str
    second_by: str | None
    second_at: datetime | None
    seal: str | None = Field(description="Covers the fingerprint with who signed, when and why")
    version: int
    reference_only: Text
    warnings: list[Text] = Field(description="What a signer should know of the procedure")
    entries: list[EntryView]


class ComparedView(BaseModel):
    """One of the people who are compared."""

    expert_id: str
    display_name: str
    synthetic: bool = Field(description="Whether the person is invented")
    band: Text
    confidence: Text
    score: float
    x: int
    y: int
    parts: dict[str, float] = Field(description="What each signal adds to the score")
    covered: list[str]
    missing: list[str]
    years: float | None
    kinds: dict[str, int] = Field(description="Items of evidence by kind")
    groups: list[dict[str, Any]] = Field(description="The required groups of capabilities, each with the step that the evidence reaches")
    rules: dict[str, str] = Field(description="Outcome of each rule; a person's finding where there is one")
    rule_labels: dict[str, Text] = Field(description="The same in words; what rests on the person's word alone says so")
    conflicts: list[Text] = Field(description="Conflicts of interest, each in one sentence")


class ComparisonView(BaseModel):
    """Two to four people side by side."""

    role: RoleCode
    people: list[ComparedView]
    reference_only: Text
