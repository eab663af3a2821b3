"""The cells of all products and roles of a list, kept until anything that they depend on changes: one cache for every page of the whole.

Computing them takes a ranking for every cell, about a second in all.
"""

import threading
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from service.identity.access.policies import RESTRICTED, may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.dear_work import alone
from service.matches.network.live import DatabaseVersion, read_stored
from service.matches.recommendations.cells import Cell, cells, products_of
from service.matches.recommendations.recommending import Recommender


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything that the cells of a list depend on."""

    stored: DatabaseVersion
    day: date


class Overview:
    """One per process."""

    def __init__(self, recommender: Recommender) -> None:
        self.recommender = recommender
        self._lock = threading.Lock()
        self._basis: Basis | None = None
        self._kept: dict[str, list[Cell]] = {}

    def cells(self, session: Session, catalogue: str, viewer: Viewer) -> list[Cell]:
        """Return the cells of the products of a list as ``viewer`` may see them, two for each; at most one thread computes at a time."""
        basis = Basis(read_stored(session), self.recommender.settings.selection_day(self.recommender.clock))
        with alone(self._lock):
            if basis != self._basis:
                # All lists are forgotten together: their cells hold the network that they were counted in.
                self._basis, self._kept = basis, {}
            if catalogue not in self._kept:
                self._kept[catalogue] = list(cells(session, self.recommender, products_of(session, catalogue)))
            kept = self._kept[catalogue]
        return [_redacted(cell, viewer) for cell in kept]


def _redacted(cell: Cell, viewer: Viewer) -> Cell:
    if may_see_inside(viewer, cell.sensitivity) is True:
        return cell
    return replace(cell, answer=None, supply=None, gone=RESTRICTED.reason)
