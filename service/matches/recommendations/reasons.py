"""The one reason that a list gives for each person: the work that shows the role in the field; else what is closest to the field."""

from matching.explanation.headline import Headline, headline
from matching.explanation.role_in_field import RoleInField
from matching.profiles import EvidenceItem
from matching.ranking.ranking import Entry, Ranking
from service.kit.texts import sentence_text
from service.matches.recommendations.labels import SIGNALS
from service.matches.recommendations.schemas import ReasonView


class Reasons:
    """Finds reasons within one ranking; what everybody on a page shares is computed once."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._role = RoleInField(ranking)

    def strongest(self, entry: Entry) -> ReasonView:
        """Return the reason for ``entry``."""
        return self.at(self.ranking.network.position[entry.profile_id])

    def at(self, position: int) -> ReasonView:
        """Return the reason for one person; for somebody with nothing in the field the largest part of the score alone."""
        found = headline(self._role, position)
        return _of_work(found) if found else _of_signal(max(self.ranking.parts(position), key=lambda part: part.contribution).signal)


def _of_work(found: Headline) -> ReasonView:
    citation = f"“{found.item.title}”{_years(found.item)}"  # a title stays in the language in which it was written
    said = sentence_text(found.said)
    return ReasonView(said.vi, said.en, found.signal, SIGNALS[found.signal], found.item.id, citation)


def _of_signal(signal: str) -> ReasonView:
    label = SIGNALS[signal]
    return ReasonView(label.vi, label.en, signal, label, evidence=None, citation="")


def _years(item: EvidenceItem) -> str:
    if item.starts is None:
        return ""
    since, until = item.starts.year, item.ends.year if item.ends else "…"
    return f" ({since})" if since == until else f" ({since}–{until})"
