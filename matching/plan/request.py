"""What a plan is asked for: seats, what people can carry, pins, exclusions and minima, in plain values."""

from dataclasses import dataclass
from enum import StrEnum

from matching.assignment.objective import Objective
from matching.assignment.problem import Choice
from matching.exposure.report import DOMESTIC, HOME, OVERSEAS
from matching.profiles import Profile
from models.vocabulary import RoleCode


@dataclass(frozen=True, slots=True)
class PlanSeat:
    """One role of one product or project: ``places`` different people (one for each pair), ``alternates`` stand by for them.

    Everybody in it works ``hours`` whole hours a week; 0: hours do not count here.
    """

    subject_id: str
    role: RoleCode
    places: int = 1
    alternates: int = 2
    hours: int = 0

    @property
    def id(self) -> str:
        """Return the name of the seat in choices, minima and results."""
        return f"{self.subject_id}:{self.role}"


class Trait(StrEnum):
    """By what a minimum chooses its people; ``RESIDENCE`` is ``domestic`` or ``overseas``."""

    SUB_NETWORK = "sub_network"
    COUNTRY = "country"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Quota:
    """At least ``least`` places of ``seats`` (None: of all) go to people whose ``trait`` is ``value``."""

    least: int
    trait: Trait
    value: str
    seats: frozenset[str] | None = None

    @property
    def name(self) -> str:
        """Return what the minimum is called, different for different people or seats."""
        of = "" if self.seats is None else f" ({', '.join(sorted(self.seats))})"
        return f"{self.trait}={self.value}{of}"

    def counts(self, profile: Profile) -> bool:
        """Return whether somebody counts for it; of whom no country is known, no residence is."""
        if self.trait is Trait.RESIDENCE:
            return bool(profile.country) and (DOMESTIC if profile.country == HOME else OVERSEAS) == self.value
        return bool({Trait.SUB_NETWORK: profile.sub_network, Trait.COUNTRY: profile.country}[self.trait] == self.value)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What one person can carry, where it is not what everybody can: None leaves it as it is."""

    person: str
    seats: int | None = None
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Somebody stays out of the whole plan, or of one seat."""

    person: str
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Everything that is asked; ``earlier`` are the choices that ``Objective.FEWEST_CHANGES`` wants to keep."""

    seats: tuple[PlanSeat, ...]
    seats_per_person: int = 1
    capacities: tuple[Capacity, ...] = ()
    pins: tuple[Choice, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    quotas: tuple[Quota, ...] = ()
    objective: Objective = Objective.TOTAL
    earlier: tuple[Choice, ...] = ()

    def seat(self, identifier: str) -> PlanSeat | None:
        """Return the seat with this id, or None."""
        return next((seat for seat in self.seats if seat.id == identifier), None)

    def excludes(self, person: str, seat: str) -> bool:
        """Return whether somebody is kept out of a seat."""
        return any(one.person == person and one.seat in {None, seat} for one in self.exclusions)

    def capacity(self, person: str) -> Capacity:
        """Return what is said of one person alone."""
        return next((one for one in self.capacities if one.person == person), Capacity(person))
