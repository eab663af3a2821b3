"""Two rankings of the same people: who comes, who leaves, who moves; recounted from the entries of both lists."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gate.result import GatePolicy, Tier
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.ranking.difference import FIRST, RankingDifference
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Entry, Ranking, rank
from matching.ranking.weights import Weights
from matching.signals.registry import signals_of
from models.vocabulary import RoleFamily
from tests.matching.examples import RADAR, item, need, network, person, ranking, rule, weights
from tests.matching.random_worlds import NEEDS, NETWORKS

CODES = {family: [signal.code for signal in signals_of(family)] for family in RoleFamily}
SIGNALS = len(CODES[RoleFamily.CHIEF_ENGINEER])
SHARES = st.lists(st.integers(0, 9), min_size=SIGNALS, max_size=SIGNALS).filter(any)
BANDS = st.lists(st.integers(1, 100), min_size=3, max_size=3).map(lambda edges: [edge / 100 for edge in sorted(edges)])


def weighed(family: RoleFamily, shares: list[int], bands: list[float]) -> Weights:
    of_signal = {code: share / sum(shares) for code, share in zip(CODES[family], shares, strict=True)}
    return Weights("other", of_signal, *bands)


def compared(people: list[Profile], before: RoleNeed, after: RoleNeed) -> RankingDifference:
    """Return the difference that a change of the need makes."""
    built = network(people)
    gatekeeper = Gatekeeper(built, GatePolicy())
    return RankingDifference(*(rank(one, built, gatekeeper, weights(one.role.family)) for one in (before, after)))


def listed(found: Ranking) -> dict[str, Entry]:
    return {entry.profile_id: entry for entry in found.entries(everybody=True)}


@given(NETWORKS, NEEDS, SHARES, BANDS)
def test_other_weights_give_what_ranking_anew_gives(people: list[Profile], wanted: RoleNeed, shares: list[int], bands: list[float]) -> None:
    chosen = weighed(wanted.role.family, shares, bands)
    assert ranking(people, wanted).reweighed(chosen).entries(everybody=True) == ranking(people, wanted, chosen).entries(everybody=True)


@given(NETWORKS, NEEDS)
def test_nothing_differs_from_itself(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    assert RankingDifference(found, found.reweighed(found.weights)).is_empty


@given(NETWORKS, NEEDS, SHARES, BANDS)
def test_comings_and_leavings_are_those_of_the_lists(
    people: list[Profile], wanted: RoleNeed, shares: list[int], bands: list[float]
) -> None:
    before = ranking(people, wanted)
    after = before.reweighed(weighed(wanted.role.family, shares, bands))
    found = RankingDifference(before, after)
    fitting = [{entry.profile_id for entry in one.entries()} for one in (before, after)]
    first = [{entry.profile_id for entry in one.entries(0, FIRST, everybody=True)} for one in (before, after)]
    assert (set(found.entered_fitting), set(found.left_fitting)) == (fitting[1] - fitting[0], fitting[0] - fitting[1])
    assert (set(found.entered_first), set(found.left_first)) == (first[1] - first[0], first[0] - first[1])
    assert (found.became_eligible, found.ceased_eligible) == ((), ())


@given(NETWORKS, NEEDS, SHARES, BANDS)
def test_moves_are_those_that_a_reader_of_both_lists_sees(
    people: list[Profile], wanted: RoleNeed, shares: list[int], bands: list[float]
) -> None:
    before = ranking(people, wanted)
    after = before.reweighed(weighed(wanted.role.family, shares, bands))
    one, other = listed(before), listed(after)
    seen = {entry.profile_id for found in (before, after) for entry in (*found.entries(), *found.entries(0, FIRST, everybody=True))}
    changed = {name for name in seen if (one[name].rank, one[name].band) != (other[name].rank, other[name].band)}
    moves = RankingDifference(before, after).moves
    assert {move.profile_id for move in moves} == changed
    assert [move.distance for move in moves] == sorted((move.distance for move in moves), reverse=True)
    for move in moves:
        assert move.before is not None
        assert move.after is not None
        assert (move.before.rank, move.before.score) == (one[move.profile_id].rank, one[move.profile_id].score)
        assert (move.after.rank, move.after.score) == (other[move.profile_id].rank, other[move.profile_id].score)


def test_a_stricter_rule_takes_away_eligibility() -> None:
    people = [person("E1", item("a", RADAR[0])), person("E2", item("a", RADAR[1]))]
    found = compared(people, need(rules=(rule("R-LED", minimum=1),)), need(rules=(rule("R-LED", minimum=2),)))
    assert (found.became_eligible, found.ceased_eligible) == ((), ("E1", "E2"))
    assert {move.after.tier for move in found.moves if move.after} == {Tier.EVIDENCE_MISSING}


def test_who_may_no_longer_be_proposed_moved_farthest() -> None:
    declared = person("E1", item("a", RADAR[0]), record_complete=True)
    found = compared([declared, person("E2", item("a", RADAR[1]))], need(rules=()), need(rules=(rule("R-LED", minimum=2),)))
    assert (found.moves[0].profile_id, found.moves[0].after) == ("E1", None)


def test_lists_of_different_people_are_not_compared() -> None:
    with pytest.raises(ValueError, match="one network"):
        RankingDifference(ranking([person("E1")]), ranking([person("E1")]))


def test_a_place_among_many_who_do_not_fit_is_not_told() -> None:
    people = [person(f"E{number:02}", item("a", RADAR[0]), hours_per_week=number) for number in range(1, 31)]
    before = ranking(people, chosen=weights(fits=1.0))
    shares = dict.fromkeys(before.weights.of_signal, 0.0) | {"topical_fit": 1.0}
    found = RankingDifference(before, before.reweighed(replace(before.weights, of_signal=shares)))
    assert {move.profile_id for move in found.moves} == {*found.entered_first, *found.left_first}
