"""Each text is compared with those of other hands alone: who wrote a text does not help to read it."""

import numpy as np
import pytest

from matching.evaluation.written.people import WrittenBrief
from matching.readers.curves import Curves
from seed.readers.scoping import Heard, of_briefs, of_others

RADAR, BATTERY, BELLS = np.eye(3)
NO_FEATURES = np.zeros((1, 1))
EVEN = Curves(np.zeros((1, 2)), np.zeros((1, 2)), 0.0)
ASKED = [
    (WrittenBrief("one", "P1", "radar", ""), Heard(RADAR, NO_FEATURES)),
    (WrittenBrief("one", "P1", "radar again", ""), Heard(RADAR, NO_FEATURES)),
    (WrittenBrief("two", "P2", "battery", ""), Heard(BATTERY, NO_FEATURES)),
]


def test_a_brief_is_not_near_to_another_of_its_writer() -> None:
    rows = list(of_briefs(ASKED, [Heard(BELLS, NO_FEATURES)], {"one": EVEN, "two": EVEN}))
    assert [row[1] for row in rows] == [0.0, 0.0, 0.0]


def test_a_text_outside_is_not_near_to_itself() -> None:
    rows = list(of_others(ASKED, [Heard(BELLS, NO_FEATURES), Heard(RADAR, NO_FEATURES)], EVEN))
    assert [row[1] for row in rows] == pytest.approx([0.0, 1.0])
