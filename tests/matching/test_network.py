"""The network as arrays: what is edited in place is what would have been built."""

import random
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.network import Network
from matching.profiles import Profile, Relation
from models.vocabulary import RelationKind, RelationStatus
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, item, network, person, ranking, reader
from tests.matching.random_worlds import NETWORKS, people


def as_bytes(built: Network) -> tuple[object, ...]:
    """Return everything that a score can depend on."""
    shown = (built.shown.toarray(), built.named.toarray())
    blocks = (built.about, built.strengths, *shown, built.vectors, built.level, built.stated, built.owners)
    return built.profiles, [np.ascontiguousarray(block).tobytes() for block in blocks]


def scores(built: Network) -> bytes:
    return ranking(built.profiles).scores.parts.tobytes()


@st.composite
def edits(draw: st.DrawFn) -> dict[str, Profile | None]:
    ids = draw(st.lists(st.integers(0, 7), unique=True, max_size=4))
    return {f"E{number}": draw(st.none() | people(f"E{number}")) for number in ids}


@given(NETWORKS, st.lists(edits(), max_size=3))
def test_an_edited_network_is_the_network_of_what_is_left(before: list[Profile], changes: list[dict[str, Profile | None]]) -> None:
    edited, wanted = network(before), {profile.id: profile for profile in before}
    for change in changes:
        edited = edited.updated(change)
        wanted.update({name: profile for name, profile in change.items() if profile is not None})
        wanted = {name: profile for name, profile in wanted.items() if change.get(name, profile) is not None}
    afresh = network(wanted.values())
    assert as_bytes(edited) == as_bytes(afresh)
    assert scores(edited) == scores(afresh)


def test_everybody_can_leave_and_come_back() -> None:
    somebody = person("E1", item())
    empty = network([somebody]).updated({"E1": None})
    assert empty.profiles == ()
    assert as_bytes(empty.updated({"E1": somebody})) == as_bytes(network([somebody]))


def test_untouched_profiles_stay_the_same_objects() -> None:
    before = network([person("E1", item()), person("E2", item())])
    after = before.updated({"E2": person("E2", item(title=BATTERY[0]))})
    assert after.profiles[0] is before.profiles[0]
    assert before.profiles[1].items[0].title == RADAR[0]


def hundred_edits() -> list[Profile]:
    """Return a hundred states of ten people, in the order in which they come about."""
    chance = random.Random(7)
    return [
        person(f"E{number % 10}", *(item(f"i{n}", chance.choice(DOCUMENTS)) for n in range(chance.randrange(4)))) for number in range(100)
    ]


def test_a_hundred_edits_in_two_orders_give_the_same_bytes() -> None:
    states = hundred_edits()
    by_person = sorted(states, key=lambda profile: profile.id)  # each person's own order stays
    results = []
    for order in (states, by_person):
        edited = network([])
        for state in order:
            edited = edited.updated({state.id: state})
        results.append((as_bytes(edited), scores(edited)))
    afresh = network(states[-10:])
    assert results == [(as_bytes(afresh), scores(afresh))] * 2


@given(NETWORKS)
def test_rows_belong_to_their_owners(found: list[Profile]) -> None:
    built = network(found)
    for position, profile in enumerate(built.profiles):
        assert built.position[profile.id] == position
        assert tuple(built.items[row] for row in built.rows_of(position)) == profile.items
        assert set(built.owners[list(built.rows_of(position))]) <= {position}


@given(NETWORKS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(found: list[Profile], chance: random.Random) -> None:
    shuffled = chance.sample(found, len(found))
    assert as_bytes(network(shuffled)) == as_bytes(network(found))


def test_an_item_can_be_nothing_but_a_title() -> None:
    bare = replace(item(), title="Radar", text="")
    assert Network.build(reader(), [person("E1", bare)]).items[0].words == "Radar"
    assert replace(bare, text="Coastal").words == "Radar. Coastal"


def test_who_is_tied_to_whom_is_known_by_organisation() -> None:
    tie = Relation(RelationKind.EMPLOYER, RelationStatus.DECLARED, organisation_id="B1")
    co_author = Relation(RelationKind.CO_AUTHOR, RelationStatus.DETECTED, other_expert_id="E1")
    built = network([person("E1", item()), person("E2", relations=(co_author, tie)), person("E3", relations=(tie, tie))])
    assert built.bound_to == {"B1": (1, 2)}


def test_what_is_kept_is_not_read_again() -> None:
    somebody = person("E1", item())
    kept = reader().read(person("E1", item(title=BATTERY[0])))
    built = Network.build(reader(), [somebody], {"E1": kept})
    assert built.readings == (kept,)
    assert built.about.tolist() == kept.about.tolist()
    assert as_bytes(network([]).updated({"E1": somebody}, {"E1": kept})) == as_bytes(built)


def test_who_waits_to_be_read_shows_nothing_until_then() -> None:
    waiting, known = person("E1", item()), person("E2", item())
    before = Network.build(reader(), [waiting, known], {"E1": None})
    assert before.unread == {"E1"}
    assert not before.about[0].any()
    assert not before.strengths[0].any()
    after = before.updated({"E1": waiting})
    assert after.unread == frozenset()
    assert as_bytes(after) == as_bytes(network([waiting, known]))


def test_who_leaves_waits_no_more() -> None:
    assert Network.build(reader(), [person("E1", item())], {"E1": None}).updated({"E1": None}).unread == frozenset()
