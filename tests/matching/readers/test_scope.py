"""Whether a text asks for something of the catalogue at all: as likely as it is near to texts that did, and sure of a subject."""

import numpy as np
import pytest

from matching.readers.scope import Scope, features

RADAR, BELLS, NEITHER = np.eye(3)
SCOPE = Scope(within=RADAR[None], outside=BELLS[None], slopes=np.array([1.0, 5.0]), bias=0.0)


def test_a_text_is_within_the_more_it_is_like_one_that_was() -> None:
    unsure = [SCOPE.probability(vector, 0.5) for vector in (RADAR, NEITHER, BELLS)]
    assert unsure == pytest.approx([0.9933, 0.5, 0.0067], abs=1e-4)


def test_a_text_is_within_the_surer_its_best_subject_is() -> None:
    assert [SCOPE.probability(NEITHER, surest) for surest in (0.9, 0.1)] == pytest.approx([0.9, 0.1])


def test_where_no_text_is_remembered_the_subject_alone_decides() -> None:
    assert features(RADAR, 0.5, np.zeros((0, 3)), BELLS[None]) == pytest.approx([0.0, 0.0])
