"""What a plan is asked for over the wire; the same fields are kept with the plan, so that it can be asked again."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from matching.assignment.objective import Objective
from matching.plan.request import Trait
from models.vocabulary import RoleCode

MOST_SEATS, MOST_RULES = 400, 1_000
LONGEST_SECONDS = 600.0
Identifier = Annotated[str, Field(min_length=1, max_length=40, examples=["P01"])]
PersonId = Annotated[str, Field(min_length=1, max_length=40, examples=["E000123"])]
Places = Annotated[int, Field(ge=0, le=20)]
Hours = Annotated[int, Field(ge=0, le=168)]


class PlanRole(StrEnum):
    """The roles that a product or project has."""

    CE_PROJECT = RoleCode.CE_PROJECT.value
    CA_PROJECT = RoleCode.CA_PROJECT.value


class Strict(BaseModel):
    """A field with a wrong name is a mistake, not to be passed over."""

    model_config = ConfigDict(extra="forbid")


class SeatInput(Strict):
    """One role of one product or project."""

    subject: Identifier = Field(description="Product (P01) or project (PRJ-G03-1)")
    role: PlanRole
    pairs: int | None = Field(default=None, ge=1, le=5, description="Different people wanted, one for each pair; default: that of the plan")
    alternates: int | None = Field(default=None, ge=0, le=10, description="People who stand by; default: that of the plan")
    hours: Hours | None = Field(default=None, description="Hours a week of everybody in it; default: that of the plan")


class CapacityInput(Strict):
    """What one person can carry, where it differs from the others."""

    person: PersonId
    seats: Places | None = None
    hours: Hours | None = Field(default=None, description="Hours a week over all seats; default: as declared")


class PinInput(Strict):
    """Somebody who must hold a seat."""

    person: PersonId
    subject: Identifier
    role: PlanRole


class ExclusionInput(Strict):
    """Somebody who must not: in no seat, or not in this one."""

    person: PersonId
    subject: Identifier | None = None
    role: PlanRole | None = None


class MinimumInput(Strict):
    """At least so many places go to people from somewhere; ``residence`` is ``domestic`` or ``overseas``."""

    least: int = Field(ge=1, le=1_000)
    trait: Trait
    value: str = Field(min_length=1, max_length=40, examples=["germany", "VN", "overseas"])
    subjects: list[Identifier] | None = Field(default=None, max_length=MOST_SEATS, description="Only places of these; default: all")


class PlanRules(Strict):
    """What binds a plan besides its seats."""

    capacities: list[CapacityInput] = Field(default=[], max_length=MOST_RULES)
    pins: list[PinInput] = Field(default=[], max_length=MOST_RULES)
    exclusions: list[ExclusionInput] = Field(default=[], max_length=MOST_RULES)
    minima: list[MinimumInput] = Field(default=[], max_length=100)


class PlanInput(PlanRules):
    """A whole request; without ``seats`` both roles of every product of the list in force."""

    seats: list[SeatInput] | None = Field(default=None, min_length=1, max_length=MOST_SEATS)
    pairs: int = Field(default=1, ge=1, le=5, description="Pairs per product, where a seat says nothing else")
    alternates: int = Field(default=2, ge=0, le=10, description="Alternates per seat, where a seat says nothing else")
    hours: Hours = Field(default=0, description="Hours a week of a place, where a seat says nothing else; 0: hours do not count")
    seats_per_person: int = Field(default=1, ge=0, le=20, description="Most seats of one person")
    objective: Objective = Objective.TOTAL
    earlier: str | None = Field(default=None, max_length=40, description="Plan from which `fewest-changes` counts")
    time_limit: float = Field(default=60.0, ge=0.1, le=LONGEST_SECONDS, description="Seconds of the solver")


class WhatIfInput(PlanRules):
    """Changes of a saved request, which are added to its rules; nothing is saved."""

    seats_per_person: int | None = Field(default=None, ge=0, le=20)
    objective: Objective | None = None
    weights: dict[str, float] = Field(
        default={}, max_length=40, examples=[{"topical_fit": 0.5}], description="Signals that count otherwise; the others keep their weight"
    )
    without: list[str] = Field(default=[], max_length=MOST_RULES, description="People whose pins and exclusions are lifted first")


class Decline(Strict):
    """Somebody who leaves: all their seats, or the one named."""

    person: PersonId
    subject: Identifier | None = None
    role: PlanRole | None = None


class RepairInput(Strict):
    """Who declined; whoever may no longer be shown leaves anyway."""

    declined: list[Decline] = Field(default=[], max_length=MOST_RULES)
