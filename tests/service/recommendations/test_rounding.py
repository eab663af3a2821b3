import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.recommendations.rounding import rounded, rounded_parts


@given(st.lists(st.floats(0, 1), max_size=12))
def test_rounded_parts_add_up_to_the_rounded_score(parts: list[float]) -> None:
    total = sum(parts)
    shown = rounded_parts(parts, total)
    assert rounded(sum(shown)) == rounded(total)
    assert all(abs(part - exact) <= 1e-4 + 1e-12 for part, exact in zip(shown, parts, strict=True))


def test_the_largest_remainder_is_rounded_up_first() -> None:
    assert rounded_parts([0.00006, 0.00008], 0.00014) == [0.0, 0.0001]


def test_ties_go_to_the_first_part() -> None:
    assert rounded_parts([0.00005, 0.00005], 0.0001) == [0.0001, 0.0]


@pytest.mark.parametrize("parts", [[], [0.0, 0.0]])
def test_nothing_stays_nothing(parts: list[float]) -> None:
    assert sum(rounded_parts(parts, 0.0)) == 0
