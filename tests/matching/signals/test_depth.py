"""Depth: more evidence on the subject, each further item less."""

import numpy as np

from matching.signals import depth
from tests.matching.examples import BATTERY, RADAR, item, person, view


def test_every_relevant_item_deepens_and_each_less_than_the_one_before() -> None:
    people = [person(f"E{count}", *(item(f"i{number}", RADAR[0]) for number in range(count))) for count in range(8)]
    values = depth.measure(view(*people))
    steps = np.diff(values)
    assert values[0] == 0
    assert (steps > 0).all()
    assert (np.diff(steps) < 0).all()
    assert values[-1] < 1


def test_many_items_on_something_else_are_no_depth() -> None:
    battery = person("E1", *(item(f"i{number}", BATTERY[1]) for number in range(40)))
    shallow, deep = depth.measure(view(battery, person("E2", item(title=RADAR[0]))))
    assert deep > shallow
