"""What the API says of a recommendation: the subject, the model that answered, the people with their reasons."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, Field

from matching.explanation.lines import Line, LineKind
from matching.gate.result import GateReason, Tier
from matching.ranking.capability_groups import GroupState
from matching.ranking.confidence import Confidence
from matching.ranking.weights import Band
from models.vocabulary import Language, RoleCode, RuleKind, RuleResult
from service.catalogue.products.schemas import CapabilityReference
from service.catalogue.subjects.contents import SubjectKind
from service.kit.texts import Text, sentence_text
from service.people.conflicts.schemas import ConflictView


class SubjectView(BaseModel):
    """What somebody is recommended for; ``asked_for`` is the id in the address, an older one where the list has changed."""

    kind: SubjectKind
    id: str = Field(examples=["P01"])
    asked_for: str = Field(examples=["H01-1"])
    name: Text
    synthetic: bool = Field(description="Whether it is invented")


class AskedRole(Text):
    """A role with its label."""

    code: RoleCode


class ModelVersions(BaseModel):
    """Everything that an answer depends on besides the people: the same versions and date give the same answer."""

    text_space: str
    weights: str
    rule_set: str
    selection_date: date


class Counts(BaseModel):
    """How many people stand where."""

    considered: int = Field(description="Everybody in the network")
    eligible: int = Field(description="Meet every mandatory rule")
    evidence_missing: int = Field(description="May be proposed, but a mandatory rule is not shown")
    gated: int = Field(description="May not be proposed")
    fitting: int = Field(description="May be proposed and reach the threshold")
    not_read: int = Field(description="Of those who may not be proposed: whose record waits to be read")


class Verdict(BaseModel):
    """Whether anybody fits; nobody is a valid answer."""

    code: str = Field(examples=["some", "nobody"])
    reason: Text


@dataclass(slots=True)
class ExpertCard:
    """Who a person is, without contact details."""

    id: Annotated[str, Field(examples=["E000123"])]
    display_name: Annotated[str, Field(description="As its owner writes it")]
    country: Annotated[str, Field(examples=["VN"])]
    sub_network: str
    headline: Text
    synthetic: Annotated[bool, Field(description="Whether the person is invented")]


class BandView(Text):
    """What the score is worth saying."""

    code: Band


class ConfidenceView(Text):
    """How much evidence a score rests on."""

    code: Confidence


@dataclass(slots=True)
class PartView:
    """What one signal adds to a score; the contributions add up to the score."""

    signal: Annotated[str, Field(examples=["topical_fit"])]
    label: Text
    value: float
    weight: float
    contribution: float


@dataclass(slots=True)
class ReasonView:
    """What the person did that shows the role, with the evidence it rests on."""

    vi: str
    en: str
    signal: Annotated[str, Field(examples=["coordination"])]
    label: Annotated[Text, Field(description="What the signal is called")]
    evidence: Annotated[str | None, Field(examples=["E000123-04"])]
    citation: Annotated[str, Field(description="Title of the evidence as it was written, with its years")]


@dataclass(slots=True)
class GroupView:
    """A required group of capabilities, of which any one is enough, and the firmest step that the evidence reaches."""

    label: Text
    capabilities: list[CapabilityReference]
    state: GroupState


class EvidenceBasisView(Text):
    """Who stands behind the items (at most five) that are most about what is asked for: told beside the band, which it does not change."""

    cited: int
    verified: int
    documented: int


class BandBasisView(Text):
    """What the band stands on: how people in it were judged whom the readers had not seen."""

    judged: int
    right: int = Field(description="Of them, right for the role")
    credible: int = Field(description="Of them, right or at least credible")
    share: float = Field(description="Right of those judged")
    low: float = Field(description="Lower end of the exact 95% interval of the share")
    high: float


@dataclass(slots=True)
class EntryView:
    """One person on a list; entries of the same ``tie_group`` are as good as equal."""

    rank: int
    tie_group: int
    expert: ExpertCard
    band: BandView
    band_basis: Annotated[BandBasisView | None, Field(description="Null for weights whose bands nobody measured")]
    tier: Tier
    score: float
    parts: list[PartView]
    covered: list[CapabilityReference]
    missing: list[CapabilityReference]
    groups: Annotated[list[GroupView], Field(description="The required groups in three steps: confirmed, named, shown in other words")]
    x: Annotated[int, Field(description="Required groups of which the evidence shows a capability")]
    y: Annotated[int, Field(description="Required groups of capabilities asked for; one without alternatives is a group of its own")]
    confidence: ConfidenceView
    firmness: Annotated[float, Field(description="Share of small changes of the weights under which the person is among the first five")]
    reason: ReasonView
    evidence_basis: EvidenceBasisView


class RecommendationHead(BaseModel):
    """What lists and explanations share."""

    subject: SubjectView
    role: AskedRole
    model: ModelVersions
    verdict: Verdict
    counts: Counts
    reference_only: Text


class RecommendationList(RecommendationHead):
    """One page of a list of recommendations, best first."""

    items: list[EntryView]
    total: int = Field(description="Number of all entries of this list")
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last")


class GateReasonView(Text):
    """Why somebody is not proposed."""

    code: GateReason


class LineView(Text):
    """One line of an explanation, with the ids of the evidence it rests on."""

    kind: LineKind
    evidence: list[str]

    @classmethod
    def of_line(cls, line: Line) -> Self:
        """Return a line of the matcher in words."""
        return cls(kind=line.kind, evidence=list(line.evidence), **dict(sentence_text(line.said)))


class Gap(BaseModel):
    """A gap that broke continuity."""

    since: date
    until: date


class RuleOutcomeView(BaseModel):
    """What an eligibility rule found, with the evidence and the clause."""

    rule: str = Field(examples=["R-YEARS"])
    kind: RuleKind
    result: RuleResult
    declared: bool = Field(description="Whether it is met by what the person declares alone: nobody else stands behind its evidence")
    result_label: Text
    label: Text
    clause: Text
    value: float | None = Field(description="Years for R-YEARS, otherwise a count")
    minimum: float | None
    gap: Gap | None
    evidence: list[str]


class CitationView(BaseModel):
    """An item of evidence that the score rests on; ``marks`` are spans [start, end) of ``words`` that match the need."""

    evidence: str
    language: Language
    words: str
    marks: list[tuple[int, int]]
    shows: list[CapabilityReference] = Field(description="Required and welcome capabilities that were read of it")
    parts: dict[str, float] = Field(description="Signal: this item's share of it")


class ExplanationBody(BaseModel):
    """Why somebody stands where they stand, why not, and what would change it."""

    expert: ExpertCard
    entry: EntryView | None = Field(description="Null for somebody who may not be proposed")
    gate: list[GateReasonView]
    lines: list[LineView]
    rules: list[RuleOutcomeView]
    conflicts: list[ConflictView]
    citations: list[CitationView]


class ExplanationView(RecommendationHead, ExplanationBody):
    """Why somebody stands where they stand for a subject."""
