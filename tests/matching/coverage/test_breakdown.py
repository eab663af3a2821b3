"""Sums by technology group, sub-network, country and language are different people, each counted once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from matching.coverage.breakdown import LABELS, by_label, total
from matching.coverage.supply import Supply
from matching.needs import RoleNeed
from matching.profiles import Profile
from tests.matching.coverage import slow_recount
from tests.matching.examples import RADAR, item, need, person, ranking, weights
from tests.matching.random_worlds import NEEDS, NETWORKS


@given(NETWORKS, st.lists(NEEDS, min_size=1, max_size=3), st.sampled_from(sorted(LABELS)), st.data())
def test_a_breakdown_is_what_a_slow_recount_finds(
    people: list[Profile], several: list[RoleNeed], dimension: str, data: st.DataObject
) -> None:
    placed = [replace(one, country=data.draw(st.sampled_from(["VN", "DE"])), sub_network="n") for one in people]
    found = [ranking(placed, wanted, weights(wanted.role.family)) for wanted in several]
    labels = {one.id: LABELS[dimension](one) for one in placed}
    slow = slow_recount.by_label(map(slow_recount.look, found), labels)
    assert by_label([Supply.of(one) for one in found], dimension, minimum=1) == slow


def test_small_groups_are_hidden_with_as_many_others_as_it_takes() -> None:
    people = [person(f"E{number}", item(), country="VN" if number < 6 else "DE" if number < 12 else "JP") for number in range(13)]
    shown = by_label([Supply.of(ranking(people))], "country")
    assert {label: counts["consenting"] for label, counts in shown.items()} == {"VN": 6, "DE": None, "JP": None}  # type: ignore[index]


def test_a_sum_counts_cells_and_different_people() -> None:
    people = [person("E1", *(item(name, RADAR[0]) for name in "abc")), person("E2", consents=frozenset())]
    supplies = [Supply.of(ranking(people, need(), weights(fits=fits))) for fits in (0.3, 0.3, 0.99)]
    found = total(supplies)
    assert (found.cells, found.unmet, found.single) == (3, 1, 2)
    assert dict(found.counts) == {
        "consenting": 1,
        "available": 1,
        "eligible": 1,
        "evidence_missing": 0,
        "fitting": 1,
        "ready": 1,
    }
