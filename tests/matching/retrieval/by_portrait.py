"""An engine that anybody can check by hand: every portrait times the question."""

from dataclasses import dataclass

import numpy as np

from matching.network import Network
from matching.retrieval.engines import Candidates
from matching.retrieval.portraits import FAMILIES, Portraits, portraits
from matching.retrieval.questions import Question


@dataclass(frozen=True)
class ByPortrait:
    known: Portraits

    @classmethod
    def of(cls, network: Network) -> "ByPortrait":
        return cls(portraits(network))

    def candidates(self, question: Question) -> Candidates:
        reached = self.known.rows @ question.vector.astype(np.float64) >= question.least
        return Candidates(frozenset(one for place, one in enumerate(self.known.ids) if reached[place] and self._may(place, question)))

    def _may(self, place: int, question: Question) -> bool:
        if not self.known.open[place] or question.role is None:
            return self.known.open[place]
        whole = self.known.whole[place, FAMILIES.index(question.role.family)] >= question.whole_role
        return bool(whole) and question.role not in self.known.declined[place]
