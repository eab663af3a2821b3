"""Weights and thresholds of a role family: data with a version, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Band(StrEnum):
    """What a score is worth saying: false decimals help nobody before a council."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class CalibrationCounts:
    """Of ``judged`` people in a band ``right`` were judged right for the role, and ``credible`` at least credible."""

    judged: int
    credible: int
    right: int


@dataclass(frozen=True, slots=True)
class Weights:
    """One version for one role family.

    ``of_signal`` sums to 1. A score of at least ``fits`` fits the need; ``good`` and ``strong`` are the lower edges of the bands above.
    Entries whose scores differ by less than ``tie`` are tied. Who fits a role shows each of its dimensions at least as surely as
    ``whole_role``. ``calibration`` says what each band stands on, where that was measured.
    """

    version: str
    of_signal: Mapping[str, float]
    fits: float
    good: float
    strong: float
    tie: float = 0.01
    whole_role: float = 0.0
    calibration: Mapping[Band, CalibrationCounts] = field(default_factory=dict)

    def band(self, score: float, *, may_be_strong: bool = True, may_fit: bool = True) -> Band:
        """Return the band of ``score``; who may not be called strong, because too little of what is required is shown, is good at best.

        Who may not fit, because a dimension of the role is not shown, is weak.
        """
        if not may_fit:
            return Band.WEAK
        edges = ((self.strong, Band.STRONG), (self.good, Band.GOOD), (self.fits, Band.POSSIBLE))
        found = next((band for edge, band in edges if score >= edge), Band.WEAK)
        return Band.GOOD if found is Band.STRONG and not may_be_strong else found
