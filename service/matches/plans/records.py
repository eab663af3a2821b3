"""What is kept of a solved plan: ids, codes and numbers, never a name."""

from datetime import date

from pydantic import BaseModel

from matching.plan.diagnosis import Gate
from matching.ranking.weights import Band
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind


class PlanInputs(BaseModel):
    """Versions of everything that a plan rests on besides its request."""

    experts: int
    catalogue: int
    text_space: str
    rule_set: str
    weights: dict[str, str]
    pair_weights: str
    selection_date: date


class PlacedPerson(BaseModel):
    """Somebody in a seat or standing by."""

    person: str
    score: float
    band: Band
    pinned: bool = False


class StaffedSeat(BaseModel):
    """A seat with its people, best first; ``empty`` places stay open."""

    id: str
    subject: str
    kind: SubjectKind
    role: RoleCode
    places: int
    alternates: int
    hours: int
    people: list[PlacedPerson]
    standby: list[PlacedPerson]
    empty: int


class PlannedPair(BaseModel):
    """The two of a product; ``place`` among its best pairs, null beyond them."""

    subject: str
    engineer: str
    architect: str
    place: int | None
    score: float | None


class EmptySeatRecord(BaseModel):
    """How many people are left for a seat after each gate."""

    seat: str
    missing: int
    left: dict[Gate, int]


class RelaxationRecord(BaseModel):
    """The smallest change of one kind that fills everything: of what, how much."""

    kind: str
    changes: dict[str, int]
    size: int


class ShortageRecord(BaseModel):
    """Seats that together need more people than they have."""

    seats: list[str]
    needed: int
    available: int


class AskingRecord(BaseModel):
    """Whose missing evidence would fill seats."""

    person: str
    seat: str


class DiagnosisRecord(BaseModel):
    """Why seats stay empty."""

    seats: list[EmptySeatRecord]
    unmet: dict[str, int]
    shortage: ShortageRecord | None
    relaxations: list[RelaxationRecord]
    ask: list[AskingRecord]
    ask_fills: int


class PlanResult(BaseModel):
    """A solved plan; ``bound`` and ``gap`` are null where nothing was proven."""

    seats: list[StaffedSeat]
    pairs: list[PlannedPair]
    objective: str
    value: float
    bound: float | None
    gap: float | None
    proven: bool
    lowest: float | None
    lowest_seat: str | None
    places: int
    filled: int
    kept: int
    solver: str
    seconds: float
    seed: int = 0
    diagnosis: DiagnosisRecord | None
