"""The table of all products and roles, kept until anything that it depends on changes.

Computing it takes a ranking for every cell, about a second in all; a ranking of one subject is always computed anew.
"""

import threading
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from service.network.live import Stored, read_stored
from service.recommendations.cells import Cell, cells, products_of
from service.recommendations.recommending import Recommender


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything that the table of a list depends on."""

    stored: Stored
    day: date


class Overview:
    """One per process."""

    def __init__(self, recommender: Recommender) -> None:
        self.recommender = recommender
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Basis, list[Cell]]] = {}

    def cells(self, session: Session, catalogue: str) -> list[Cell]:
        """Return the cells of the products of a list, two for each; at most one thread computes at a time."""
        basis = Basis(read_stored(session), self.recommender.settings.selection_day(self.recommender.clock))
        with self._lock:
            kept = self._kept.get(catalogue)
            if kept is None or kept[0] != basis:
                kept = (basis, list(cells(session, self.recommender, products_of(session, catalogue))))
                self._kept[catalogue] = kept
            return kept[1]
