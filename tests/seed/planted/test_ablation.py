"""Ablations: what is left out is really gone, and the rest keeps its proportions."""

import pytest

from models.vocabulary import RoleFamily
from seed.planted.ablation import NOTHING, SEEDS, ablations, pieces, without_signal
from seed.planted.measure import figures, measure_world
from seed.planted.world import build, weights_of

WEIGHTS = weights_of(RoleFamily.CHIEF_ENGINEER)


@pytest.mark.parametrize("code", sorted(WEIGHTS.of_signal))
def test_a_signal_that_is_left_out_weighs_nothing_and_the_others_sum_to_one(code: str) -> None:
    left = without_signal(WEIGHTS, code).of_signal
    assert code not in left
    assert sum(left.values()) == pytest.approx(1.0)
    one, other, *_ = sorted(left)
    assert left[one] / left[other] == pytest.approx(WEIGHTS.of_signal[one] / WEIGHTS.of_signal[other])


def test_what_weighs_nothing_can_be_left_out_without_a_trace() -> None:
    assert without_signal(WEIGHTS, "system_architecture").of_signal == pytest.approx(dict(WEIGHTS.of_signal))


@pytest.mark.long
def test_every_piece_is_measured_on_the_same_worlds_beside_the_whole() -> None:
    found = {ablation.left_out: ablation.measured for ablation in ablations(200, None, seeds=SEEDS[:1])}
    assert list(found) == pieces()
    assert found[NOTHING] == figures(measure_world(build(SEEDS[0], 200), "tuning"))
    assert len({ablation.ndcg_10.value for ablation in found.values()}) > 5
