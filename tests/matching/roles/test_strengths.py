"""What one item says for each role dimension: led before joined, effect before a report, wide before narrow, deeds before labels."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching.roles.reading import DIMENSIONS
from matching.roles.strengths import strengths

from matching.profiles import EvidenceItem
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension, Scale
from tests.matching.examples import item
from tests.matching.random_worlds import ITEMS

NOTHING_SAID = np.zeros(len(DIMENSIONS))
SAID = st.lists(st.floats(0, 1), min_size=len(DIMENSIONS), max_size=len(DIMENSIONS)).map(np.array)


def strength(item: EvidenceItem, dimension: RoleDimension, spoken: np.ndarray = NOTHING_SAID) -> float:
    return strengths(item, spoken)[DIMENSIONS.index(dimension)]


def programme(**changes: object) -> EvidenceItem:
    return replace(item(outcome=Outcome.COMMERCIALISED), **changes)


@pytest.mark.parametrize(
    ("dimension", "more", "less"),
    [
        (RoleDimension.COORDINATION, {}, {"part": Part.CONTRIBUTOR}),
        (RoleDimension.COORDINATION, {}, {"sectors": ("defence",)}),
        (RoleDimension.COORDINATION, {}, {"scale": Scale.UNIT}),
        (RoleDimension.OBJECTIVE_DELIVERY, {}, {"outcome": Outcome.REPORTED}),
        (RoleDimension.OBJECTIVE_DELIVERY, {}, {"part": Part.MAIN}),
        (RoleDimension.RESOURCE_CONNECTION, {"kind": EvidenceKind.NETWORK}, {}),
        (RoleDimension.TECHNICAL_STANDARDS, {"kind": EvidenceKind.STANDARD}, {}),
        (RoleDimension.CORE_TECHNOLOGY, {"kind": EvidenceKind.PATENT}, {"kind": EvidenceKind.PUBLICATION}),
    ],
)
def test_what_counts_more(dimension: RoleDimension, more: dict[str, object], less: dict[str, object]) -> None:
    assert strength(programme(**more), dimension) > strength(programme(**less), dimension)


def test_architecture_is_told_by_words_alone() -> None:
    said = np.array([float(dimension is RoleDimension.SYSTEM_ARCHITECTURE) for dimension in DIMENSIONS])
    assert strength(programme(), RoleDimension.SYSTEM_ARCHITECTURE) == 0.0
    assert strength(programme(), RoleDimension.SYSTEM_ARCHITECTURE, said) == 1.0


@given(ITEMS, SAID)
def test_strengths_are_shares(one: EvidenceItem, spoken: np.ndarray) -> None:
    found = strengths(one, spoken)
    assert len(found) == len(DIMENSIONS)
    assert all(0.0 <= value <= 1.0 for value in found)


@given(ITEMS, SAID)
def test_who_led_has_never_less_than_who_joined(one: EvidenceItem, spoken: np.ndarray) -> None:
    led, joined = (strengths(replace(one, part=part), spoken) for part in (Part.LED, Part.CONTRIBUTOR))
    assert all(one >= other for one, other in zip(led, joined, strict=True))
