"""What the matcher answered about written people: where each stands in each cell, and whom each pasted brief finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.evaluation.written.people import Cell

NOWHERE = 10**9
STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Place:
    """How one person stands in a cell: ``rank`` from 1, None for who is held back; ``values`` are the signals' values by code."""

    rank: int | None
    score: float | None
    band: str | None
    fits: bool
    covered: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    values: Mapping[str, float] | None = None

    @property
    def order(self) -> int:
        """Return the rank, or a number beyond every rank."""
        return self.rank or NOWHERE

    def __str__(self) -> str:
        """Return the place in words."""
        if self.rank is None:
            return "held back"
        return f"rank {self.rank}, {self.band}" + (f" {self.score:.2f}" if self.score is not None else "")


ABSENT = Place(None, None, None, fits=False)


@dataclass(frozen=True, slots=True)
class BriefResult:
    """What one brief finds: everybody in order, and who of them is answered as a fit."""

    order: Sequence[str]
    fit: frozenset[str]


@dataclass(frozen=True)
class BenchmarkResult:
    """``places`` hold everybody of each asked cell, ``found`` one answer for each brief of the benchmark in its order."""

    places: Mapping[Cell, Mapping[str, Place]]
    found: Sequence[BriefResult]

    def place(self, cell: Cell, person: str) -> Place:
        """Return where a person stands in a cell."""
        return self.places.get(cell, {}).get(person, ABSENT)
