"""How the map is looked at: one tile per product and role, in groups, and the worst tiles first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from service.kit.texts import Text
from service.matches.coverage.schemas import CellCoverage, CoverageMap

MANY = 5
"""From how many people who could be named today a tile counts as well filled: a proposal for the eye alone."""
WORST = 8


class HeatMapCell(NamedTuple):
    """A product and a role; ``level`` says how many could be named: none, one, few, some, many, or untold."""

    cell: CellCoverage
    level: str


class Block(NamedTuple):
    """The products of one technology group, each with a tile for every role."""

    group: str | None
    name: Text | None
    rows: list[list[HeatMapCell]]


def level_of(cell: CellCoverage) -> str:
    """Return how well a cell is filled, by the number of people who could be named today."""
    ready = cell.counts.ready
    if cell.unmet or ready == 0:
        return "none"
    if ready is None:
        return "untold"
    return "one" if ready == 1 else "few" if ready < MANY else "many"


def blocks(found: CoverageMap, rows: Iterable[Sequence[CellCoverage]]) -> list[Block]:
    """Return ``rows`` of the map under their groups, in the order of the list."""
    names = {group.group.id: group.group.name for group in found.groups}
    by_group: dict[str | None, list[list[HeatMapCell]]] = {}
    for row in rows:
        by_group.setdefault(row[0].group, []).append([HeatMapCell(cell, level_of(cell)) for cell in row])
    return [Block(group, names.get(group or ""), tiles) for group, tiles in sorted(by_group.items(), key=lambda one: one[0] or "~")]


def worst(found: CoverageMap) -> list[HeatMapCell]:
    """Return the cells to look at first: nobody before one person before few, the fewest first, then by product and role."""
    order = ("none", "one", "few")
    tiles = [HeatMapCell(cell, level_of(cell)) for cell in found.cells]
    thin = [tile for tile in tiles if tile.level in order]
    return sorted(thin, key=lambda tile: (order.index(tile.level), *_how_thin(tile.cell)))[:WORST]


def _how_thin(cell: CellCoverage) -> tuple[int, int, str, str]:
    return cell.counts.ready or 0, cell.counts.eligible or 0, cell.product.id, cell.role


def totals(found: CoverageMap) -> dict[str, int]:
    """Return how many cells there are of each level."""
    levels = [level_of(cell) for cell in found.cells]
    return {level: levels.count(level) for level in ("none", "one", "few", "many", "untold")}
