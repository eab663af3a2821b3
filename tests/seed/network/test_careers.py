"""Spells of work are dated as asked for."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from models.vocabulary import EvidenceKind
from seed.network.careers import SMALL_GAP_DAYS, broken, continuous, days, draw_dates
from seed.network.world import WORLD_DATE


@pytest.mark.parametrize("number", range(20))
def test_a_continuous_career_has_small_gaps_only_and_goes_on(number: int) -> None:
    spells = continuous(Random(number), days(12), 3)
    assert spells[0].starts == WORLD_DATE - timedelta(days=days(12))
    assert spells[-1].ends is None
    for earlier, later in pairwise(spells):
        assert (later.starts - earlier.last_day).days <= SMALL_GAP_DAYS + 1


def test_a_broken_career_has_its_gap() -> None:
    spells = broken(Random(1), days(5), days(2), days(4))
    assert (spells[-1].starts - spells[-2].last_day).days == days(2)
    assert (spells[-2].last_day - spells[0].starts).days == days(5)


@pytest.mark.parametrize("kind", [kind for kind in EvidenceKind if kind is not EvidenceKind.DEGREE])
def test_items_lie_within_a_spell(kind: EvidenceKind) -> None:
    spells = broken(Random(2), days(3), days(3), days(1))
    for number in range(50):
        starts, ends = draw_dates(Random(number), kind, spells)
        assert any(spell.starts <= starts <= (ends or spell.last_day) <= spell.last_day for spell in spells)


def test_a_degree_comes_before_the_career() -> None:
    spells = continuous(Random(3), days(8), 2)
    starts, ends = draw_dates(Random(3), EvidenceKind.DEGREE, spells)
    assert ends is not None
    assert starts < ends < spells[0].starts
