"""Who stands behind the evidence is said beside the band."""

from dataclasses import replace

from matching.explanation.verified import evidence_basis, result_phrase
from matching.gate.rules import RuleOutcome
from models.vocabulary import Language, RuleResult, Verification
from tests.matching.examples import RADAR, RICE, item, person, ranking, rule


def basis(*verifications: Verification) -> str:
    items = [item(f"i{n}", RADAR[n], verification=one) for n, one in enumerate(verifications)]
    return evidence_basis(ranking([person("E1", *items)]), 0).said[Language.EN]


def test_the_basis_counts_what_somebody_else_stands_behind() -> None:
    assert basis(Verification.DECLARED, Verification.DECLARED) == "all declared"
    assert basis(Verification.VERIFIED, Verification.DECLARED) == "1 of 2 verified"
    assert basis(Verification.VERIFIED, Verification.DECLARED, Verification.DOCUMENTED) == "1 of 3 verified, 1 documented"


def test_what_is_not_about_the_need_does_not_count() -> None:
    verified = item("a", RICE[0], verification=Verification.VERIFIED)
    assert evidence_basis(ranking([person("E1", verified)]), 0).said[Language.EN] == "no evidence cited"


def test_met_by_the_persons_word_alone_says_so() -> None:
    met = RuleOutcome(rule("R-LED"), RuleResult.MET, 1.0, ("i1",))
    assert result_phrase(met, [item("i1")])[Language.EN] == "met (declared)"
    assert result_phrase(met, [item("i1")])[Language.VI] == "đạt (theo khai báo)"
    assert result_phrase(met, [item("i1", verification=Verification.DOCUMENTED)])[Language.EN] == "met"
    assert result_phrase(replace(met, result=RuleResult.NOT_SHOWN), [item("i1")])[Language.EN] == "not shown"
