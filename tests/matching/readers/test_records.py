"""A record taken apart: what is read of a person, what never is, and under which name it is kept."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from matching.profiles import Profile
from matching.readers.readers import centred_means
from matching.readers.records import Record, RecordVectors, centred, digest_of, mean_of, unit
from models.vocabulary import EvidenceKind, Language, Outcome, Part, Scale, Verification
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, item, person
from tests.service.matches.encoders.examples import DIMENSION, WordEncoder

SOMEBODY = person("E1", item("a", RADAR[0], text="Led the design of the array. Built it with two partners."))


def digest_with(**changes: Any) -> str:
    return digest_of(replace(SOMEBODY, items=(replace(SOMEBODY.items[0], **changes),)))


def test_a_record_is_its_statements_in_order() -> None:
    record = Record.of(replace(SOMEBODY, headlines=((Language.EN, "Engineer of coastal radars"),)))
    assert record.of_items == ((RADAR[0], "Led the design of the array", "Built it with two partners"),)
    assert list(record.statements()) == [*record.of_items[0], "Engineer of coastal radars"]


def test_a_title_of_one_word_is_a_statement() -> None:
    assert Record.of(person("E1", item(title="Radar"))).of_items == (("Radar",),)
    assert Record.of(person("E1", item(title="…"))).of_items == (("…",),)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": RADAR[1]},
        {"text": "Another text"},
        {"kind": EvidenceKind.PATENT},
        {"part": Part.MAIN},
        {"outcome": Outcome.REPORTED},
        {"scale": Scale.LOCAL},
        {"sectors": ("energy",)},
        {"starts": date(2020, 1, 1)},
        {"source": "doi:10.1234/5"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_read_changes_the_name_of_a_reading(changes: dict[str, Any]) -> None:
    assert digest_with(**changes) != digest_with()


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "b"},
        {"ends": date(2026, 1, 1)},
        {"organisation_id": "B1"},
        {"verification": Verification.VERIFIED},
        {"counts_as_innovation_work": False},
        {"sectors": ("transport", "defence")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_not_read_leaves_a_reading_where_it_is(changes: dict[str, Any]) -> None:
    assert digest_with(**changes) == digest_with()


def test_the_words_that_present_a_person_are_read_and_the_person_is_not() -> None:
    digest = digest_of(SOMEBODY)
    assert digest_of(replace(SOMEBODY, biographies=((Language.EN, "Has built radars."),))) != digest
    assert digest_of(replace(SOMEBODY, name="Somebody Else", country="DE", languages=("de",), hours_per_week=5)) == digest
    assert {"birth", "gender", "age", "email"}.isdisjoint(field.name for field in fields(Profile))


def test_each_item_takes_its_best_statement() -> None:
    encoder = WordEncoder()
    means = centred_means(DOCUMENTS, encoder)
    record = Record.of(person("E1", *SOMEBODY.items, item("b", BATTERY[0])))
    vectors = RecordVectors.of(record, encoder, means)
    assert vectors.said.shape == (4, DIMENSION)
    assert vectors.starts.tolist() == [0, 3]
    assert vectors.best(np.array([[1.0], [5.0], [3.0], [2.0]])).tolist() == [[5.0], [2.0]]
    np.testing.assert_allclose(np.linalg.norm(vectors.means, axis=1), 1.0, atol=1e-6)
    np.testing.assert_array_equal(vectors.titles[1], vectors.said[3])


def test_a_record_without_items_has_no_vectors() -> None:
    vectors = RecordVectors.of(Record.of(person("E1")), WordEncoder(), centred_means(DOCUMENTS, WordEncoder()))
    assert vectors.means.shape == vectors.titles.shape == vectors.presented.shape == (0, DIMENSION)
    assert vectors.best(np.zeros((0, 3))).shape == (0, 3)


def test_the_mean_of_each_language_is_taken_away() -> None:
    means = {Language.VI: np.array([1.0, 0.0], dtype=np.float32), Language.EN: np.array([0.0, 1.0], dtype=np.float32)}

    class Constant(WordEncoder):
        dimension = 2

        def encode(self, texts: Any) -> np.ndarray:
            return np.ones((len(texts), 2), dtype=np.float32)

    assert centred(["Xử lý tín hiệu", "Signal processing"], Constant(), means).tolist() == [[0.0, 1.0], [1.0, 0.0]]


def test_nothing_stays_nothing() -> None:
    assert unit(np.zeros((2, 3))).tolist() == [[0.0] * 3] * 2
    assert mean_of(np.zeros((0, 3)), 3).tolist() == [0.0] * 3
