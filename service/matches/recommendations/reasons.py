"""The one reason that a list gives for each person: the signal that adds most to the score and the evidence it rests on."""

import numpy as np

from matching.profiles import EvidenceItem
from matching.ranking.ranking import Entry, Ranking
from service.matches.recommendations.labels import SIGNALS
from service.matches.recommendations.schemas import ReasonView


class Reasons:
    """Finds reasons within one ranking; how much the items count towards a signal is computed once, for everybody on the page."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._weigh = {signal.code: signal.weigh for signal in ranking.scores.signals}
        self._counted: dict[str, np.ndarray] = {}

    def strongest(self, entry: Entry) -> ReasonView:
        """Return the reason for ``entry``: of the parts that rest on evidence, the one that adds most; else the largest part alone."""
        parts = sorted(entry.parts, key=lambda part: -part.contribution)
        rows = self.ranking.network.rows_of(self.ranking.network.position[entry.profile_id])
        for part in parts if rows else ():
            counted = self._counts(part.signal)[rows.start : rows.stop]
            best = int(counted.argmax())
            if counted[best] > 0:
                return _reason(part.signal, self.ranking.network.items[rows[best]])
        return _reason(parts[0].signal)

    def _counts(self, signal: str) -> np.ndarray:
        if signal not in self._counted:
            self._counted[signal] = self._weigh[signal](self.ranking.view)
        return self._counted[signal]


def _reason(signal: str, item: EvidenceItem | None = None) -> ReasonView:
    label = SIGNALS[signal]
    if item is None:
        return ReasonView(label.vi, label.en, signal, label, evidence=None, citation="")
    citation = f"“{item.title}”{_years(item)}"  # a title stays in the language in which it was written
    return ReasonView(f"{label.vi}: {citation}", f"{label.en}: {citation}", signal, label, item.id, citation)


def _years(item: EvidenceItem) -> str:
    if item.starts is None:
        return ""
    since, until = item.starts.year, item.ends.year if item.ends else "…"
    return f" ({since})" if since == until else f" ({since}–{until})"
