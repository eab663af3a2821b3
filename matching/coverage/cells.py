"""The numbers of one product and role: people, depth, and every required capability with who shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.coverage.supply import Counted, Counts, Supply, numbers
from matching.ranking.weights import Band
from models.vocabulary import RoleCode

DEPTHS = (1, 3, 10)


@dataclass(frozen=True, slots=True)
class CapabilityCell:
    """How many people show a required capability; ``alone`` is the id of the only person who is ready and shows it."""

    capability: str
    counts: Counts
    alone: str | None

    @property
    def unmet(self) -> bool:
        """Return whether nobody who could be named shows it."""
        return self.counts[Counted.READY] == 0


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One subject and role.

    ``depth`` maps a place on the list to the band of who stands there, None where the list ends before; ``alone`` is the id of the only
    person who is ready: without them the answer would be that nobody fits. Of a group of ``groups`` one capability is enough.
    """

    subject_id: str
    role: RoleCode
    counts: Counts
    depth: Mapping[int, Band | None]
    alone: str | None
    capabilities: tuple[CapabilityCell, ...]
    groups: tuple[tuple[str, ...], ...]

    @property
    def unmet(self) -> bool:
        """Return whether nobody fits, in the sense of the list's verdict."""
        return self.counts[Counted.READY] == 0

    @property
    def groups_unmet(self) -> int:
        """Return of how many groups nobody who could be named shows a capability."""
        shown = {one.capability for one in self.capabilities if not one.unmet}
        return sum(shown.isdisjoint(group) for group in self.groups)


def count(supply: Supply) -> CoverageCell:
    """Count one cell."""
    capabilities = tuple(capability_cell(supply, place) for place in range(len(supply.need.must)))
    counts, alone = numbers(supply.people), _only(supply.ids(supply.people[Counted.READY]))
    return CoverageCell(supply.need.subject_id, supply.need.role, counts, _depth(supply), alone, capabilities, supply.need.groups)


def capability_cell(supply: Supply, place: int) -> CapabilityCell:
    """Count who shows the required capability at ``place`` of the need."""
    shows = supply.shown[:, place]
    alone = _only(supply.ids(supply.people[Counted.READY] & shows))
    return CapabilityCell(supply.need.must[place], numbers(supply.people, shows), alone)


def _depth(supply: Supply) -> dict[int, Band | None]:
    return {place: _band(supply, int(supply.order[place - 1])) if place <= len(supply.order) else None for place in DEPTHS}


def _band(supply: Supply, position: int) -> Band:
    return supply.weights.band(float(supply.total[position]), may_be_strong=bool(supply.may_be_strong[position]))


def _only(ids: tuple[str, ...]) -> str | None:
    return ids[0] if len(ids) == 1 else None
