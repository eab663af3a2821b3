"""Marks show a reader why an item matches."""

import pytest

from matching.explanation.marks import marks
from tests.matching.examples import THESAURUS, item


def marked(text: str, query: str = "", capabilities: tuple[str, ...] = ()) -> list[str]:
    one = item(title=text)
    return [one.words[start:end] for start, end in marks(one, query, frozenset(capabilities), THESAURUS, lambda _: True)]


def test_a_wanted_capability_is_marked_in_either_language() -> None:
    assert marked("Built a radar, một ra đa", capabilities=("radar",)) == ["radar", "ra đa"]


def test_a_capability_that_nobody_wants_is_not_marked() -> None:
    assert marked("Built a radar", capabilities=("battery",)) == []


def test_what_a_record_denies_is_not_marked() -> None:
    assert marked("No experience in radar", capabilities=("radar",)) == []


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Led target tracking at sea", "tracking targets; target tracking", ["target tracking"]),
        ("Giám sát bờ biển", "hệ thống giám sát bờ biển", ["Giám sát bờ biển"]),
        ("Target, and later tracking", "target tracking", []),
        ("Tracking", "target tracking", []),
        ("of the in the", "of the in the", []),
    ],
)
def test_pairs_of_words_of_the_query_are_marked(text: str, query: str, expected: list[str]) -> None:
    assert marked(text, query) == expected


def test_touching_marks_are_one() -> None:
    assert marked("phased array target tracking", "target tracking", ("array",)) == ["phased array target tracking"]


def test_statements_of_what_was_not_done_are_left_out_however_they_are_spaced() -> None:
    one = item(title="Built a radar", text="No radar   of  my own was built. Sold a radar.")
    spans = marks(one, "", frozenset({"radar"}), THESAURUS, lambda _: True, ["no radar of my own was built"])
    assert [(one.words[start:end], one.words[:start].count("radar")) for start, end in spans] == [("radar", 0), ("radar", 2)]
