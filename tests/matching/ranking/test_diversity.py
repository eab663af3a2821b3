"""A policy moves as few people as it takes, says what it costs, and touches no score."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.ranking.diversity import DiversityPolicy, apply

LISTS = st.integers(0, 9).flatmap(
    lambda size: st.tuples(st.permutations(range(size)), st.lists(st.booleans(), min_size=size, max_size=size)),
)
POLICIES = st.integers(1, 6).flatmap(lambda first: st.builds(DiversityPolicy, st.integers(0, first), st.just(first)))


def scores(order: list[int]) -> np.ndarray:
    total = np.zeros(len(order))
    total[order] = [1 - place / 10 for place in range(len(order))]
    return total


def test_the_last_of_the_others_makes_room() -> None:
    order, belongs = np.arange(6), np.array([False, True, False, False, True, True])
    found = apply(DiversityPolicy(at_least=2, first=3), order, belongs, scores([*range(6)]))
    assert (found.order.tolist(), found.met, round(found.cost, 9)) == ([0, 1, 4, 2, 3, 5], True, 0.2)
    assert [(move.position, move.before, move.after) for move in found.moves] == [(4, 5, 3), (2, 3, 4), (3, 4, 5)]


def test_what_holds_already_moves_nobody() -> None:
    found = apply(DiversityPolicy(1, 2), np.arange(3), np.array([True, False, True]), scores([0, 1, 2]))
    assert (found.order.tolist(), found.met, found.moves, found.cost) == ([0, 1, 2], True, (), 0.0)


def test_what_the_list_cannot_give_is_said() -> None:
    found = apply(DiversityPolicy(2, 2), np.arange(3), np.array([False, False, True]), scores([0, 1, 2]))
    assert (found.order.tolist(), found.met) == ([0, 2, 1], False)


@given(LISTS, POLICIES)
def test_the_list_keeps_its_people_and_the_cost_is_the_smallest(found: tuple[list[int], list[bool]], policy: DiversityPolicy) -> None:
    order, belongs = found
    total, member = scores(order), np.array(belongs, dtype=bool)
    after = apply(policy, np.array(order, dtype=int), member, total)
    assert sorted(after.order.tolist()) == sorted(order)
    first = after.order[: policy.first].tolist()
    reachable = min(policy.at_least, sum(belongs))
    assert sum(belongs[one] for one in first) >= reachable
    assert after.met == (sum(belongs) >= policy.at_least)
    size = min(policy.first, len(order))
    best = max(sum(total[list(some)]) for some in combinations(order, size) if sum(belongs[one] for one in some) >= reachable)
    assert sum(total[first]) == pytest.approx(best)
    assert after.cost == pytest.approx(sum(total[order[:size]]) - best)
    assert [order.index(one) for one in first] == sorted(order.index(one) for one in first)
