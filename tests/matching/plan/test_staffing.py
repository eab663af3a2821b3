import itertools
import pickle
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.assignment.objective import Objective
from matching.plan.building import Field, ImpossiblePins, problem_of
from matching.plan.request import Capacity, Exclusion, PlanRequest, Quota, Trait
from matching.plan.staffing import Draft, Staffing, staff, staff_at_once
from models.vocabulary import ConsentPurpose
from tests.matching.assignment.brute_force import best_key, broken_rules, key_of_outcome
from tests.matching.examples import person
from tests.matching.plan.worlds import Scores, family, field_of, seat_of

SEATS = ("P1:CE_PROJECT", "P1:CA_PROJECT", "P2:CE_PROJECT")


def solved(field: Field) -> Staffing:
    return staff(Draft.of(field))


def of_seats(staffing: Staffing) -> dict[str, str]:
    return {seat: person_id for person_id, seat in staffing.outcome.taken}


def test_a_planted_perfect_plan_is_found() -> None:
    seats = [f"P{at}:{role}" for at in range(1, 6) for role in ("CE_PROJECT", "CA_PROJECT")]
    people = [f"E{at}" for at in range(len(seats))]
    planted = dict(zip(seats, people, strict=True))
    scores = {seat: {one: 0.9 if planted[seat] == one else 0.5 for one in people} for seat in seats}
    found = solved(field_of(scores))
    assert of_seats(found) == planted
    assert found.outcome.proven


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Scores, PlanRequest, frozenset[tuple[str, str]]]:
    people = [f"E{at}" for at in range(draw(st.integers(1, 4)))]
    grid = st.sampled_from([0.2, 0.4, 0.6, 0.8])
    scores = {seat: {one: draw(grid) for one in people if draw(st.integers(0, 3))} for seat in SEATS}
    tied = draw(st.lists(st.sampled_from(list(itertools.combinations(people, 2))), max_size=2)) if len(people) > 1 else []
    request = PlanRequest(
        tuple(seat_of(seat, places=draw(st.integers(1, 2)), hours=draw(st.sampled_from([0, 20]))) for seat in SEATS),
        seats_per_person=draw(st.integers(1, 2)),
        capacities=(Capacity(people[0], hours=20),) if draw(st.booleans()) else (),
        exclusions=(Exclusion(people[-1], draw(st.sampled_from([None, SEATS[0]]))),) if draw(st.booleans()) else (),
        quotas=(Quota(1, Trait.SUB_NETWORK, "germany"),) if draw(st.booleans()) else (),
        objective=draw(st.sampled_from([Objective.TOTAL, Objective.FEWEST_CHANGES])),
        earlier=tuple((people[0], seat) for seat in SEATS[:1]),
    )
    return scores, request, frozenset(tied)


def field_from(world: tuple[Scores, PlanRequest, frozenset[tuple[str, str]]]) -> Field:
    scores, request, tied = world
    people = sorted({one for row in scores.values() for one in row})
    relations = {one: tuple(family(other) for first, other in sorted(tied) if first == one) for one in people}
    places = {one: "germany" if at % 2 else "vietnam" for at, one in enumerate(people)}
    profiles = {one: person(one, relations=relations[one], sub_network=places[one]) for one in people}
    return Field(request, field_of(scores, profiles).rankings, field_of(scores, profiles).pair_weights)


@given(worlds())
def test_a_plan_is_as_good_as_the_best_of_all_and_breaks_no_rule(world: tuple[Scores, PlanRequest, frozenset[tuple[str, str]]]) -> None:
    draft = Draft.of(field_from(world))
    outcome = staff(draft).outcome
    assert broken_rules(draft.problem, frozenset(outcome.taken)) == []
    assert key_of_outcome(draft.problem, outcome) == pytest.approx(best_key(draft.problem, draft.objective), abs=1e-9)
    by_seat = {seat: {who for who, of in outcome.taken if of == seat} for seat in SEATS}
    assert not by_seat[SEATS[0]] & by_seat[SEATS[1]]
    for one, other in world[2]:
        assert not ({one, other} <= by_seat[SEATS[0]] | by_seat[SEATS[1]] and len(by_seat[SEATS[0]] & {one, other}) == 1)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_request_does_not_matter(
    world: tuple[Scores, PlanRequest, frozenset[tuple[str, str]]], shuffle: random.Random
) -> None:
    scores, request, tied = world
    seats = list(request.seats)
    shuffle.shuffle(seats)
    mixed = dict(shuffle.sample(list(scores.items()), len(scores)))
    other = PlanRequest(tuple(seats), *(getattr(request, name) for name in request.__slots__[1:]))
    one, again = solved(field_from(world)), solved(field_from((mixed, other, tied)))
    assert (one.outcome.taken, one.alternates.taken) == (again.outcome.taken, again.alternates.taken)


def test_alternates_come_second_and_from_people_with_capacity_left() -> None:
    scores = {"P1:CE_PROJECT": {"A": 0.9, "B": 0.8, "C": 0.7}, "P2:CE_PROJECT": {"A": 0.9, "B": 0.85}}
    seats = tuple(seat_of(seat, alternates=2) for seat in scores)
    found = solved(field_of(scores, seats=seats))
    assert of_seats(found) == {"P1:CE_PROJECT": "A", "P2:CE_PROJECT": "B"}
    assert found.alternates.taken == (("C", "P1:CE_PROJECT"),)
    twice = solved(field_of(scores, seats=seats, seats_per_person=2))
    assert of_seats(twice) == {"P1:CE_PROJECT": "A", "P2:CE_PROJECT": "A"}
    assert set(twice.alternates.taken) == {("B", "P1:CE_PROJECT"), ("B", "P2:CE_PROJECT"), ("C", "P1:CE_PROJECT")}


def test_an_alternate_could_stand_beside_the_holder_of_the_other_role() -> None:
    scores = {"P1:CE_PROJECT": {"A": 0.9, "B": 0.8}, "P1:CA_PROJECT": {"C": 0.9}}
    seats = tuple(seat_of(seat, alternates=1) for seat in scores)
    kin = {"B": person("B", relations=(family("C"),))}
    assert solved(field_of(scores, kin, seats=seats)).alternates.taken == ()
    assert solved(field_of(scores, seats=seats)).alternates.taken == (("B", "P1:CE_PROJECT"),)


def test_hours_limit_whoever_declared_them() -> None:
    scores = {seat: {"A": 0.9, "B": 0.5} for seat in ("P1:CE_PROJECT", "P2:CE_PROJECT")}
    seats = tuple(seat_of(seat, hours=20) for seat in scores)
    busy = {"A": person("A", hours_per_week=30)}
    assert sorted(of_seats(solved(field_of(scores, busy, seats=seats, seats_per_person=2))).values()) == ["A", "B"]
    free = field_of(scores, busy, seats=seats, seats_per_person=2, capacities=(Capacity("A", hours=40),))
    assert set(of_seats(solved(free)).values()) == {"A"}


def test_who_lacks_evidence_holds_no_seat_unless_pinned() -> None:
    scores, lacking = {"P1:CE_PROJECT": {"A": 0.4}}, {"P1:CE_PROJECT": {"B": 0.9}}
    assert of_seats(solved(field_of(scores, lacking=lacking))) == {"P1:CE_PROJECT": "A"}
    assert of_seats(solved(field_of(scores, lacking=lacking, pins=(("B", "P1:CE_PROJECT"),)))) == {"P1:CE_PROJECT": "B"}


def test_the_gate_never_gives_way_to_a_pin() -> None:
    silent = {"B": person("B", consents=frozenset({ConsentPurpose.SHARING}))}
    with pytest.raises(ImpossiblePins) as raised:
        problem_of(field_of({"P1:CE_PROJECT": {"A": 0.4}}, silent, pins=(("B", "P1:CE_PROJECT"), ("Z", "P1:CE_PROJECT"))))
    assert [(fault.person, [reason.value for reason in fault.reasons]) for fault in raised.value.faults] == [
        ("B", ["no_consent"]),
        ("Z", []),
    ]


@pytest.mark.parametrize(
    ("trait", "value", "expected"), [(Trait.RESIDENCE, "overseas", "B"), (Trait.COUNTRY, "DE", "B"), (Trait.SUB_NETWORK, "asia", "A")]
)
def test_a_minimum_stands_before_the_total(trait: Trait, value: str, expected: str) -> None:
    profiles = {"A": person("A", country="VN", sub_network="asia"), "B": person("B", country="DE", sub_network="germany")}
    found = solved(field_of({"P1:CE_PROJECT": {"A": 0.9, "B": 0.2}}, profiles, quotas=(Quota(1, trait, value),)))
    assert of_seats(found) == {"P1:CE_PROJECT": expected}


def test_worst_first_lifts_the_lowest_seat() -> None:
    scores = {"P1:CE_PROJECT": {"A": 0.9, "B": 0.5}, "P2:CE_PROJECT": {"A": 0.55, "B": 0.2}}
    assert solved(field_of(scores)).outcome.lowest == pytest.approx(0.2)
    assert solved(field_of(scores, objective=Objective.WORST_FIRST)).outcome.lowest == pytest.approx(0.5)


def test_an_empty_world_gives_an_empty_plan_and_a_draft_travels() -> None:
    draft = Draft.of(field_of({"P1:CE_PROJECT": {}}))
    outcome = staff(pickle.loads(pickle.dumps(draft))).outcome
    assert (outcome.taken, outcome.unfilled) == ((), {"P1:CE_PROJECT": 1})
    assert staff_at_once(draft).outcome.taken == ()
