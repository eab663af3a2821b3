"""Every eligibility rule and every result it can give."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.gate.rules import RuleOutcome, judge
from matching.gate.spells import GapPolicy
from matching.needs import Rule
from matching.profiles import Profile
from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, RuleKind, RuleResult
from tests.matching.examples import ON, RULES, item, need, person, rule

MET, NOT_MET, NOT_SHOWN, FOR_PEOPLE = RuleResult.MET, RuleResult.NOT_MET, RuleResult.NOT_SHOWN, RuleResult.FOR_PEOPLE
TEN_YEARS = rule("R-YEARS", minimum=10)
LONG, SHORT = date(2016, 10, 1), date(2016, 11, 1)


def outcome(one: Rule, profile: Profile, role: RoleCode = RoleCode.CE_PROJECT, **changes: Any) -> RuleOutcome:
    (found,) = judge(profile, need(role=role, rules=(one,), **changes))
    return found


def test_outcomes_come_in_the_order_of_the_rules_without_what_is_no_filter() -> None:
    judged = judge(person("E1", item()), need())
    assert [found.rule for found in judged] == [one for one in RULES if one.id != "R-NATIONALITY"]


def test_ten_years_up_to_the_selection_are_met() -> None:
    found = outcome(TEN_YEARS, person("E1", item("a", starts=LONG)))
    assert (found.result, found.evidence, found.gap) == (MET, ("a",), None)
    assert found.value == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize(("complete", "result"), [(False, NOT_SHOWN), (True, NOT_MET)])
def test_fewer_years_fail_only_a_complete_record(complete: bool, result: RuleResult) -> None:
    assert outcome(TEN_YEARS, person("E1", item(starts=SHORT), record_complete=complete)).result is result
    assert outcome(TEN_YEARS, person("E1", record_complete=complete)).result is result


def test_undated_work_leaves_a_complete_record_open() -> None:
    undated = person("E1", item("a", starts=SHORT), item("b", starts=None), record_complete=True)
    assert outcome(TEN_YEARS, undated).result is NOT_SHOWN


def test_many_years_that_ended_long_ago_are_not_continuous() -> None:
    found = outcome(TEN_YEARS, person("E1", item(starts=date(1990, 1, 1), ends=date(2020, 1, 1)), record_complete=True))
    assert (found.result, found.gap) == (NOT_MET, (date(2020, 1, 1), ON))


def test_the_gap_that_broke_the_years_is_shown() -> None:
    broken = person("E1", item("a", ends=date(2018, 1, 1)), item("b", starts=date(2020, 1, 1)))
    found = outcome(TEN_YEARS, broken)
    assert (found.result, found.gap) == (NOT_SHOWN, (date(2018, 1, 1), date(2020, 1, 1)))
    (tolerated,) = judge(broken, need(rules=(TEN_YEARS,)), gaps=GapPolicy(tolerated=timedelta(days=800)))
    assert (tolerated.result, tolerated.gap) == (MET, None)


@pytest.mark.parametrize(
    ("earlier", "later", "result"),
    [
        ((date(2010, 1, 1), date(2017, 1, 1)), (date(2018, 3, 1), None), NOT_SHOWN),
        ((date(2010, 1, 1), date(2017, 1, 1)), (date(2018, 9, 1), None), NOT_MET),
        ((date(2016, 1, 1), date(2017, 1, 1)), (date(2018, 3, 1), date(2024, 3, 1)), NOT_SHOWN),
        ((date(2017, 1, 1), date(2018, 1, 1)), (date(2018, 3, 1), date(2024, 3, 1)), NOT_MET),
        ((date(2010, 1, 1), date(2017, 1, 1)), (date(2017, 3, 1), date(2024, 3, 1)), NOT_SHOWN),
        ((date(2008, 1, 1), date(2015, 1, 1)), (date(2015, 3, 1), date(2023, 3, 1)), NOT_MET),
    ],
    ids=[
        "a year between",
        "a year and a half between",
        "ten with the years since",
        "too few with the years since",
        "two years since",
        "three years since",
    ],
)
def test_a_gap_that_a_complete_list_of_works_leaves_open_is_asked_about(
    earlier: tuple[date, date], later: tuple[date, date | None], result: RuleResult
) -> None:
    works = (item(f"a{number}", starts=starts, ends=ends) for number, (starts, ends) in enumerate((earlier, later)))
    assert outcome(TEN_YEARS, person("E1", *works, record_complete=True)).result is result


def test_the_minimum_is_data() -> None:
    profile = person("E1", item(starts=date(2021, 10, 2)))
    assert [outcome(rule("R-YEARS", minimum=years), profile).result for years in (5, 6)] == [MET, NOT_SHOWN]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"kind": EvidenceKind.PRODUCT},
        {"outcome": Outcome.TRANSFERRED},
        {"outcome": Outcome.COMMERCIALISED},
    ],
)
def test_interdisciplinary_work_led_with_real_effect_is_met(changes: dict[str, Any]) -> None:
    found = outcome(rule("R-LED", minimum=1), person("E1", item("a", **changes)))
    assert (found.result, found.value, found.evidence) == (MET, 1.0, ("a",))


@pytest.mark.parametrize(
    "changes",
    [
        {"part": Part.MAIN},
        {"outcome": Outcome.REPORTED},
        {"outcome": None},
        {"sectors": ("defence",)},
        {"sectors": ("defence", "defence")},
        {"kind": EvidenceKind.PUBLICATION},
        {"kind": EvidenceKind.POSITION},
    ],
)
@pytest.mark.parametrize(("complete", "result"), [(False, NOT_SHOWN), (True, NOT_MET)])
def test_other_work_is_not_a_led_programme(changes: dict[str, Any], complete: bool, result: RuleResult) -> None:
    found = outcome(rule("R-LED", minimum=1), person("E1", item(**changes), record_complete=complete))
    assert (found.result, found.value, found.evidence) == (result, 0.0, ())


@pytest.mark.parametrize(
    ("changes", "result"),
    [({}, NOT_SHOWN), ({"outcome": Outcome.REPORTED}, NOT_MET), ({"sectors": ()}, NOT_MET), ({"kind": EvidenceKind.POSITION}, NOT_MET)],
)
def test_work_of_which_nobody_stated_the_part_leaves_a_complete_record_open(changes: dict[str, Any], result: RuleResult) -> None:
    profile = person("E1", item(part=None, **changes), record_complete=True)
    found = outcome(rule("R-LED", minimum=1), profile)
    assert (found.result, found.value, found.evidence) == (result, 0.0, ())


@pytest.mark.parametrize(("led", "result"), [(0, NOT_MET), (1, NOT_MET), (2, MET), (3, MET)])
def test_the_chief_engineer_of_a_system_has_led_two(led: int, result: RuleResult) -> None:
    profile = person("E1", *(item(f"a{number}") for number in range(led)), record_complete=True)
    found = outcome(rule("R-LED", minimum=2), profile, RoleCode.CE_SYSTEM)
    assert (found.result, found.value) == (result, float(led))


@pytest.mark.parametrize(("part", "result"), [(Part.LED, MET), (Part.MAIN, MET), (Part.CONTRIBUTOR, NOT_SHOWN)])
def test_a_main_participant_is_enough_for_a_province(part: Part, result: RuleResult) -> None:
    profile = person("E1", item(part=part, sectors=()))
    assert outcome(rule("R-LED", minimum=1), profile, RoleCode.CA_PROVINCE).result is result


@pytest.mark.parametrize(("willing", "result"), [((), NOT_SHOWN), (True, MET), (False, NOT_MET)])
def test_willingness_is_the_persons_word_on_this_role(willing: bool | tuple[()], result: RuleResult) -> None:
    words = ((RoleCode.CA_PROJECT, True), *([(RoleCode.CE_PROJECT, willing)] if isinstance(willing, bool) else []))
    assert outcome(rule("R-WILL", RuleKind.DECLARED), person("E1", willing=words)).result is result


@pytest.mark.parametrize(
    ("identifier", "kind", "kept"),
    [
        ("R-SCALE", EvidenceKind.PROGRAMME, True),
        ("R-NETWORK", EvidenceKind.NETWORK, True),
        ("R-POLICY", EvidenceKind.POLICY, True),
        ("R-QUAL", EvidenceKind.DEGREE, True),
        ("R-WORKS", EvidenceKind.PATENT, True),
        ("R-WORKS", EvidenceKind.DEGREE, False),
        ("R-LEGAL", EvidenceKind.AWARD, False),
    ],
)
def test_people_judge_the_rest_with_the_evidence_before_them(identifier: str, kind: EvidenceKind, kept: bool) -> None:
    found = outcome(rule(identifier, RuleKind.EVIDENCE_HUMAN), person("E1", item("a", kind=kind), record_complete=True))
    assert (found.result, found.evidence) == (FOR_PEOPLE, ("a",) if kept else ())
