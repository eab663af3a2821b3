"""Confidence grows with the evidence and never with the score."""

import pytest

from matching.ranking.confidence import Confidence, confidence


@pytest.mark.parametrize(
    ("items", "sure"),
    [(0.0, Confidence.LOW), (2.4, Confidence.LOW), (2.5, Confidence.MEDIUM), (5.0, Confidence.HIGH), (90.0, Confidence.HIGH)],
)
def test_more_relevant_items_make_surer(items: float, sure: Confidence) -> None:
    assert confidence(items) is sure
