"""Conflicts of interest with organisations that bid."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matching.gate.conflicts import COOLING_OFF, ConflictOfInterest, conflicts
from matching.profiles import Relation
from models.vocabulary import RelationKind, RelationStatus
from tests.matching.examples import ON, need, person

TIE = Relation(RelationKind.EMPLOYER, RelationStatus.DECLARED, organisation_id="B1", starts=date(2020, 1, 1))
NEED = need(bidders=frozenset({"B1", "B2"}))
TWO_YEARS = timedelta(days=730)


def found(*relations: Relation) -> tuple[ConflictOfInterest, ...]:
    return conflicts(person("E1", relations=relations), NEED)


def test_a_conflict_names_both_facts() -> None:
    assert found(TIE) == (ConflictOfInterest(TIE, "B1", "P1"),)


@pytest.mark.parametrize("kind", RelationKind)
def test_every_kind_of_tie_to_a_bidder_counts(kind: RelationKind) -> None:
    assert len(found(replace(TIE, kind=kind))) == 1


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (RelationStatus.DETECTED, True),
        (RelationStatus.DECLARED, True),
        (RelationStatus.CONFIRMED, True),
        (RelationStatus.DISMISSED, False),
    ],
)
def test_only_a_dismissed_tie_does_not_count(status: RelationStatus, counts: bool) -> None:
    assert bool(found(replace(TIE, status=status))) is counts


@pytest.mark.parametrize(("organisation", "other"), [("C1", None), (None, "E2"), (None, "B1")])
def test_a_tie_to_somebody_who_does_not_bid_is_none(organisation: str | None, other: str | None) -> None:
    assert found(replace(TIE, organisation_id=organisation, other_expert_id=other)) == ()


@pytest.mark.parametrize(
    ("ended", "counts"),
    [
        (None, True),
        (ON, True),
        (ON + timedelta(days=400), True),
        (date.max, True),
        (ON - TWO_YEARS, True),
        (ON - TWO_YEARS - timedelta(days=1), False),
        (date.min, False),
    ],
)
def test_a_tie_cools_off_on_the_day_after_the_window(ended: date | None, counts: bool) -> None:
    assert bool(found(replace(TIE, starts=None, ends=ended))) is counts


def test_a_tie_that_is_about_to_begin_counts() -> None:
    assert len(found(replace(TIE, starts=ON + timedelta(days=30)))) == 1


def test_the_window_is_a_setting_of_each_kind() -> None:
    recent = person("E1", relations=(replace(TIE, ends=ON - timedelta(days=10)),))
    short = {**COOLING_OFF, RelationKind.EMPLOYER: timedelta(days=9)}
    assert conflicts(recent, NEED, short) == ()
    assert len(conflicts(recent, NEED, {**short, RelationKind.EMPLOYER: timedelta(days=10)})) == 1


def test_all_conflicts_are_given_in_the_order_of_the_record() -> None:
    ties = (replace(TIE, organisation_id="B2"), replace(TIE, organisation_id="C1"), TIE)
    assert [conflict.organisation_id for conflict in found(*ties)] == ["B2", "B1"]


def test_without_bidders_there_is_no_conflict() -> None:
    assert conflicts(person("E1", relations=(TIE,)), need()) == ()
