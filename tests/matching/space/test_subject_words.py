"""Words of subjects: what a brief does not say, records teach; and a record decides what its plain items are about."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from matching.space.subject_words import SubjectWords, in_record

# Terms: radar, antenna, battery, anode, poetry. Only "radar" and "battery" stand in a brief.
DOCUMENTS = np.array(
    [
        [1, 1, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 1, 0],
        [0, 0, 1, 1, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 0, 1],
    ],
    dtype=np.float32,
)
CLOSENESS = np.array([[2, 0], [2, 0], [0, 0], [0, 2], [0, 2], [0, 0], [0, -0.1]], dtype=np.float64)
ANTENNA, ANODE, POETRY = np.eye(5, dtype=np.float32)[[1, 3, 4]]
UNKNOWN = np.zeros(5, dtype=np.float32)
EVIDENCE = arrays.arrays(np.float64, st.tuples(st.integers(0, 8), st.just(3)), elements=st.floats(-40, 40))


def learnt(owners: Sequence[int] = range(len(DOCUMENTS))) -> SubjectWords:
    return SubjectWords.fit(sp.csr_array(DOCUMENTS), CLOSENESS, np.array(owners))


def rows(*texts: np.ndarray) -> sp.csr_array:
    return sp.csr_array(np.array(texts))


def test_a_word_that_no_brief_says_is_learnt_from_what_stands_beside_it() -> None:
    antenna, anode = learnt().evidence(rows(ANTENNA, ANODE))
    assert antenna[0] > antenna[1]
    assert anode[1] > anode[0]


def test_a_record_teaches_what_stands_beside_its_clear_items() -> None:
    poetry_of_a_radar_engineer = [0, 0, 0, 1, 1, 1, 0]
    apart, together = (words.evidence(rows(POETRY))[0] for words in (learnt(), learnt(poetry_of_a_radar_engineer)))
    assert together[0] - together[1] > apart[0] - apart[1]


def test_unknown_words_speak_for_nobody() -> None:
    assert learnt().evidence(rows(UNKNOWN)).tolist() == [[0.0, 0.0]]


def test_a_field_that_no_brief_describes_is_near_to_none() -> None:
    nothing = np.zeros((1, 2))
    assert learnt().nearness(rows(POETRY), nothing).max() < 0.01
    assert learnt().nearness(rows(UNKNOWN), nothing).max() < 0.01
    assert learnt().nearness(rows(ANTENNA), nothing)[0, 0] > 0.5


def test_a_text_of_new_words_is_near_if_the_brief_itself_says_so() -> None:
    assert learnt().nearness(rows(UNKNOWN), np.array([[2.0, 0.0]]))[0].round().tolist() == [1.0, 0.0]


def test_a_row_is_the_same_alone_and_in_a_batch() -> None:
    together = learnt().evidence(rows(ANTENNA, ANODE, POETRY))
    assert together.tobytes() == np.vstack([learnt().evidence(rows(row)) for row in (ANTENNA, ANODE, POETRY)]).tobytes()


def test_a_plain_item_is_about_what_the_record_is_about() -> None:
    plain, clear = [0.0, 0.0], [9.0, 0.0]
    in_company, alone = in_record(np.array([clear, clear, plain, plain]), np.array([0, 0, 0, 1]), 2)[2:]
    assert in_company[0] > 0.9
    assert alone.tolist() == [0.5, 0.5]


def test_a_clear_item_stays_what_it_is_in_any_record() -> None:
    found = in_record(np.array([[9.0, 0.0], [9.0, 0.0], [0.0, 9.0]]), np.zeros(3, dtype=int), 1)
    assert found[2, 1] > 0.9


@given(EVIDENCE)
def test_shares_sum_to_one_and_do_not_depend_on_other_records(evidence: np.ndarray) -> None:
    alone = in_record(evidence, np.zeros(len(evidence), dtype=int), 1)
    np.testing.assert_allclose(alone.sum(axis=1), 1.0)
    other = np.array([[3.0, 0.0, 1.0], [0.0, 5.0, 0.0]])
    beside = in_record(np.vstack([other, evidence]), np.array([0, 0, *[1] * len(evidence)]), 2)
    np.testing.assert_allclose(beside[2:], alone, atol=1e-12)


def test_no_items_have_no_shares() -> None:
    assert in_record(np.zeros((0, 2)), np.zeros(0, dtype=int), 0).shape == (0, 2)
