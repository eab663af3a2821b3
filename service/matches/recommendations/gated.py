"""Why people are not proposed, counted by reason."""

from collections import Counter

import numpy as np

from matching.explanation import phrases
from matching.gate.result import GateReason, Tier
from matching.ranking.ranking import Ranking
from models.vocabulary import Language
from service.matches.recommendations.schemas import GateReasonView

_GATED = tuple(Tier).index(Tier.GATED)


def gated_by_reason(ranking: Ranking) -> list[tuple[GateReasonView, int]]:
    """Return every reason that keeps somebody out, with the number of people; one person can have several."""
    gated = np.flatnonzero(ranking.tiers == _GATED)
    counts = Counter(reason for position in gated for reason in ranking.gate_result(int(position)).reasons)
    return [(_view(reason), counts[reason]) for reason in GateReason if counts[reason]]


def _view(reason: GateReason) -> GateReasonView:
    phrase = phrases.GATE[reason]
    return GateReasonView(code=reason, vi=phrase[Language.VI], en=phrase[Language.EN])
