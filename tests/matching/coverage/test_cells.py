"""The numbers of a cell are those that somebody would count by hand."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.coverage.cells import CoverageCell, count
from matching.coverage.key_persons import KeyPerson, key_persons
from matching.coverage.supply import Counted, Supply
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.ranking.ranking import Ranking
from models.vocabulary import Language, ProcessingStop
from tests.matching.coverage import slow_recount
from tests.matching.examples import BATTERY, RADAR, RICE, item, need, person, ranking, weights
from tests.matching.random_worlds import NEEDS, NETWORKS

STRONG = (item("a", RADAR[0]), item("b", RADAR[1]), item("c", RADAR[2]))
WITHOUT_ARRAY = tuple(item(name, RADAR[1]) for name in "abc")


def counted(people: Sequence[Profile], wanted: RoleNeed | None = None, fits: float = 0.3) -> CoverageCell:
    return count(Supply.of(ranking(people, wanted, weights(fits=fits))))


def as_recounted(cell: CoverageCell) -> dict[str, object]:
    return {
        "counts": dict(cell.counts),
        "depth": dict(cell.depth),
        "alone": cell.alone,
        "capabilities": [(one.capability, dict(one.counts), one.alone) for one in cell.capabilities],
    }


@given(NETWORKS, NEEDS, st.sampled_from([0.1, 0.3, 0.5]))
def test_a_cell_is_what_a_slow_recount_finds(people: list[Profile], wanted: RoleNeed, fits: float) -> None:
    found = ranking(people, wanted, weights(wanted.role.family, fits))
    cell = count(Supply.of(found))
    assert as_recounted(cell) == slow_recount.cell(slow_recount.look(found), wanted.must)
    assert cell.unmet == found.nobody_fits


@given(NETWORKS, NEEDS, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(people: list[Profile], wanted: RoleNeed, chance: random.Random) -> None:
    mixed = chance.sample(people, len(people))
    assert as_recounted(counted(mixed, wanted)) == as_recounted(counted(people, wanted))


@given(NETWORKS, NEEDS, st.sets(st.integers(0, 4)))
def test_a_map_of_some_people_counts_them_alone_and_changes_nobody(people: list[Profile], wanted: RoleNeed, chosen: set[int]) -> None:
    found = ranking(people, wanted)
    seen = slow_recount.look(found)
    some = Supply.of(found).within(_mask(found, chosen))
    assert dict(count(some).counts) == slow_recount.counts([one for place, one in enumerate(seen) if place in chosen])


def _mask(found: Ranking, chosen: set[int]) -> np.ndarray:
    return np.array([place in chosen for place in range(len(found.network.profiles))], dtype=bool)


def test_one_person_who_carries_a_cell_and_a_capability_is_named() -> None:
    alone = counted([person("E1", *STRONG), person("E2", item("a", RICE[0]))], fits=0.5)
    assert (alone.alone, [one.alone for one in alone.capabilities]) == ("E1", ["E1", "E1"])
    shared = counted([person("E1", *STRONG), person("E2", *WITHOUT_ARRAY), person("E3", *WITHOUT_ARRAY)])
    assert (shared.alone, {one.capability: one.alone for one in shared.capabilities}) == (None, {"array": "E1", "radar": None})


def test_whose_evidence_is_missing_fits_but_carries_nothing() -> None:
    young = person("E1", *(replace(one, starts=date(2024, 1, 1)) for one in STRONG))
    cell = counted([young])
    assert (cell.counts[Counted.FITTING], cell.counts[Counted.READY], cell.unmet, cell.alone) == (1, 0, True, None)
    assert cell.depth[1] is not None


def test_nobody_is_a_gap() -> None:
    cell = counted([person("E1", item("a", BATTERY[0]))], fits=0.6)
    assert cell.unmet
    assert all(one.unmet for one in cell.capabilities)
    assert list(cell.depth.values()) == [None, None, None]


@pytest.mark.parametrize("word", [{"consents": frozenset()}, *({"stops": frozenset({stop})} for stop in ProcessingStop)])
def test_whose_own_word_is_no_counts_nowhere(word: dict[str, Any]) -> None:
    silent = person("E1", *STRONG, **word)
    assert counted([silent, person("E2", *STRONG)]) == counted([person("E2", *STRONG)])


def test_the_map_leans_on_who_stands_first() -> None:
    people = [person("E1", *STRONG), person("E2", *(item(name, text) for name, text in zip("abc", BATTERY, strict=False)))]
    batteries = need(briefs=((Language.EN, BATTERY[0]), (Language.VI, BATTERY[2])), must=("battery",))
    supplies = [Supply.of(ranking(people, wanted, weights(fits=0.45))) for wanted in (need(), need(), batteries)]
    assert key_persons(supplies) == [KeyPerson("E1", 2, 2), KeyPerson("E2", 1, 1)]


@given(NETWORKS, st.lists(NEEDS, max_size=3))
def test_key_persons_are_what_a_slow_recount_finds(people: list[Profile], several: list[RoleNeed]) -> None:
    found = [ranking(people, wanted, weights(wanted.role.family)) for wanted in several]
    found_persons = key_persons(map(Supply.of, found))
    assert {(one.profile_id, one.first, one.only) for one in found_persons} == slow_recount.key_persons(map(slow_recount.look, found))
    assert found_persons == sorted(found_persons, key=lambda one: (-one.first, -one.only, one.profile_id))
