"""Ties recorded and ties read off positions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matching.gate.ties import ConflictPolicy, employments, last_employment, mutual, organisations_of, ties
from matching.profiles import EvidenceItem, Relation
from models.vocabulary import EvidenceKind, RelationKind, RelationStatus
from tests.matching.examples import ON, item, person

RECORDED = Relation(RelationKind.EMPLOYER, RelationStatus.DECLARED, "B1", starts=date(2015, 1, 1), ends=date(2018, 1, 1))


def position(identifier: str, organisation: str | None, starts: date | None, ends: date | None) -> EvidenceItem:
    return item(identifier, kind=EvidenceKind.POSITION, organisation_id=organisation, starts=starts, ends=ends)


def test_an_employment_spans_its_positions() -> None:
    first, second = position("a", "B1", date(2010, 1, 1), date(2012, 1, 1)), position("b", "B1", date(2014, 1, 1), date(2016, 1, 1))
    (tie,) = employments([second, first]).values()
    assert (tie.relation.starts, tie.relation.ends, tie.evidence) == (date(2010, 1, 1), date(2016, 1, 1), ("a", "b"))
    assert (tie.relation.kind, tie.relation.status) == (RelationKind.EMPLOYER, RelationStatus.DETECTED)
    assert employments([first, position("c", "B1", date(2020, 1, 1), None)])["B1"].relation.ends is None


def test_only_positions_with_an_organisation_are_employments() -> None:
    assert employments([position("a", None, ON, None), item("b", organisation_id="B1")]) == {}


def test_a_recorded_employment_that_lasted_as_long_stands_for_the_positions() -> None:
    (tie,) = ties(person("E1", position("a", "B1", date(2015, 1, 1), date(2017, 1, 1)), relations=(RECORDED,)), {"B1"})
    assert (tie.relation, tie.evidence) == (RECORDED, ("a",))


def test_positions_after_a_recorded_employment_are_a_tie_of_their_own() -> None:
    found = ties(person("E1", position("a", "B1", date(2015, 1, 1), date(2020, 1, 1)), relations=(RECORDED,)), {"B1"})
    assert [tie.relation.status for tie in found] == [RelationStatus.DECLARED, RelationStatus.DETECTED]


def test_a_dismissed_employment_stands_for_every_position_there() -> None:
    dismissed = replace(RECORDED, status=RelationStatus.DISMISSED)
    somebody = person("E1", position("a", "B1", ON, None), relations=(dismissed,))
    assert [tie.relation for tie in ties(somebody, {"B1"})] == [dismissed]
    assert last_employment(somebody, "B1") is None
    assert ties(somebody, {"B2"}) == ()


def test_the_last_employment_is_the_one_that_ended_last() -> None:
    somebody = person("E1", position("a", "B1", date(2015, 1, 1), date(2020, 1, 1)), relations=(RECORDED,))
    found = last_employment(somebody, "B1")
    assert found is not None
    assert found.relation.ends == date(2020, 1, 1)


def test_a_bond_is_seen_from_both_sides() -> None:
    bond = Relation(RelationKind.SUPERVISOR, RelationStatus.DECLARED, other_expert_id="E2")
    first, second = person("E1", relations=(bond,)), person("E2")
    assert mutual(first, second) == (bond,)
    assert mutual(second, first) == (replace(bond, other_expert_id="E1"),)
    assert mutual(first, person("E3")) == ()


def test_the_organisations_of_a_person_come_from_relations_and_positions() -> None:
    items = (position("a", "B2", ON, None), item("b", organisation_id="B3"))
    assert organisations_of(person("E1", *items, relations=(RECORDED,))) == {"B1", "B2"}


@pytest.mark.parametrize(("days", "counts"), [(0, True), (730, True), (731, False)])
def test_a_window_is_counted_from_the_last_day(days: int, counts: bool) -> None:
    assert ConflictPolicy().still_counts(replace(RECORDED, ends=ON - timedelta(days=days)), ON) is counts
