"""The plan of a world: how many are planted where, and what the truth file says."""

from collections import Counter

import pytest

from seed.network.cast import cells
from seed.network.tables import fields, split
from seed.network.truth import truth
from seed.network.world import Reason

GATED = {Reason.CONFLICT, Reason.UNWILLING, Reason.NO_CONSENT}
MANY = range(40)


def test_there_are_sixty_cells_of_which_five_are_empty_on_average() -> None:
    assert len(cells()) == len(set(cells())) == 60
    counts = [len(truth(seed, 2_000).empty) for seed in MANY]
    assert set(counts) <= {3, 4, 5, 6, 7}
    assert 4.3 < sum(counts) / len(counts) < 5.7


@pytest.mark.parametrize("size", [1_000, 2_000, 200_000])
def test_filled_cells_have_three_to_six_candidates_and_empty_cells_none(size: int) -> None:
    answers = truth(9, size)
    for cell, graded in answers.grades.items():
        grades = Counter(graded.values())
        assert (grades[3] + grades[2]) in ((0,) if cell in answers.empty else (3, 4, 5, 6))
        assert cell not in answers.empty or not graded
        assert cell in answers.empty or (grades[3] and grades[2])


def test_a_small_world_has_one_or_two_candidates_for_a_cell() -> None:
    answers = truth(9, 200)
    counts = {cell: sum(grade > 1 for grade in graded.values()) for cell, graded in answers.grades.items()}
    assert {count for cell, count in counts.items() if cell not in answers.empty} == {1, 2}
    assert not any(counts[cell] for cell in answers.empty)


def test_nobody_is_planted_twice_and_only_a_grade_1_is_for_the_other_role() -> None:
    answers = truth(9, 2_000)
    planted = {person: cell for cell, graded in answers.grades.items() for person, grade in graded.items() if grade > 1}
    assert len(planted) == sum(grade > 1 for graded in answers.grades.values() for grade in graded.values())
    for (product, role), graded in answers.grades.items():
        ones = [planted[person] for person, grade in graded.items() if grade == 1]
        assert all(cell[0] == product and cell[1] is not role for cell in ones)


@pytest.mark.parametrize("seed", [1, 2, 27, 177])
def test_every_cell_has_its_hard_negatives(seed: int) -> None:
    answers = truth(seed, 2_000)
    for cell in cells():
        found = Counter(answers.hard_negatives[cell].values())
        assert found[Reason.NO_LEADERSHIP] in (1, 2)
        assert found[Reason.NEIGHBOURING_FIELD] in (1, 2)
        assert not set(answers.hard_negatives[cell]) & set(answers.grades[cell])
    assert sum(bool(GATED & set(reasons.values())) for reasons in answers.hard_negatives.values()) >= 30
    assert {reason for reasons in answers.hard_negatives.values() for reason in reasons.values()} == set(Reason)


def test_the_split_is_half_and_half_and_balanced_over_the_groups() -> None:
    assert list(split()) == list(fields()) == [f"P{number:02d}" for number in range(1, 31)]
    assert Counter(split().values()) == {"tuning": 15, "test": 15}
