"""The gate: consent first and alone, then every other reason."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from matching.gate.result import MAY_NOT_PROCESS, GatePolicy, GateReason, GateResult, Tier, judge_gate
from matching.needs import RoleNeed
from matching.profiles import Profile, Relation
from models.vocabulary import ConsentPurpose, ProcessingStop, RelationKind, RelationStatus, RoleCode, RuleKind
from tests.matching.examples import ON, item, need, person, rule
from tests.matching.random_worlds import NEEDS, people

TIE = Relation(RelationKind.SUPPLIER, RelationStatus.DETECTED, organisation_id="B1")
DAY = timedelta(days=1)


def gate_result(profile: Profile, **changes: Any) -> GateResult:
    return judge_gate(profile, need(**changes), GatePolicy())


def test_who_meets_every_hard_rule_is_eligible() -> None:
    found = gate_result(person("E1", item()))
    assert (found.reasons, found.tier) == ((), Tier.ELIGIBLE)


def test_who_has_not_shown_a_hard_rule_lacks_evidence() -> None:
    assert gate_result(person("E1", item(starts=date(2024, 1, 1)))).tier is Tier.EVIDENCE_MISSING


def test_soft_rules_do_not_lower_the_tier() -> None:
    soft = (rule("R-YEARS", RuleKind.EVIDENCE_HUMAN, minimum=99), rule("R-WILL", RuleKind.DECLARED))
    assert gate_result(person("E1", item(), record_complete=True), rules=soft).tier is Tier.ELIGIBLE


@pytest.mark.parametrize("consents", [(), (ConsentPurpose.MEMBERSHIP, ConsentPurpose.SHARING)])
def test_without_consent_nothing_else_is_looked_at(consents: tuple[ConsentPurpose, ...]) -> None:
    worst = person(
        "E1", consents=frozenset(consents), relations=(TIE,), willing=((RoleCode.CE_PROJECT, False),), available_until=date(2020, 1, 1)
    )
    found = gate_result(worst, bidders=frozenset({"B1"}))
    assert found == GateResult((GateReason.NO_CONSENT,), (), ())
    assert found.tier is Tier.GATED


@pytest.mark.parametrize(
    ("stops", "reasons"),
    [
        ((ProcessingStop.OBJECTION,), (GateReason.OBJECTED,)),
        ((ProcessingStop.RESTRICTION,), (GateReason.RESTRICTED,)),
        (tuple(ProcessingStop), (GateReason.OBJECTED, GateReason.RESTRICTED)),
    ],
)
def test_a_word_against_processing_gates_like_missing_consent(stops: tuple[ProcessingStop, ...], reasons: tuple[GateReason, ...]) -> None:
    somebody = person("E1", item(), stops=frozenset(stops), relations=(TIE,))
    assert gate_result(somebody, bidders=frozenset({"B1"})) == GateResult(reasons)


def test_every_reason_is_given_at_once() -> None:
    worst = person("E1", relations=(TIE,), willing=((RoleCode.CE_PROJECT, False),), available_until=date(2020, 1, 1), record_complete=True)
    found = gate_result(worst, bidders=frozenset({"B1"}))
    assert found.reasons == tuple(reason for reason in GateReason if reason not in {*MAY_NOT_PROCESS, GateReason.NOT_READ})
    assert found.conflicts[0].relation is TIE


def test_unwillingness_for_another_role_does_not_gate() -> None:
    assert gate_result(person("E1", item(), willing=((RoleCode.CA_PROJECT, False),))).reasons == ()
    assert gate_result(person("E1", item(), willing=((RoleCode.CE_PROJECT, False),))).reasons == (GateReason.UNWILLING,)


def test_an_empty_profile_is_gated_for_want_of_evidence() -> None:
    assert gate_result(person("E1")).reasons == (GateReason.NO_EVIDENCE,)


@pytest.mark.parametrize(
    ("until", "starts", "gated"),
    [
        (None, None, False),
        (ON, None, False),
        (ON - DAY, None, True),
        (ON + DAY, ON + DAY, False),
        (ON, ON + DAY, True),
        (ON - DAY, ON - 30 * DAY, True),
        (ON, ON - 30 * DAY, False),
    ],
)
def test_one_must_still_be_there_when_the_work_starts_and_when_people_are_selected(
    until: date | None, starts: date | None, gated: bool
) -> None:
    found = gate_result(person("E1", item(), available_until=until), starts=starts)
    assert found.reasons == ((GateReason.UNAVAILABLE,) if gated else ())


@given(people("E1"), NEEDS)
def test_a_standing_always_says_why(profile: Profile, wanted: RoleNeed) -> None:
    found = judge_gate(profile, wanted, GatePolicy())
    assert (found.tier is Tier.GATED) == bool(found.reasons)
    assert (GateReason.CONFLICT in found.reasons) == bool(found.conflicts)
    assert (GateReason.NO_CONSENT in found.reasons) == (ConsentPurpose.MATCHING not in profile.consents)
    owned = {i.id for i in profile.items}
    assert all(set(outcome.evidence) <= owned for outcome in found.outcomes)


def test_a_record_that_is_too_thin_is_no_low_score_but_asks_for_more() -> None:
    demanding = GatePolicy(fewest_items=2)
    assert judge_gate(person("E1", item("a")), need(), demanding).reasons == (GateReason.NO_EVIDENCE,)
    assert judge_gate(person("E1", item("a"), item("b", "Another work")), need(), demanding).reasons == ()


def test_one_work_that_is_told_twice_is_one_work() -> None:
    twice = person("E1", item("a", source="https://doi.org/10.1234/radar.7"), item("b", "Told anew", source="doi:10.1234/RADAR.7"))
    assert judge_gate(twice, need(), GatePolicy(fewest_items=2)).reasons == (GateReason.NO_EVIDENCE,)
