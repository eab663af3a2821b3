"""Of two people who differ in one thing, the better one has the stronger signal."""

import itertools
from datetime import date
from typing import Any

import pytest

from matching.profiles import EvidenceItem
from matching.signals.registry import signals_of
from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, Scale, Verification
from tests.matching.examples import BATTERY, item, person, view

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


@pytest.mark.parametrize("partners", ["Radar with a consortium of partners", "Liên minh ra đa cùng các đối tác"])
def test_bringing_partners_together_connects_resources(partners: str) -> None:
    with_partners, alone = measured(ENGINEER, "resource_connection", item(title=partners), item(title="Radar for the coast, ra đa"))
    assert with_partners > alone


@pytest.mark.parametrize("design", ["Radar architecture and interfaces", "Kiến trúc hệ thống ra đa"])
def test_designing_the_whole_is_architecture(design: str) -> None:
    designed, built = measured(ARCHITECT, "system_architecture", item(title=design), item(title="Radar building, ra đa"))
    assert designed > built


def test_writing_a_standard_is_more_than_using_one() -> None:
    written = item(title="Radar standard", kind=EvidenceKind.STANDARD)
    used = item(title="Radar by the standard", part=Part.CONTRIBUTOR)
    neither = item(title="Radar")
    assert strictly_falling(measured(ARCHITECT, "technical_standards", written, used, neither))


def test_a_patent_is_more_core_technology_than_a_paper() -> None:
    kinds = (EvidenceKind.PATENT, EvidenceKind.PUBLICATION, EvidenceKind.AWARD)
    assert strictly_falling(measured(ARCHITECT, "core_technology", *(item(kind=kind) for kind in kinds)))


@pytest.mark.parametrize("role", [ENGINEER, ARCHITECT])
def test_leadership_in_another_field_counts_little(role: RoleCode) -> None:
    for signal in signals_of(role.family):
        if signal.code in {"availability", "language", "resource_connection"}:
            continue
        there, here = (
            item(title=title, kind=EvidenceKind.PRODUCT)
            for title in (f"{BATTERY[1]}, architecture standard", "Phased array radar for coastal surveillance, architecture standard")
        )
        elsewhere, on_the_subject = measured(role, signal.code, there, here)
        assert on_the_subject > elsewhere, signal.code


def test_fresh_is_more_than_old_and_undated_is_nothing() -> None:
    spells = ((2010, None), (2010, 2025), (2010, 2015), (1990, 1995))
    dated = [item(starts=date(since, 1, 1), ends=date(until, 1, 1) if until else None) for since, until in spells]
    values = measured(ENGINEER, "recency", *dated, item(starts=None))
    assert values[0] == 1.0
    assert strictly_falling(values)
    assert values[-1] == 0.0


def test_what_ends_after_the_selection_is_as_fresh_as_can_be() -> None:
    assert measured(ENGINEER, "recency", item(ends=date(2030, 1, 1)), item(ends=date(2026, 10, 1))) == [1.0, 1.0]


def test_verified_is_more_than_declared() -> None:
    levels = (Verification.VERIFIED, Verification.DOCUMENTED, Verification.DECLARED)
    assert strictly_falling(measured(ENGINEER, "verification", *(item(verification=level) for level in levels)))


def test_verifying_something_else_does_not_help() -> None:
    radar = item("a", verification=Verification.DECLARED)
    other = person("E1", radar, item("b", "Nothing known", verification=Verification.VERIFIED))
    (signal,) = [signal for signal in signals_of(ENGINEER.family) if signal.code == "verification"]
    alone, with_other = signal.measure(view(person("E0", radar), other))
    assert with_other == alone
