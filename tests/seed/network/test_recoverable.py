"""A careful reader finds exactly the planted answers in a world, and nobody else."""

import pytest

from models.vocabulary import RoleCode
from seed.network.world import Reason
from tests.seed.network.careful_reader import GOOD, STRONG, Reading
from tests.seed.network.worlds import SEEDS, World, world

GATED = {Reason.CONFLICT, Reason.UNWILLING, Reason.NO_CONSENT}


@pytest.fixture(scope="module", params=SEEDS)
def seen(request: pytest.FixtureRequest) -> tuple[World, list[Reading]]:
    chosen = world(request.param)
    return chosen, [Reading(profile) for profile in chosen.profiles]


def readings(seen: tuple[World, list[Reading]], product: str, role: RoleCode) -> dict[str, int]:
    return {reading.profile.id: verdict for reading in seen[1] if (verdict := reading.verdict(product, role))}


def test_the_reader_sees_strong_and_good_candidates_and_nobody_else(seen: tuple[World, list[Reading]]) -> None:
    answers = seen[0].truth
    for (product, role), graded in answers.grades.items():
        expected = {person: grade for person, grade in graded.items() if grade >= GOOD}
        expected |= {person: STRONG for person, reason in answers.hard_negatives[product, role].items() if reason in GATED}
        assert readings(seen, product, role) == expected, (product, role)


def test_in_an_empty_cell_whoever_looks_right_is_gated(seen: tuple[World, list[Reading]]) -> None:
    chosen, _ = seen
    for product, role in sorted(chosen.truth.empty):
        found = readings(seen, product, role)
        assert all(chosen.gated(chosen.experts[person].profile, product, role) for person in found)


def test_no_planted_candidate_is_gated(seen: tuple[World, list[Reading]]) -> None:
    chosen, _ = seen
    for (product, role), graded in chosen.truth.grades.items():
        planted = [chosen.experts[person].profile for person, grade in graded.items() if grade >= GOOD]
        assert not [profile.id for profile in planted if chosen.gated(profile, product, role)]


def test_a_grade_1_meets_the_hard_rule_of_the_role_but_not_what_the_role_is_for(seen: tuple[World, list[Reading]]) -> None:
    for (product, role), graded in seen[0].truth.grades.items():
        for reading in (reading for reading in seen[1] if graded.get(reading.profile.id) == 1):
            engineer = role is RoleCode.CE_PROJECT
            assert reading.years >= (10 if engineer else 5)
            assert reading.led_to_effect(product) if engineer else reading.by_product[product]
            assert not reading.verdict(product, role)
