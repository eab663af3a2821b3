"""The constants and small vocabularies of the synthetic world."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, Scale

WORLD_DATE = date(2026, 9, 1)
"""The day on which the world is looked at; every date of it lies before, and careers are counted up to it."""

SOURCE = "synthetic"
"""Where every item of evidence of the world comes from."""

ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
SMALLEST, DEFAULT, LARGEST = 200, 2_000, 200_000
FULL_PLAN_FROM = 1_000
"""Networks below this size get the small plan: fewer candidates and hard negatives per cell."""

EFFECTS = (Outcome.APPLIED, Outcome.TRANSFERRED, Outcome.COMMERCIALISED)

Cell = tuple[str, RoleCode]
"""A product id and a role: one question that the world has an answer to."""


class Contribution(StrEnum):
    """What a person did in a piece of work, as the role sentences tell it."""

    COORDINATION = "coordination"
    CONNECTION = "connection"
    DELIVERY = "delivery"
    ARCHITECTURE = "architecture"
    STANDARDS = "standards"
    TECHNOLOGY = "technology"
    PARTICIPATION = "participation"
    ADMINISTRATION = "administration"


class Reason(StrEnum):
    """Why a hard negative is no answer."""

    NO_LEADERSHIP = "no_leadership"
    NEIGHBOURING_FIELD = "neighbouring_field"
    TOO_FEW_YEARS = "too_few_years"
    CONFLICT = "conflict"
    UNWILLING = "unwilling"
    NO_CONSENT = "no_consent"


class Level(StrEnum):
    """How high a position is."""

    ASSISTANT = "assistant"
    ENGINEER = "engineer"
    SENIOR = "senior"
    HEAD = "head"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Work:
    """One item of a career before it is dated and put in words; ``product`` is empty for plain administration."""

    kind: EvidenceKind
    product: str
    part: Part | None = None
    contributions: tuple[Contribution, ...] = ()
    outcome: Outcome | None = None
    scale: Scale | None = None
    breadth: int = 1
    sentences: int = 1
    level: Level | None = None
    counts: bool = True


def stream(seed: int, *names: object) -> Random:
    """Return the stream of chance that belongs to a name in the world of ``seed``, the same on every machine."""
    return Random(":".join(str(part) for part in (seed, *names)))  # noqa: S311 - a world must be repeatable, not secret


def check_size(size: int) -> None:
    """Raise ValueError unless a network of ``size`` people can be made."""
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"size must be between {SMALLEST} and {LARGEST}, not {size}")


def expert_id(position: int) -> str:
    """Return the id of the expert at a position counted from 0."""
    return f"E{position + 1:06d}"
