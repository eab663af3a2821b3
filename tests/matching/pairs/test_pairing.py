"""Every pair of a world: scores recounted, parts that add up, order, ties, input order."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gate.result import Tier
from matching.needs import RoleNeed
from matching.pairs.pairing import Pairing, Question, pair
from matching.pairs.plan import pairs_for_plan
from matching.pairs.registry import TERMS
from matching.profiles import Profile, Relation
from models.vocabulary import ConsentPurpose, RelationKind, RelationStatus
from tests.matching.pairs.couples import OF_TERM, PAIR_WEIGHTS, architect, both_needs, engineer, ids, pairing, rankings, somebody
from tests.matching.pairs.slow_recount import recount
from tests.matching.random_worlds import CAPABILITIES, DAYS, ITEMS

Needs = tuple[RoleNeed, RoleNeed]
ORGANISATIONS = ("O1", "O2", None)
_FACTS = st.fixed_dictionaries(
    {
        "items": st.lists(st.tuples(ITEMS, st.sampled_from(ORGANISATIONS)), min_size=1, max_size=4),
        "languages": st.sampled_from([(), ("vi",), ("vi", "en"), ("de",)]),
        "country": st.sampled_from(["VN", "DE", "US", "IN", ""]),
        "available_from": DAYS,
        "relations": st.lists(
            st.tuples(st.sampled_from(RelationKind), st.sampled_from(RelationStatus), st.integers(0, 5), DAYS), max_size=3
        ),
    }
)


def _person(number: int, facts: dict[str, Any]) -> Profile:
    facts = dict(facts)
    items = [
        replace(one, id=f"E{number}-{place}", organisation_id=organisation) for place, (one, organisation) in enumerate(facts.pop("items"))
    ]
    relations = [_relation(number, *relation) for relation in facts.pop("relations")]
    return somebody(f"E{number}", *items, relations=tuple(relations), **facts)


def _relation(owner: int, kind: RelationKind, status: RelationStatus, other: int, ends: date | None) -> Relation:
    if other == owner:
        return Relation(kind, status, organisation_id="O1", ends=ends)
    return Relation(kind, status, other_expert_id=f"E{other}", ends=ends)


WORLDS = st.lists(_FACTS, max_size=6).map(lambda found: [_person(number, facts) for number, facts in enumerate(found)])
CHOSEN = st.lists(CAPABILITIES, unique=True, max_size=3).map(tuple)
NEEDS = st.builds(lambda must, nice: both_needs(must=must, nice=nice, rules=()), CHOSEN, CHOSEN)


@given(WORLDS, NEEDS, st.booleans())
def test_every_score_is_that_of_a_slow_recount(people: list[Profile], needs: Needs, same_person: bool) -> None:
    engineers, architects = rankings(people, needs)
    found = pair(engineers, architects, PAIR_WEIGHTS, Question(same_person=same_person))
    listed = {(entry.engineer_id, entry.architect_id): entry.score for entry in found.entries()}
    expected = {}
    for one in engineers.entries() if not found.absent else []:
        for other in architects.entries():
            score, forbidden = recount(engineers, architects, one.profile_id, other.profile_id)
            if not forbidden and (same_person or one.profile_id != other.profile_id):
                expected[one.profile_id, other.profile_id] = score
    assert listed == pytest.approx(expected, abs=1e-12)


@given(WORLDS, NEEDS)
def test_parts_are_values_times_weights_and_add_up(people: list[Profile], needs: Needs) -> None:
    for entry in pairing(people, needs, same_person=True).entries():
        assert all(0 <= part.value <= 1 for part in entry.parts)
        assert [part.contribution for part in entry.parts] == [part.value * part.weight for part in entry.parts]
        assert entry.score == sum(part.contribution for part in entry.parts)
        assert [part.signal for part in entry.parts] == [term.code for term in TERMS] == list(OF_TERM)


@given(WORLDS, NEEDS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(people: list[Profile], needs: Needs, chance: random.Random) -> None:
    one, other = pairing(people, needs), pairing(chance.sample(people, len(people)), needs)
    assert one.entries() == other.entries()
    assert one.forbidden() == other.forbidden()


@given(WORLDS, NEEDS)
def test_the_order_is_tier_then_score_then_ids(people: list[Profile], needs: Needs) -> None:
    entries = pairing(people, needs).entries()
    keys = [(list(Tier).index(entry.tier), -entry.score, entry.engineer_id, entry.architect_id) for entry in entries]
    assert keys == sorted(keys)
    assert [entry.rank for entry in entries] == list(range(1, len(entries) + 1))


@given(WORLDS, NEEDS)
def test_a_tie_group_is_one_tier_closer_to_its_first_than_the_tie(people: list[Profile], needs: Needs) -> None:
    entries = pairing(people, needs).entries()
    group, first = 0, None
    for entry in entries:
        if first is None or entry.tier is not first.tier or first.score - entry.score >= PAIR_WEIGHTS.tie:
            group, first = group + 1, entry
        assert entry.tie_group == group


@given(WORLDS, NEEDS, st.integers(0, 6), st.integers(0, 6))
def test_naming_two_people_gives_the_pair_of_the_list(people: list[Profile], needs: Needs, row: int, column: int) -> None:
    for entry in pairing(people, needs).entries(row, row + column):
        named = pairing(people, needs, chief_engineer=entry.engineer_id, chief_architect=entry.architect_id).entries()
        assert named == [replace(entry, rank=1, tie_group=1)]


def test_only_the_best_of_both_lists_are_paired() -> None:
    people = [engineer(f"CE{number}") for number in range(4)] + [architect(f"CA{number}") for number in range(4)]
    assert ids(pairing(people, depth=2)) == [("CE0", "CA0"), ("CE0", "CA1"), ("CE1", "CA0"), ("CE1", "CA1")]


def test_who_withdraws_consent_is_in_no_pair() -> None:
    people = [engineer("CE1"), engineer("CE2"), architect("CA1")]
    assert {who for who, _ in ids(pairing(people))} == {"CE1", "CE2"}
    gone = replace(people[0], consents=frozenset({ConsentPurpose.MEMBERSHIP}))
    assert {who for who, _ in ids(pairing([gone, *people[1:]]))} == {"CE2"}


def test_rankings_of_two_networks_are_refused() -> None:
    engineers, _ = rankings([engineer("CE1")])
    _, architects = rankings([architect("CA1")])
    with pytest.raises(ValueError, match="same network"):
        pair(engineers, architects, PAIR_WEIGHTS)


def test_a_plan_gets_the_best_pairs_and_who_must_not_be_combined() -> None:
    family = Relation(RelationKind.FAMILY, RelationStatus.CONFIRMED, other_expert_id="CA1")
    people = [engineer("CE1", relations=(family,)), architect("CA1"), architect("CA2"), somebody("X")]
    listed: Pairing = pairing(people)
    found = pairs_for_plan(*rankings(people), PAIR_WEIGHTS, best=2)
    assert [(one.engineer_id, one.architect_id, one.score) for one in found.best] == [
        (entry.engineer_id, entry.architect_id, entry.score) for entry in listed.entries(0, 2)
    ]
    assert [(one.engineer_id, one.architect_id, one.barrier.value) for one in found.forbidden] == [
        ("CE1", "CA1", "relation"),
        ("X", "X", "same_person"),
    ]
