"""Whom to ask for what: small records whose one lack is obvious."""

from dataclasses import replace
from datetime import date, timedelta

from matching.gate.asking import Lack, Question, questions_to
from matching.gate.result import GatePolicy
from matching.gate.spells import GapPolicy
from matching.needs import RoleNeed, Rule
from models.vocabulary import ConsentPurpose, EvidenceKind, ProcessingStop, RoleCode, RuleKind
from tests.matching.examples import item, person

TODAY = date(2026, 10, 1)
POLICY = GatePolicy()
ROLE = RoleCode.CE_PROJECT
YEARS = Rule("R-YEARS", RuleKind.HARD, 3, (), ())
NEEDS = (RoleNeed("", ROLE, (), (), (), (), (YEARS,), TODAY),)
WORK = item("a", kind=EvidenceKind.POSITION, starts=date(2015, 1, 1), counts_as_innovation_work=True)
COMPLETE = replace(
    person("E1", WORK),
    consents=frozenset({ConsentPurpose.MATCHING}),
    willing=((ROLE, True),),
    hours_per_week=20,
    refreshed_on=TODAY,
)


def asked(**changes: object) -> list[Lack]:
    return [one.lack for one in questions_to(replace(COMPLETE, **changes), NEEDS, TODAY, POLICY)]  # type: ignore[arg-type]


def test_a_complete_record_is_asked_nothing() -> None:
    assert asked() == []


def test_each_lack_is_asked_for_alone() -> None:
    assert asked(hours_per_week=None) == [Lack.HOURS]
    assert asked(willing=()) == [Lack.ROLES]
    assert asked(refreshed_on=date(2025, 9, 30)) == [Lack.FRESHNESS]
    assert asked(items=(WORK, replace(WORK, id="b", title="Another post", starts=None))) == [Lack.DATES]


def test_a_rule_for_which_nothing_is_shown_is_named_with_its_role() -> None:
    young = replace(WORK, starts=date(2025, 1, 1))
    assert questions_to(replace(COMPLETE, items=(young,)), NEEDS, TODAY, POLICY) == (Question(Lack.RULE, "R-YEARS", ROLE),)
    assert asked(items=(young,), willing=((ROLE, False),)) == []


def test_a_gap_is_asked_about_where_the_operator_does_not_tolerate_it() -> None:
    before = replace(WORK, starts=date(2023, 1, 1), ends=date(2024, 1, 1))
    after = replace(WORK, id="b", title="Another post", starts=date(2024, 11, 1))
    known = replace(COMPLETE, items=(before, after))
    patient = replace(POLICY, gaps=GapPolicy(*(timedelta(days=days) for days in (400, 540, 1_096))))
    assert questions_to(known, NEEDS, TODAY, POLICY) == (Question(Lack.RULE, "R-YEARS", ROLE),)
    assert questions_to(known, NEEDS, TODAY, patient) == ()


def test_without_consent_nothing_else_is_looked_at_and_who_objects_is_left_alone() -> None:
    assert asked(consents=frozenset(), hours_per_week=None) == [Lack.CONSENT]
    assert asked(stops=frozenset({ProcessingStop.OBJECTION}), hours_per_week=None) == []


def test_a_record_without_items_is_too_thin() -> None:
    assert Lack.EVIDENCE in asked(items=())
