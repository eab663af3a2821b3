"""How much evidence a score rests on: apart from the score, because little evidence is a reason to ask, not a reason to rank lower."""

from enum import StrEnum

_MUCH, _SOME = 5.0, 2.5


class Confidence(StrEnum):
    """How sure the evidence makes us."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def confidence(relevant_items: float) -> Confidence:
    """Return the confidence that ``relevant_items`` give: fully relevant items of evidence, or as many half relevant ones twice over."""
    if relevant_items >= _MUCH:
        return Confidence.HIGH
    return Confidence.MEDIUM if relevant_items >= _SOME else Confidence.LOW
