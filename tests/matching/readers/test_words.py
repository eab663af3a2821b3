"""The encoder that is made of words alone: translations lie near each other."""

from functools import cache

import numpy as np
import pytest

from matching.readers.words import WordsEncoder, learn, words_encoder

TOPICS = ("battery storage. bộ pin", "rice breeding. giống lúa", "satellite control. vệ tinh", "vaccine design. tiêm chủng")
PARALLEL = [text for place, text in enumerate(TOPICS) for _ in range(2 + place)]  # each as often as no other, so that directions differ


@cache
def learnt() -> WordsEncoder:
    return learn(PARALLEL, 4)


def closeness(encoder: WordsEncoder, one: str, *others: str) -> list[float]:
    rows = encoder.encode([one, *others])
    return (rows[1:] @ rows[0]).tolist()


@pytest.mark.parametrize(("english", "vietnamese", "other"), [("battery", "pin", "lúa"), ("rice", "lúa", "vệ tinh")])
def test_a_word_lies_near_its_translation(english: str, vietnamese: str, other: str) -> None:
    translation, elsewhere = closeness(learnt(), english, vietnamese, other)
    assert translation > 0.9 > abs(elsewhere)


def test_texts_are_unit_rows_and_unknown_ones_zeros() -> None:
    rows = learnt().encode(["battery", "unheard of", ""])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 0.0, 0.0], abs=1e-6)
    assert learnt().encode([]).shape == (0, learnt().dimension)


def test_a_text_has_the_same_bytes_alone_and_among_others() -> None:
    assert learnt().encode(["rice", "pin"])[1].tobytes() == learnt().encode(["pin"])[0].tobytes()


def test_the_table_is_kept_in_eight_bits_and_learnt_the_same_again() -> None:
    kept = WordsEncoder.from_bytes(learnt().as_bytes())
    assert kept.encode(["battery pin"])[0] == pytest.approx(learnt().encode(["battery pin"])[0], abs=0.02)
    again = learn(PARALLEL, 4).encode(list(PARALLEL))
    assert again @ again.T == pytest.approx(learnt().encode(list(PARALLEL)) @ learnt().encode(list(PARALLEL)).T, abs=1e-3)


def test_what_ships_knows_both_languages() -> None:
    shipped = words_encoder()
    assert shipped.model == "words-1"
    near, far = closeness(shipped, "coastal radar surveillance", "ra đa giám sát bờ biển", "chọn giống lúa chịu mặn")
    assert near > far
