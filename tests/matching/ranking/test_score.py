"""The score is the sum of its parts, to the last bit."""

import functools
import operator
from dataclasses import replace

from hypothesis import given

from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.ranking.score import score
from matching.signals.registry import signals_of
from matching.signals.view import View
from tests.matching.examples import item, network, person, ranking, view, weights
from tests.matching.random_worlds import NEEDS, NETWORKS


@given(NETWORKS, NEEDS)
def test_the_parts_shown_add_up_to_the_score(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for entry in found.entries(everybody=True):
        contributions = [part.contribution for part in entry.parts]
        assert functools.reduce(operator.add, contributions, 0.0) == entry.score
        assert all(part.contribution == part.value * part.weight for part in entry.parts)


@given(NETWORKS, NEEDS)
def test_a_score_lies_between_nothing_and_everything(people: list[Profile], wanted: RoleNeed) -> None:
    total = ranking(people, wanted).scores.total
    assert ((total >= 0) & (total <= 1 + 1e-12)).all()


@given(NETWORKS, NEEDS)
def test_a_score_does_not_depend_on_who_else_is_there(people: list[Profile], wanted: RoleNeed) -> None:
    together = ranking(people, wanted).scores.parts
    alone = [ranking([profile], wanted).scores.parts for profile in people]
    assert b"".join(parts.tobytes() for parts in alone) == together.tobytes()


def test_a_signal_without_a_weight_adds_nothing() -> None:
    seen = view(person("E1", item()))
    only = replace(weights(), of_signal={"verification": 0.5})
    found = score(seen, only)
    assert found.total.tolist() == [0.5 * found.values[0, [signal.code for signal in found.signals].index("verification")]]


def test_parts_stand_in_the_order_of_the_signals() -> None:
    found = ranking([person("E1", item())])
    codes = [signal.code for signal in signals_of(found.need.role.family)]
    assert [part.signal for part in found.parts(0)] == codes
    assert {part.signal: part.weight for part in found.parts(0)} == found.weights.of_signal


def test_nobody_has_no_scores() -> None:
    seen = View.of(view().need, network([]))
    assert score(seen, weights()).total.shape == (0,)
