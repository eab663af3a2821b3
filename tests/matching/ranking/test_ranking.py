"""Order, threshold, ties, counts: one list that every answer is read from."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gate.result import GatePolicy, Tier
from matching.needs import RoleNeed
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Band
from matching.readers.roles import DIMENSIONS
from matching.signals.dimensions import OF_FAMILY
from models.vocabulary import RoleFamily
from tests.matching.examples import BATTERY, RADAR, RICE, gate_result, item, need, person, ranking, reader, weights
from tests.matching.random_worlds import NEEDS, NETWORKS

STRONG = (item("a", RADAR[0]), item("b", RADAR[1]), item("c", RADAR[2]))
NEARLY_NOTHING = (item("a", RICE[0]),)
RECENT = {"starts": date(2024, 1, 1)}


def ids(found: Ranking, *, everybody: bool = True) -> list[str]:
    return [entry.profile_id for entry in found.entries(everybody=everybody)]


def test_the_better_score_stands_first() -> None:
    assert ids(ranking([person("E1", item("a", BATTERY[0])), person("E2", *STRONG), person("E3", item("a", RADAR[0]))])) == [
        "E2",
        "E3",
        "E1",
    ]


def test_a_rule_that_is_not_shown_is_a_question_and_moves_nobody() -> None:
    unproven = person("E1", *(replace(one, starts=date(2024, 1, 1)) for one in STRONG))
    found = ranking([unproven, person("E2", item("a", RADAR[3]))])
    first, second = found.entries(everybody=True)
    assert (first.profile_id, first.tier, second.tier) == ("E1", Tier.EVIDENCE_MISSING, Tier.ELIGIBLE)
    assert first.score > second.score


@given(st.permutations(["E1", "E2", "E3", "E4", "E5"]))
def test_equal_people_stand_in_the_order_of_their_ids(order: list[str]) -> None:
    found = ranking([person(identifier, *STRONG) for identifier in order])
    assert ids(found) == ["E1", "E2", "E3", "E4", "E5"]
    assert {entry.tie_group for entry in found.entries()} == {1}


@given(NETWORKS, NEEDS)
def test_the_order_is_tier_then_score_then_id(people: list[Profile], wanted: RoleNeed) -> None:
    entries = ranking(people, wanted).entries(everybody=True)
    keys = [(list(Tier).index(entry.tier), -entry.score, entry.profile_id) for entry in entries]
    assert keys == sorted(keys)
    assert [entry.rank for entry in entries] == list(range(1, len(entries) + 1))


@given(NETWORKS, NEEDS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(people: list[Profile], wanted: RoleNeed, chance: random.Random) -> None:
    assert ranking(chance.sample(people, len(people)), wanted).entries(everybody=True) == ranking(people, wanted).entries(everybody=True)


@given(NETWORKS, NEEDS, st.integers(0, 6), st.none() | st.integers(0, 6), st.booleans())
def test_a_page_is_a_piece_of_the_whole_list(
    people: list[Profile], wanted: RoleNeed, start: int, stop: int | None, everybody: bool
) -> None:
    found = ranking(people, wanted)
    assert found.entries(start, stop, everybody=everybody) == found.entries(everybody=everybody)[start:stop]


@given(NETWORKS, NEEDS)
def test_counts_are_the_lengths_of_the_lists(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    tiers = Counter(gate_result(profile, wanted, people).tier for profile in people)
    of_tiers = {tier.value: tiers[tier] for tier in Tier}
    assert found.counts() == {"considered": len(people), **of_tiers, "fitting": len(found.entries()), "not_read": 0}
    assert len(found.entries(everybody=True)) == len(people) - tiers[Tier.GATED]


def test_who_is_not_read_yet_is_counted_among_the_gated() -> None:
    built = Network.build(reader(), [person("E1", *STRONG), person("E2", *STRONG)], {"E2": None})
    counts = rank(need(), built, Gatekeeper(built, GatePolicy()), weights()).counts()
    assert (counts["eligible"], counts["gated"], counts["not_read"]) == (1, 1, 1)


@given(NETWORKS, NEEDS)
def test_who_is_gated_is_never_on_a_list(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    gated = {profile.id for profile in people if gate_result(profile, wanted, people).tier is Tier.GATED}
    assert gated.isdisjoint(ids(found))
    assert set(ids(found, everybody=False)) <= set(ids(found))


@given(NETWORKS, NEEDS)
def test_whoever_fits_reaches_the_threshold(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    above = [entry.profile_id for entry in found.entries(everybody=True) if entry.score >= found.weights.fits]
    assert ids(found, everybody=False) == above
    assert all(entry.band is not Band.WEAK for entry in found.entries())
    assert found.nobody_fits == all(entry.tier is not Tier.ELIGIBLE for entry in found.entries())


@pytest.mark.parametrize(
    "people",
    [
        [],
        [person("E1", *NEARLY_NOTHING)],
        [person("E1", *STRONG, consents=frozenset())],
        [person("E1", *(replace(one, **RECENT) for one in STRONG))],
    ],
    ids=["no people", "another field", "gated", "evidence missing"],
)
def test_nobody_fits_is_an_answer(people: list[Profile]) -> None:
    found = ranking(people, chosen=weights(fits=0.5))
    assert found.nobody_fits
    assert not any(entry.tier is Tier.ELIGIBLE for entry in found.entries())


def test_somebody_fits() -> None:
    assert not ranking([person("E1", *STRONG), person("E2", *NEARLY_NOTHING)], chosen=weights(fits=0.5)).nobody_fits


def tie_groups(tie: float, hours: list[int]) -> list[int]:
    """Return the tie groups of people who differ in their hours alone."""
    people = [person(f"E{number}", *STRONG, hours_per_week=offered) for number, offered in enumerate(hours)]
    return [entry.tie_group for entry in ranking(people, chosen=weights(tie=tie)).entries(everybody=True)]


def test_scores_closer_than_the_tie_share_a_group_with_its_first() -> None:
    step = weights().of_signal["availability"] / 40
    assert tie_groups(step * 1.5, [40, 39, 38, 37]) == [1, 1, 2, 2]
    assert tie_groups(step * 0.5, [40, 39, 38, 37]) == [1, 2, 3, 4]
    assert tie_groups(step * 9.0, [40, 39, 38, 37]) == [1, 1, 1, 1]


def test_without_a_tie_width_even_equal_scores_stand_alone() -> None:
    assert tie_groups(0.0, [40, 40]) == [1, 2]


def test_people_who_are_as_good_are_tied_whatever_is_not_shown_yet() -> None:
    people = [person("E1", *STRONG), person("E2", *(replace(one, **RECENT) for one in STRONG))]
    found = ranking(people, chosen=weights(tie=0.9)).entries(everybody=True)
    assert [(entry.profile_id, entry.tie_group) for entry in found] == [("E1", 1), ("E2", 1)]


def test_an_entry_says_what_is_covered_and_what_is_missing() -> None:
    (entry,) = ranking([person("E1", item("a", RADAR[1]))], need(must=("array", "radar", "unheard_of"))).entries(everybody=True)
    assert (entry.covered, entry.missing) == (("radar",), ("array", "unheard_of"))
    assert (entry.groups_shown, entry.groups_asked) == (1, 3)


def test_strong_takes_half_of_what_is_required() -> None:
    everything = dict.fromkeys(weights().of_signal, 0.0) | {"topical_fit": 1.0}
    strong = replace(weights(), of_signal=everything, strong=0.5)
    people = [person("E1", *(item(name, RADAR[1]) for name in "abcd"))]
    half, third = (
        ranking(people, need(must=must), strong).entries()[0] for must in (("radar", "battery"), ("radar", "battery", "breeding"))
    )
    assert half.score == third.score > 0.5
    assert (half.band, third.band) == (Band.STRONG, Band.GOOD)


def test_an_entry_counts_alternatives_as_one() -> None:
    asked = need(must=("array", "battery", "breeding", "radar"), groups=(("array", "battery", "radar"),))
    (entry,) = ranking([person("E1", item("a", RADAR[1]))], asked).entries(everybody=True)
    assert (entry.covered, entry.missing) == (("radar",), ("array", "battery", "breeding"))
    assert (entry.groups_shown, entry.groups_asked) == (1, 2)


def test_ranking_twice_gives_the_same_bytes() -> None:
    people = [person(f"E{number}", *STRONG[: number % 4]) for number in range(9)]
    first, second = ranking(people), ranking(people)
    assert first.scores.parts.tobytes() == second.scores.parts.tobytes()
    assert first.entries() == second.entries()


def test_who_shows_one_side_of_the_role_alone_does_not_fit_however_high_the_score() -> None:
    whole = person("E1", item("a", RADAR[0], text="Led a partner consortium.", sectors=("a", "b", "c")))
    partly = person("E2", item("b", RADAR[0], text="A system.", sectors=(), outcome=None))
    found = ranking([whole, partly])
    easy = replace(found.weights, fits=0.0, good=0.0, strong=0.0)
    assert [bool(fits) for fits in found.reweighed(easy).fits] == [True, True]
    strict = found.reweighed(replace(easy, whole_role=0.5))
    shown = found.network.surely[:, [DIMENSIONS.index(one) for one in OF_FAMILY[RoleFamily.CHIEF_ENGINEER]]].min(axis=1)
    assert [bool(fits) for fits in strict.fits] == [bool(least >= 0.5) for least in shown]
    assert not strict.fits[1]
    assert strict.band(1) is Band.WEAK
