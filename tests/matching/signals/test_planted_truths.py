"""Of two people who differ in one thing, the better one has the stronger signal."""

import itertools
from datetime import date
from typing import Any

import pytest

from matching.profiles import EvidenceItem
from matching.signals.registry import signals_of
from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, RoleDimension, Scale, Verification
from tests.matching.examples import BATTERY, ON, RADAR, RICE, item, person, view

ENGINEER, ARCHITECT = RoleCode.CE_PROJECT, RoleCode.CA_PROJECT


def measured(role: RoleCode, code: str, *items: EvidenceItem, **changes: Any) -> list[float]:
    """Return the signal for people with one item each."""
    people = [person(f"E{number}", one) for number, one in enumerate(items)]
    (signal,) = [signal for signal in signals_of(role.family) if signal.code == code]
    return [float(value) for value in signal.measure(view(*people, role=role, **changes))]


def strictly_falling(values: list[float]) -> bool:
    return all(before > after for before, after in itertools.pairwise(values))


@pytest.mark.parametrize("code", ["coordination", "objective_delivery"])
def test_led_is_more_than_joined(code: str) -> None:
    assert strictly_falling(measured(ENGINEER, code, *(item(part=part) for part in Part)))


def test_applied_is_more_than_reported() -> None:
    outcomes = (Outcome.COMMERCIALISED, Outcome.TRANSFERRED, Outcome.APPLIED, Outcome.REPORTED, None)
    assert strictly_falling(measured(ENGINEER, "objective_delivery", *(item(outcome=outcome) for outcome in outcomes)))


def test_wide_is_more_than_narrow() -> None:
    scales = (Scale.INTERNATIONAL, Scale.NATIONAL, Scale.LOCAL, Scale.UNIT)
    assert strictly_falling(measured(ENGINEER, "coordination", *(item(scale=scale) for scale in scales)))


def test_many_sectors_are_more_than_one() -> None:
    sectors = (("defence", "transport", "energy"), ("defence", "transport"), ("defence",), ())
    assert strictly_falling(measured(ENGINEER, "coordination", *(item(sectors=several) for several in sectors)))


@pytest.mark.parametrize(
    ("role", "code", "word"),
    [
        (ENGINEER, "resource_connection", "partners"),
        (ARCHITECT, "system_architecture", "architecture"),
        (ARCHITECT, "core_technology", "invention"),
    ],
)
def test_what_the_words_show_of_a_dimension_counts(role: RoleCode, code: str, word: str) -> None:
    told, untold = measured(role, code, item(title=f"Radar {word}"), item(title="Radar"))
    assert told > untold


@pytest.mark.parametrize(("code", "kind"), [("technical_standards", EvidenceKind.STANDARD), ("core_technology", EvidenceKind.PATENT)])
def test_a_standard_or_patent_is_more_than_a_paper_about_it(code: str, kind: EvidenceKind) -> None:
    assert strictly_falling(measured(ARCHITECT, code, item(kind=kind), item(kind=EvidenceKind.PUBLICATION)))


def of_many(code: str, *counts_and_items: tuple[int, EvidenceItem]) -> list[float]:
    """Return the signal of an engineer for people with one item so many times."""
    people = [person(f"E{number}", *[one] * count) for number, (count, one) in enumerate(counts_and_items)]
    (signal,) = [signal for signal in signals_of(ENGINEER.family) if signal.code == code]
    return [float(value) for value in signal.measure(view(*people))]


def test_a_second_item_makes_a_dimension_surer_and_never_more_than_sure() -> None:
    once, twice, often = of_many("objective_delivery", (1, item()), (2, item()), (40, item(outcome=Outcome.COMMERCIALISED)))
    assert once < twice < often <= 1.0
    assert 1.0 - twice == pytest.approx((1.0 - once) ** 2)


def test_a_few_faint_items_make_no_plain_one() -> None:
    faint, plain = of_many("objective_delivery", (3, item(outcome=Outcome.REPORTED)), (1, item()))
    assert faint < plain / 5


@pytest.mark.parametrize("role", [ENGINEER, ARCHITECT])
def test_a_role_is_shown_in_any_field_and_everything_else_on_the_subject(role: RoleCode) -> None:
    every_dimension = "invention and architecture with partners"
    for signal in signals_of(role.family):
        there, here = (item(title=f"{title}, {every_dimension}", kind=EvidenceKind.STANDARD) for title in (BATTERY[1], RADAR[0]))
        elsewhere, on_the_subject = measured(role, signal.code, there, here)
        if signal.code in {*RoleDimension, "availability", "language"}:
            assert on_the_subject == elsewhere, signal.code
        else:
            assert on_the_subject > elsewhere, signal.code


def test_a_role_led_elsewhere_counts_from_the_first_work_in_the_field() -> None:
    elsewhere = item("E-1", title=f"{RICE[0]}, with partners")
    here = item("E-2", part=Part.CONTRIBUTOR, outcome=None)
    people = [person("E0", elsewhere), person("E1", elsewhere, here), person("E2", here)]
    (signal,) = [signal for signal in signals_of(ENGINEER.family) if signal.code == "role_and_field"]
    led_elsewhere, and_worked_here, only_worked_here = signal.measure(view(*people))
    assert led_elsewhere < 0.01
    assert and_worked_here > 0.2
    assert only_worked_here < 0.05


def test_to_tick_led_is_nothing_where_neither_role_nor_subject_shows() -> None:
    shown, untold, elsewhere = item(), item(outcome=None, sectors=()), item(title="Nothing known")
    values = measured(ENGINEER, "led_in_field", shown, untold, elsewhere)
    assert values[0] > 0
    assert values[1:] == [0.0, 0.0]


def test_fresh_is_more_than_old_and_undated_counts_half() -> None:
    spells = ((2010, None), (2010, 2025), (2010, 2015), (1990, 1995))
    dated = [item(starts=date(since, 1, 1), ends=date(until, 1, 1) if until else None) for since, until in spells]
    *values, undated = measured(ENGINEER, "recency", *dated, item(starts=None))
    assert strictly_falling(values)
    assert undated == pytest.approx(values[0] / 2)


def test_what_ended_eight_years_before_the_selection_counts_half() -> None:
    going_on, ended = measured(ENGINEER, "recency", item(), item(ends=date(ON.year - 8, ON.month, ON.day)))
    assert ended == pytest.approx(going_on / 2)


def test_what_ends_after_the_selection_is_as_fresh_as_can_be() -> None:
    going_on, later, on_the_day = measured(ENGINEER, "recency", item(), item(ends=date(2030, 1, 1)), item(ends=ON))
    assert going_on == later == on_the_day


def test_verified_is_more_than_declared() -> None:
    levels = (Verification.VERIFIED, Verification.DOCUMENTED, Verification.DECLARED)
    assert strictly_falling(measured(ENGINEER, "verification", *(item(verification=level) for level in levels)))


def test_verifying_something_else_does_not_help() -> None:
    radar = item("a", verification=Verification.DECLARED)
    other = person("E1", radar, item("b", "Nothing known", verification=Verification.VERIFIED))
    (signal,) = [signal for signal in signals_of(ENGINEER.family) if signal.code == "verification"]
    alone, with_other = signal.measure(view(person("E0", radar), other))
    assert with_other == alone
