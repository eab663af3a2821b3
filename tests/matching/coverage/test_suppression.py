from hypothesis import given
from hypothesis import strategies as st

from matching.coverage.suppression import hidden_within, suppressed

COUNTS = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(0, 12), max_size=7)


def test_small_numbers_and_the_next_are_hidden() -> None:
    assert suppressed({"a": 3, "b": 0, "c": 9, "d": 40}, 5) == {"a": None, "b": 0, "c": None, "d": 40}
    assert suppressed({"a": 1, "b": 1, "c": 9, "d": 40}, 5) == {"a": None, "b": None, "c": None, "d": 40}


def test_large_numbers_alone_are_shown() -> None:
    assert suppressed({"a": 5, "b": 0, "c": 9}, 5) == {"a": 5, "b": 0, "c": 9}
    assert suppressed({}, 5) == {}


@given(COUNTS, st.integers(1, 8))
def test_who_knows_the_total_learns_no_hidden_number(counts: dict[str, int], minimum: int) -> None:
    shown = suppressed(counts, minimum)
    hidden = [counts[label] for label, number in shown.items() if number is None]
    assert all(number is None or number == counts[label] for label, number in shown.items())
    assert all(number is None or number == 0 or number >= minimum for number in shown.values())
    everything = all(number in {None, 0} for number in shown.values())
    assert not hidden or everything or (len(hidden) > 1 and sum(hidden) >= minimum)


@given(COUNTS, st.integers(1, 8))
def test_nothing_is_hidden_without_a_small_number(counts: dict[str, int], minimum: int) -> None:
    small = any(0 < number < minimum for number in counts.values())
    assert (None in suppressed(counts, minimum).values()) == small


def test_a_filter_hides_a_small_number_and_a_small_rest() -> None:
    assert [hidden_within(number, 20, 5) for number in (0, 1, 4, 5, 15, 16, 19, 20)] == [False, True, True, False, False, True, True, False]
