"""Depth: more evidence on the subject, up to what is plenty."""

import numpy as np
import pytest

from matching.signals import depth
from models.vocabulary import EvidenceKind
from tests.matching.examples import BATTERY, RADAR, item, person, view


def test_every_relevant_item_deepens_until_there_is_plenty() -> None:
    people = [person(f"E{count}", *(item(f"i{number}", RADAR[0]) for number in range(count))) for count in range(9)]
    values = depth.measure(view(*people))
    assert values == pytest.approx(np.minimum(np.arange(9) * values[1], 1.0))
    assert (values[1] <= 1 / depth.PLENTY, values[8]) == (True, 1.0)


def test_a_degree_deepens_less_than_work() -> None:
    degree, work = depth.measure(view(person("E1", item(kind=EvidenceKind.DEGREE)), person("E2", item())))
    assert degree == pytest.approx(0.3 * work)


def test_many_items_on_something_else_are_no_depth() -> None:
    battery = person("E1", *(item(f"i{number}", BATTERY[1]) for number in range(40)))
    shallow, deep = depth.measure(view(battery, person("E2", item(title=RADAR[0]))))
    assert deep > shallow
