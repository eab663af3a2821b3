"""A group stands in the firmest step that any of its members reaches."""

from dataclasses import replace

from matching.ranking.capability_groups import GroupState, group_states
from tests.matching.examples import RADAR, item, need, person, ranking


def test_a_group_is_named_by_one_member_and_missing_without_any() -> None:
    wanted = need(must=("array", "battery", "radar"), groups=(("battery", "radar"), ("array",)))
    found = ranking([person("E1", item("a", RADAR[1]))], wanted)
    states = dict(zip(found.need.groups, group_states(found, 0), strict=True))
    assert states == {("battery", "radar"): GroupState.NAMED, ("array",): GroupState.MISSING}


def test_what_is_shown_and_not_named_is_shown_in_other_words() -> None:
    found = ranking([person("E1", item("a", RADAR[1]))], need(must=("radar",)))
    reading = replace(found.network.readings[0], named=found.network.readings[0].named * 0.0)
    network = replace(found.network, readings=(reading,))
    unnamed = replace(found, network=network, view=replace(found.view, network=network))
    assert group_states(unnamed, 0) == (GroupState.SHOWN,)
    assert found.entries(everybody=True)[0].groups_shown == 1
