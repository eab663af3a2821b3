"""All signals together: their names, their range, what stands behind them."""

import numpy as np
import pytest
from hypothesis import given

from matching.gate.result import GatePolicy
from matching.needs import RoleNeed
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.gatekeeper import Gatekeeper
from matching.signals.registry import Signal, signals_of
from matching.signals.view import View
from models.vocabulary import RoleDimension, RoleFamily
from tests.matching.examples import item, network, person, reader, view
from tests.matching.random_worlds import NEEDS, NETWORKS

NOT_FROM_ITEMS = {"availability", "language"}
# One item counts towards these, and yet they stay at zero until every dimension of a role is shown.
OF_ALL_DIMENSIONS = {"role_in_field", "role_and_field", "both_roles_shown"}


def asked_of(wanted: RoleNeed) -> tuple[Signal, ...]:
    return signals_of(None if wanted.text_only else wanted.role.family)


@pytest.mark.parametrize(
    ("family", "dimensions"), [(RoleFamily.CHIEF_ENGINEER, list(RoleDimension)[:3]), (RoleFamily.CHIEF_ARCHITECT, list(RoleDimension)[3:])]
)
def test_a_family_has_its_own_three_dimensions(family: RoleFamily, dimensions: list[RoleDimension]) -> None:
    codes = [signal.code for signal in signals_of(family)]
    assert [code for code in codes if code in set(RoleDimension)] == [dimension.value for dimension in dimensions]
    assert len(codes) == len(set(codes))


@given(NETWORKS, NEEDS)
def test_every_signal_lies_between_nothing_and_everything(people: list[Profile], wanted: RoleNeed) -> None:
    seen = View.of(wanted, network(people))
    for signal in asked_of(wanted):
        values, weighed = signal.measure(seen), signal.weigh(seen)
        assert values.shape == (len(people),)
        assert weighed.shape == (sum(len(profile.items) for profile in people),)
        assert ((values >= 0) & (values <= 1)).all(), signal.code
        assert (weighed >= 0).all(), signal.code


@given(NETWORKS, NEEDS)
def test_only_items_that_count_make_a_signal(people: list[Profile], wanted: RoleNeed) -> None:
    seen = View.of(wanted, network(people))
    for signal in asked_of(wanted):
        if signal.code in NOT_FROM_ITEMS or (signal.code == "must_coverage" and not wanted.must):
            continue
        if signal.code == "nice_coverage" and not wanted.nice:
            continue
        counted = seen.total(signal.weigh(seen)) > 0
        measured = signal.measure(seen) > 0
        assert not (measured & ~counted).any(), signal.code
        assert signal.code in OF_ALL_DIMENSIONS or measured.tolist() == counted.tolist(), signal.code


@given(NETWORKS, NEEDS)
def test_a_signal_does_not_depend_on_who_else_is_there(people: list[Profile], wanted: RoleNeed) -> None:
    together = View.of(wanted, network(people))
    for signal in asked_of(wanted):
        alone = [signal.measure(View.of(wanted, network([profile]))) for profile in people]
        assert np.concatenate([np.zeros(0), *alone]).tobytes() == signal.measure(together).tobytes(), signal.code


def test_a_profile_without_items_has_no_evidence_of_anything() -> None:
    seen = view(person("E0"), person("E1", item()), person("E2"))
    for signal in signals_of(RoleFamily.CHIEF_ENGINEER):
        if signal.code not in NOT_FROM_ITEMS:
            values = signal.measure(seen)
            assert values[0] == values[2] == 0.0, signal.code
            assert bool(values[1] > 0) is (signal.code not in {RoleDimension.RESOURCE_CONNECTION, "role_in_field", "role_and_field"}), (
                signal.code
            )


def test_an_empty_network_has_empty_signals() -> None:
    empty = Network.build(reader(), [])
    assert Gatekeeper(empty, GatePolicy()).tiers(view().need).shape == (0,)
    assert all(signal.measure(view()).shape == (0,) for signal in signals_of(RoleFamily.CHIEF_ENGINEER))
