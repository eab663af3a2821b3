from collections import Counter

from service.matches.recommendations.gated import gated_by_reason
from service.matches.recommendations.recommending import Recommendation


def test_the_numbers_are_those_of_everybody_judged_one_by_one(found: Recommendation) -> None:
    ranking = found.ranking
    one_by_one = Counter(reason for place in range(len(ranking.tiers)) for reason in ranking.gate_result(place).reasons)
    assert {view.code: number for view, number in gated_by_reason(ranking)} == dict(one_by_one)


def test_every_gated_person_has_at_least_one_reason(found: Recommendation) -> None:
    reasons = gated_by_reason(found.ranking)
    assert sum(number for _, number in reasons) >= found.counts["gated"]
    assert all(0 < number <= found.counts["gated"] for _, number in reasons)
    assert {"no_consent", "unwilling"} <= {reason.code.value for reason, _ in reasons}
