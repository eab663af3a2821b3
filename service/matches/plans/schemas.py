"""What the API says of plans; names stand in answers alone, never in what is kept."""

from datetime import datetime

from pydantic import BaseModel, Field

from matching.plan.difference import Cause
from service.catalogue.subjects.contents import SubjectKind
from service.kit.jobs.schemas import JobView
from service.kit.texts import Text
from service.matches.plans.records import PlanInputs
from service.matches.plans.requests import PlanInput
from service.matches.recommendations.schemas import AskedRole, BandView


class PersonView(BaseModel):
    """Somebody in a plan. Whoever withdrew, objected or was erased is ``withdrawn`` and has no name."""

    id: str
    display_name: str | None
    country: str | None
    withdrawn: bool
    synthetic: bool


class PlacedView(BaseModel):
    """Somebody in a seat or standing by; score and band are null for whoever withdrew."""

    person: PersonView
    score: float | None
    band: BandView | None
    pinned: bool


class SeatView(BaseModel):
    """One role of a subject with its people, best first."""

    id: str = Field(examples=["P01:CE_PROJECT"])
    role: AskedRole
    places: int
    empty: int
    hours: int
    people: list[PlacedView]
    alternates: list[PlacedView]


class PairPlaceView(BaseModel):
    """Where two people stand among the best pairs of their product; null beyond them."""

    engineer: str
    architect: str
    place: int | None
    score: float | None


class SubjectPlanView(BaseModel):
    """A product or project in the plan."""

    kind: SubjectKind
    id: str
    name: Text
    seats: list[SeatView]
    pairs: list[PairPlaceView]


class PlanSummary(BaseModel):
    """A plan without its people."""

    id: str
    created_at: datetime
    actor: str
    objective: Text
    objective_code: str
    adopted: bool
    derived_from: str | None
    fingerprint: str
    value: float = Field(description="Sum of the single-seat scores")
    places: int
    filled: int
    proven: bool
    outdated: list[str] = Field(description="What changed since: experts, catalogue, text_space, rule_set, weights, selection_date")
    withdrawn: int = Field(description="People in seats who may no longer be shown; a repair replaces them")
    repair: str | None = Field(description="Where to ask for a repair, when somebody in a seat withdrew")


class PlanView(PlanSummary):
    """A whole plan."""

    bound: float | None
    gap: float | None
    lowest: float | None = Field(description="Value of the lowest filled seat")
    lowest_seat: str | None
    kept: int = Field(description="Choices of the earlier plan that stayed")
    solver: str
    seconds: float
    seed: int
    complete: bool
    inputs: PlanInputs
    request: PlanInput
    subjects: list[SubjectPlanView]
    reference_only: Text


class GateView(Text):
    """How many people are left after a gate."""

    gate: str
    people: int


class EmptySeatView(BaseModel):
    """A seat with empty places, and where its people were lost."""

    seat: str
    missing: int
    left: list[GateView]


class RelaxationView(BaseModel):
    """The smallest change of one kind that fills everything, in words."""

    kind: str
    size: int
    words: Text
    changes: dict[str, int]


class AskingView(BaseModel):
    """Somebody whose missing evidence would fill a seat."""

    person: PersonView
    seat: str


class ShortageView(BaseModel):
    """Seats that together need more people than they have."""

    seats: list[str]
    needed: int
    available: int


class DiagnosisView(BaseModel):
    """Why places stay empty, and the least that would fill them; nothing to say of a complete plan."""

    plan: str
    complete: bool
    seats: list[EmptySeatView]
    unmet: dict[str, int]
    shortage: ShortageView | None
    relaxations: list[RelaxationView]
    ask: list[AskingView]
    ask_fills: int


class MoveView(BaseModel):
    """Somebody in a seat that somebody had, or the other way round."""

    person: PersonView
    seat: str


class PriceView(BaseModel):
    """``coming`` instead of ``leaving``: what it costs the whole plan, and what ``leaving`` is then free for."""

    leaving: PersonView
    coming: PersonView
    cost: float
    lowest_cost: float
    places: int = Field(description="Places that then stay empty beyond those that do already")
    frees_for: list[str]
    moves: list[MoveView] = Field(description="Where others go")
    proven: bool
    words: Text


class PriceList(BaseModel):
    """The prices of a seat."""

    plan: str
    seat: str
    outdated: list[str]
    prices: list[PriceView]


class DifferenceView(BaseModel):
    """Somebody who comes to a seat or leaves it, and why."""

    seat: str
    person: PersonView
    came: bool
    cause: Cause
    other: str | None
    words: Text


class ComparisonView(BaseModel):
    """What differs between two plans."""

    before: str
    after: str | None = Field(description="Null for a plan that is not saved")
    value_before: float
    value_after: float
    filled_before: int
    filled_after: int
    inputs_changed: list[str]
    differences: list[DifferenceView]


class AdoptionView(BaseModel):
    """One entry of the history of adoptions."""

    plan_id: str
    instead_of: str | None
    adopted_at: datetime
    adopted_by: str
    ended_at: datetime | None
    ended_by: str | None
    current: bool


class PlanJobView(BaseModel):
    """A plan that is being solved: follow the job; the plan stands at ``plan`` when it is done."""

    job: JobView
    plan: str
