"""What a statement says of the work that it names: by its short runs of words and its vector."""

import numpy as np
import pytest

from matching.readers.records import centred
from matching.readers.stance import Claim, ToldPart, counted, read, runs
from tests.matching.readers.examples import readers
from tests.service.matches.encoders.examples import WordEncoder

VOCABULARY = {"not": 0, "not led": 1, "^not led": 2, "radar": 3}


def test_runs_of_one_to_three_words_and_the_beginning_are_counted() -> None:
    assert runs("Not led by us?") == [
        *("not", "led", "by", "us", "?"),
        *("not led", "led by", "by us", "us ?"),
        *("not led by", "led by us", "by us ?"),
        "^not led",
    ]


def test_each_statement_is_a_unit_row_of_what_is_known() -> None:
    rows = counted(["Not led", "Radar radar", "Nothing known", ""], VOCABULARY, np.array([1.0, 1.0, 1.0, 5.0])).toarray()
    assert rows[0] == pytest.approx(np.array([1.0, 1.0, 1.0, 0.0]) / np.sqrt(3))
    assert rows[1].tolist() == [0.0, 0.0, 0.0, 1.0]
    assert not rows[2:].any()


def test_a_rare_run_weighs_more_than_a_frequent_one() -> None:
    row = counted(["Not radar"], VOCABULARY, np.array([1.0, 1.0, 1.0, 5.0])).toarray()[0]
    assert row[3] == pytest.approx(5 * row[0])


def test_every_statement_says_something_with_a_probability_of_one() -> None:
    said, known = ["I led the work on radar", "Chưa tham gia dự án ra đa"], readers()
    vectors, words = centred(said, WordEncoder(), known.means), counted(said, known.runs, known.run_idf)
    for planes, classes in ((known.claims, Claim), (known.parts, ToldPart)):
        assert read(vectors, words, planes).shape == (2, len(classes))
        assert read(vectors, words, planes).sum(axis=1) == pytest.approx([1.0, 1.0], abs=1e-3)
        assert read(vectors[:0], words[:0], planes).shape == (0, len(classes))
