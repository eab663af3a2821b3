"""Words of somebody else and works that are told again."""

from datetime import date

import pytest

from matching.profiles import EvidenceItem
from matching.readers.copies import is_copied, repeated, runs, tells_of
from models.vocabulary import EvidenceKind
from tests.matching.examples import RADAR_BRIEF, item, person
from tests.matching.readers.examples import reader

PUMPS = "Pump seals for thorium molten salt reactors"
PAPER = {"kind": EvidenceKind.PUBLICATION, "source": "https://doi.org/10.1234/msr"}
BRIEF = RADAR_BRIEF[1][1]


@pytest.mark.parametrize("source", ["doi:10.1234/MSR", "see 10.1234/msr.", "https://doi.org/10.1234/msr"])
def test_a_work_with_one_doi_is_one_work(source: str) -> None:
    assert repeated([item("a", PUMPS, **PAPER), item("b", "Under another title", source=source)]) == [False, True]


def test_works_with_two_dois_are_two() -> None:
    assert works([item("a", "One title", **PAPER), item("b", "Other title", kind=EvidenceKind.PUBLICATION, source="doi:10.1234/2")]) == 2


def test_what_was_published_under_one_title_is_one_work_and_posts_of_one_name_are_two() -> None:
    papers = [item("a", PUMPS, kind=EvidenceKind.PUBLICATION), item("b", PUMPS.upper(), text="An abstract", kind=EvidenceKind.PUBLICATION)]
    posts = [item(name, "Engineer", kind=EvidenceKind.POSITION, starts=date(year, 1, 1)) for name, year in (("c", 2010), ("d", 2015))]
    assert repeated([*papers, *posts]) == [False, True, False, False]


def test_the_same_item_twice_is_one() -> None:
    assert works([item("a"), item("b")]) == 1


def test_nothing_is_no_work() -> None:
    assert (repeated([]), works([])) == ([], 0)


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        (BRIEF, True),
        (f"{BRIEF}!", True),
        ("A phased array for ships, and much else that this person did over the years", False),
        ("A phased array radar", False),
        ("", False),
    ],
    ids=["the brief", "the brief with a mark", "own words", "a name", "nothing"],
)
def test_half_the_runs_of_a_brief_are_a_copy(text: str, copied: bool) -> None:
    assert is_copied(text, runs(BRIEF)) is copied


def read(*items: EvidenceItem) -> list[bool]:
    """Return which items show anything at all."""
    found = reader().read(person("E1", *items))
    return [bool(about.any() or shown.any()) for about, shown in zip(found.about, found.dimensions, strict=True)]


def test_a_paper_that_is_listed_three_times_counts_once() -> None:
    assert read(*(item(name, PUMPS, **PAPER) for name in "abc")) == [True, False, False]


def test_a_brief_that_was_copied_into_a_record_tells_nothing() -> None:
    assert read(item("a", "My work", text=BRIEF), item("b", PUMPS)) == [False, True]


def works(items: list[EvidenceItem]) -> int:
    """Return the greatest number of works that the items tell of."""
    return max(number for number in range(len(items) + 1) if tells_of(items, number))
