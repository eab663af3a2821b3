"""Bands say what a score is worth."""

import pytest

from matching.ranking.weights import Band, Weights

WEIGHTS = Weights("v1", {"topical_fit": 1.0}, fits=0.25, good=0.5, strong=0.75)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0.0, Band.WEAK),
        (0.2499, Band.WEAK),
        (0.25, Band.POSSIBLE),
        (0.5, Band.GOOD),
        (0.7499, Band.GOOD),
        (0.75, Band.STRONG),
        (1.0, Band.STRONG),
    ],
)
def test_a_band_begins_at_its_edge(score: float, band: Band) -> None:
    assert WEIGHTS.band(score) is band


def test_who_may_not_be_called_strong_is_good_at_best() -> None:
    assert [WEIGHTS.band(score, may_be_strong=False) for score in (0.9, 0.6, 0.3)] == [Band.GOOD, Band.GOOD, Band.POSSIBLE]
