"""The order that decisions make of the machine's."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary.selection import ChoiceKind
from service.selection.drafts.arranging import arrange

ADD, MOVE, PIN, EXCLUDE, RESTORE = ChoiceKind


class Made(NamedTuple):
    expert_id: str
    kind: ChoiceKind
    place: int | None = None


def test_moves_come_first_then_pins_then_exclusions() -> None:
    choices = [Made("c", PIN), Made("e", ADD), Made("b", MOVE, 4), Made("a", EXCLUDE), Made("d", PIN)]
    assert arrange("abcd", choices) == (["c", "d", "b", "e"], ["a"])


def test_restoring_takes_back_a_pin_and_an_exclusion() -> None:
    assert arrange("abc", [Made("c", PIN), Made("a", EXCLUDE), Made("c", RESTORE), Made("a", RESTORE)]) == (["a", "b", "c"], [])


def test_an_excluded_person_who_is_pinned_stays_out() -> None:
    assert arrange("ab", [Made("b", PIN), Made("b", EXCLUDE)]) == (["a"], ["b"])


MADE = st.builds(Made, st.sampled_from("abcdef"), st.sampled_from(ChoiceKind), st.integers(1, 9))


@given(st.lists(MADE, max_size=12))
def test_nobody_is_lost_or_doubled(choices: list[Made]) -> None:
    found = arrange("abcd", choices)
    added = {choice.expert_id for choice in choices if choice.kind is ADD}
    assert sorted([*found.listed, *found.excluded]) == sorted({*"abcd", *added})
