import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.matches.recommendations.rounding import rounded, rounded_parts


def one(parts: list[float], total: float) -> list[float]:
    return [float(part) for part in rounded_parts(np.array([parts], dtype=float), np.array([total]))[0]]


@given(st.lists(st.floats(0, 1), max_size=12))
def test_rounded_parts_add_up_to_the_rounded_score(parts: list[float]) -> None:
    total = sum(parts)
    shown = one(parts, total)
    assert rounded(sum(shown)) == rounded(total)
    assert all(abs(part - exact) <= 1e-4 + 1e-12 for part, exact in zip(shown, parts, strict=True))


def test_the_largest_remainder_is_rounded_up_first() -> None:
    assert one([0.00006, 0.00008], 0.00014) == [0.0, 0.0001]


def test_ties_go_to_the_first_part() -> None:
    assert one([0.00005, 0.00005], 0.0001) == [0.0001, 0.0]


def test_every_person_is_rounded_alone() -> None:
    shown = rounded_parts(np.array([[0.00005, 0.00005], [0.5, 0.25]]), np.array([0.0001, 0.75]))
    assert shown.tolist() == [[0.0001, 0.0], [0.5, 0.25]]


@pytest.mark.parametrize("parts", [[], [0.0, 0.0]])
def test_nothing_stays_nothing(parts: list[float]) -> None:
    assert sum(one(parts, 0.0)) == 0
