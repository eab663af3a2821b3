"""Examples that are remembered: how like them an item is, and where what it is about lies."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.sparse as sp

from matching.readers.exemplars import Exemplars
from matching.readers.records import RecordVectors

NEAREST, NEAREST_THREE, WORDS, STATEMENT = range(4)
VECTORS = np.array([[1.0, 0.0], [0.0, 1.0], [0.6, 0.8], [0.8, 0.6]])
LABELS = np.array([[True, False], [False, True], [False, True], [False, False]])
LEARNT = Exemplars.learn(("radar", "rice"), VECTORS, sp.csr_array(np.eye(4)), LABELS, np.array([[0.0, 1.0], [1.0, 0.0]]), np.arange(4))


def seen(*items: tuple[float, float]) -> RecordVectors:
    """Return items of one statement each."""
    rows = np.array(items)
    return RecordVectors(rows, np.arange(len(rows)), rows[:0], rows, rows)


def test_an_example_without_a_label_is_not_remembered() -> None:
    assert len(LEARNT.vectors) == 3


def test_an_item_is_as_like_a_subject_as_its_nearest_example() -> None:
    like = LEARNT.likeness(seen((0.96, 0.28), (0.28, 0.96)), sp.csr_array((2, 4)), (0, 1))
    assert like[:, :, NEAREST] == pytest.approx(np.array([[0.96, 0.8], [0.28, 0.96]]))
    assert like[:, :, NEAREST_THREE] == pytest.approx(np.array([[0.96, 0.54], [0.28, 0.948]]))


def test_nobody_is_an_example_of_themselves() -> None:
    of_one = replace(LEARNT, people=np.array([0, 0, 1]))
    like = of_one.likeness(seen((1.0, 0.0)), sp.csr_array((1, 4)), (0, 1))
    assert like[0, :, NEAREST] == pytest.approx([0.0, 0.6])


def test_words_and_single_statements_are_likenesses_of_their_own() -> None:
    two_statements = RecordVectors(
        np.array([[0.96, 0.28], [0.28, 0.96]]), np.array([0]), np.zeros((0, 2)), np.zeros((1, 2)), np.zeros((1, 2))
    )
    like = LEARNT.likeness(two_statements, sp.csr_array(np.eye(4)[[1]]), (0, 1))
    assert like[0, :, NEAREST].tolist() == [0.0, 0.0]
    assert like[0, :, STATEMENT] == pytest.approx([0.96, 0.96])
    assert like[0, :, WORDS].tolist() == [0.0, 1.0]


def test_what_has_no_example_is_like_nothing() -> None:
    assert not LEARNT.likeness(seen((1.0, 0.0)), sp.csr_array((1, 4)), (None,)).any()


def test_items_point_to_what_they_are_about() -> None:
    pointed = LEARNT.mapped(np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert pointed[0, 1] > pointed[0, 0]
    assert pointed[1, 0] > pointed[1, 1]
    assert np.linalg.norm(pointed, axis=1) == pytest.approx([1.0, 1.0], abs=1e-6)
