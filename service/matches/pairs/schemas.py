"""What the API says of pairs."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from matching.gate.result import GateReason, Tier
from matching.pairs.pairing import Barrier
from service.catalogue.products.schemas import CapabilityReference
from service.kit.texts import Text
from service.matches.recommendations.schemas import BandView, Counts, ExpertCard, LineView, SubjectView, Verdict


class PairModel(BaseModel):
    """Everything that an answer depends on besides the people."""

    text_space: str
    engineer_weights: str
    architect_weights: str
    pair_weights: str
    rule_set: str
    selection_date: date


class SideView(BaseModel):
    """How one role stands by itself."""

    role: Text
    verdict: Verdict
    counts: Counts


class BarredCounts(BaseModel):
    """How many combinations of the people on both lists are no pair, by reason."""

    same_person: int
    relation: int


@dataclass(slots=True)
class MemberView:
    """One of the two people, as their own list shows them."""

    expert: ExpertCard
    band: BandView
    tier: Tier
    score: float


@dataclass(slots=True)
class TermView:
    """What one term adds to the score of a pair, or costs it; the contributions add up to the score."""

    term: Annotated[str, Field(examples=["must_together"])]
    label: Text
    value: float
    weight: Annotated[float, Field(description="Below zero: what the term costs at most")]
    contribution: float


@dataclass(slots=True)
class DivisionView:
    """Who of the two shows which capability."""

    both: list[CapabilityReference]
    only_engineer: list[CapabilityReference]
    only_architect: list[CapabilityReference]
    neither: list[CapabilityReference]


@dataclass(slots=True)
class PairView:
    """A pair; those of the same ``tie_group`` are as good as equal. ``rank`` is null for two who are not on the list."""

    rank: int | None
    tie_group: int | None
    engineer: MemberView
    architect: MemberView
    tier: Annotated[Tier, Field(description="The lower of the two")]
    score: float
    parts: list[TermView]
    x: Annotated[int, Field(description="Required groups of both roles of which at least one of the two shows a capability")]
    y: Annotated[int, Field(description="Required groups of capabilities of both roles")]
    must: DivisionView


class PairHead(BaseModel):
    """What lists and explanations of pairs share."""

    subject: SubjectView
    model: PairModel
    verdict: Verdict
    engineers: SideView
    architects: SideView
    barred: BarredCounts
    reference_only: Text


class PairList(PairHead):
    """One page of the pairs, best first."""

    items: list[PairView]
    total: int = Field(description="Number of all pairs of this list")
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last")


class SideReasonView(Text):
    """Why one of the two may not be proposed."""

    side: str = Field(examples=["engineer", "architect"])
    code: GateReason


class BarrierView(Text):
    """Why the two are not a pair."""

    code: Barrier


class AlternativeView(BaseModel):
    """The next pair of the list (the best, for two who are not on it), with what taking it instead would cost."""

    pair: PairView
    cost: float
    differences: dict[str, float] = Field(description="Term: its part there minus its part here")


class PairExplanationView(PairHead):
    """Why two people are a pair or not, who covers what, and what the next pair would cost."""

    engineer: ExpertCard
    architect: ExpertCard
    gate: list[SideReasonView]
    barrier: BarrierView | None = None
    pair: PairView | None = Field(default=None, description="Null where one of the two may not be proposed")
    nice: DivisionView | None = None
    lines: list[LineView]
    alternative: AlternativeView | None = None


class PairMatrix(BaseModel):
    """The first people of both lists, and of each combination the rank among all pairs (null: barred) and the score."""

    engineers: list[ExpertCard]
    architects: list[ExpertCard]
    ranks: list[list[int | None]]
    scores: list[list[float]]
