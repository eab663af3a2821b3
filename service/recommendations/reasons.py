"""The one reason that a list gives for each person: the signal that adds most to the score and the evidence it rests on."""

from dataclasses import dataclass

import numpy as np

from matching.explanation import phrases
from matching.profiles import EvidenceItem
from matching.ranking.ranking import Entry, Ranking
from models.vocabulary import Language
from service.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Reason:
    """A signal, and the item that counted most towards it; ``evidence`` and ``citation`` are empty where a signal rests on no item."""

    signal: str
    label: Bilingual
    evidence: str | None = None
    citation: str = ""

    @property
    def text(self) -> Bilingual:
        """Return the reason in both languages; a title stays in the language in which it was written."""
        return Bilingual(*(f"{label}: {self.citation}" if self.citation else label for label in self.label))


class Reasons:
    """Finds reasons within one ranking; how much the items count towards a signal is computed once, for everybody on the page."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._weigh = {signal.code: signal.weigh for signal in ranking.scores.signals}
        self._counted: dict[str, np.ndarray] = {}

    def strongest(self, entry: Entry) -> Reason:
        """Return the reason for ``entry``: of the parts that rest on evidence, the one that adds most."""
        parts = sorted(entry.parts, key=lambda part: -part.contribution)
        for part in parts:
            item = self._best_item(entry.profile_id, part.signal)
            if item is not None:
                return Reason(part.signal, _label(part.signal), item.id, f"“{item.title}”{_years(item)}")
        return Reason(parts[0].signal, _label(parts[0].signal))

    def _best_item(self, profile_id: str, signal: str) -> EvidenceItem | None:
        network = self.ranking.network
        rows = network.rows_of(network.position[profile_id])
        counted = self._counts(signal)[rows.start : rows.stop]
        if not counted.size or counted.max() <= 0:
            return None
        return network.items[rows[int(counted.argmax())]]

    def _counts(self, signal: str) -> np.ndarray:
        if signal not in self._counted:
            self._counted[signal] = self._weigh[signal](self.ranking.view)
        return self._counted[signal]


def _label(signal: str) -> Bilingual:
    phrase = phrases.SIGNAL[signal]
    return Bilingual(en=phrase[Language.EN], vi=phrase[Language.VI])


def _years(item: EvidenceItem) -> str:
    if item.starts is None:
        return ""
    since, until = item.starts.year, item.ends.year if item.ends else "…"
    return f" ({since})" if since == until else f" ({since}–{until})"
