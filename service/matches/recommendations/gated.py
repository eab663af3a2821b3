"""Why people are not proposed, counted by reason."""

from matching.explanation import phrases
from matching.gate.result import GateReason
from matching.ranking.ranking import Ranking
from models.vocabulary import Language
from service.matches.recommendations.schemas import GateReasonView


def gated_by_reason(ranking: Ranking) -> list[tuple[GateReasonView, int]]:
    """Return every reason that keeps somebody out, with the number of people; one person can have several."""
    numbers = ranking.gatekeeper.held_back(ranking.need)
    return [(_view(reason), number) for reason, number in zip(GateReason, numbers, strict=True) if number]


def _view(reason: GateReason) -> GateReasonView:
    phrase = phrases.GATE[reason]
    return GateReasonView(code=reason, vi=phrase[Language.VI], en=phrase[Language.EN])
