"""What the two cover together: a capability or a dimension of the roles counts as far as the stronger of them shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from matching.pairs.sides import Sides
from matching.signals import dimensions
from matching.signals.view import SHOWN
from models.vocabulary import RoleDimension

MUST, NICE, DIMENSIONS = "must_together", "nice_together", "dimensions_together"


@dataclass(frozen=True, slots=True)
class CoverageBySide:
    """What each side shows of ``names``: (engineers, names) and (architects, names), in [0, 1]."""

    names: tuple[str, ...]
    engineers: np.ndarray
    architects: np.ndarray

    def together(self) -> np.ndarray:
        """Return the mean over the names of the stronger of two, shape (engineers, architects); 1 where nothing is named."""
        total = np.zeros((len(self.engineers), len(self.architects)))
        if not self.names:
            return total + 1.0
        for place in range(len(self.names)):
            total += np.maximum(self.engineers[:, place, None], self.architects[None, :, place])
        return total / len(self.names)


def must(sides: Sides) -> CoverageBySide:
    """Return what is shown of the capabilities that either role requires."""
    return _capabilities(sides, must_of_both(sides))


def groups(sides: Sides) -> CoverageBySide:
    """Return what is shown of the groups of capabilities that either role requires, of each its best member's; named by the members."""
    asked = tuple(dict.fromkeys(sides.engineers.need.groups + sides.architects.need.groups))
    found = [_capabilities(sides, group) for group in asked]
    shape = (len(sides.rows), 0), (len(sides.columns), 0)
    engineers, architects = (
        np.column_stack([part.max(axis=1) for part in parts]) if parts else np.zeros(empty)
        for parts, empty in zip(([one.engineers for one in found], [one.architects for one in found]), shape, strict=True)
    )
    return CoverageBySide(tuple(" | ".join(group) for group in asked), engineers, architects)


def nice(sides: Sides) -> CoverageBySide:
    """Return what is shown of the capabilities that either role welcomes and neither requires."""
    welcome = dict.fromkeys(sides.engineers.need.nice + sides.architects.need.nice)
    return _capabilities(sides, tuple(capability for capability in welcome if capability not in must_of_both(sides)))


def must_of_both(sides: Sides) -> tuple[str, ...]:
    """Return the capabilities that either role requires, the engineer's first."""
    return tuple(dict.fromkeys(sides.engineers.need.must + sides.architects.need.must))


def of_roles(sides: Sides) -> CoverageBySide:
    """Return how strong everybody is in the three dimensions of both roles, each measured as its own role's need measures it."""
    rankings = (sides.engineers, sides.architects)
    measured: dict[RoleDimension, np.ndarray] = {
        dimension: dimensions.measure(ranking.view, dimension)
        for ranking in rankings
        for dimension in dimensions.OF_FAMILY[ranking.need.role.family]
    }
    columns = np.column_stack(list(measured.values()))
    return CoverageBySide(tuple(dimension.value for dimension in measured), columns[sides.rows], columns[sides.columns])


def _capabilities(sides: Sides, capabilities: tuple[str, ...]) -> CoverageBySide:
    found = sides.engineers.view.credits(capabilities)
    return CoverageBySide(capabilities, found[sides.rows], found[sides.columns])


def term(shown: Callable[[Sides], CoverageBySide]) -> Callable[[Sides], np.ndarray]:
    """Return the term that measures what the two show together."""
    return partial(_measure, shown=shown)


def _measure(sides: Sides, shown: Callable[[Sides], CoverageBySide]) -> np.ndarray:
    return shown(sides).together()


@dataclass(frozen=True, slots=True)
class Division:
    """Who of two shows which of the names."""

    both: tuple[str, ...]
    only_engineer: tuple[str, ...]
    only_architect: tuple[str, ...]
    neither: tuple[str, ...]

    @property
    def shown(self) -> int:
        """Return how many are shown by at least one of the two."""
        return len(self.both) + len(self.only_engineer) + len(self.only_architect)

    @property
    def asked(self) -> int:
        """Return how many are asked for."""
        return self.shown + len(self.neither)


def divide(shown: CoverageBySide, row: int, column: int) -> Division:
    """Return who of the engineer in ``row`` and the architect in ``column`` shows which capability, in the order of the names."""
    engineer, architect = shown.engineers[row] >= SHOWN, shown.architects[column] >= SHOWN
    groups = (engineer & architect, engineer & ~architect, architect & ~engineer, ~engineer & ~architect)
    both, only_engineer, only_architect, neither = (
        tuple(name for name, belongs in zip(shown.names, group, strict=True) if belongs) for group in groups
    )
    return Division(both, only_engineer, only_architect, neither)
