"""The shipped space: rows that depend on the text alone, and what stands near what."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.space.shipped.space import People, ShippedSpace, Texts
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, RICE
from tests.matching.space.shipped.examples import space

BOTH = pytest.mark.parametrize("encoded", [True, False])


def as_bytes(texts: Texts) -> list[tuple[bytes, ...]]:
    """Return every row of words and meaning."""
    assert texts.said is not None
    ends = np.cumsum(texts.said.counts)
    statements = [texts.said.statements[end - count : end] for end, count in zip(ends, texts.said.counts, strict=True)]
    words = [texts.words[[row]].toarray() for row in range(len(texts.vietnamese))]
    return [(one.tobytes(), whole.tobytes(), said.tobytes()) for one, whole, said in zip(words, texts.said.wholes, statements, strict=True)]


@given(st.lists(st.sampled_from([*DOCUMENTS, "", "unheard words", "One thing. Another thing here.\nA third."]), max_size=5))
def test_a_row_is_the_same_alone_in_a_batch_and_reordered(texts: list[str]) -> None:
    together = as_bytes(space().texts(texts))
    assert together == [as_bytes(space().texts([text]))[0] for text in texts]
    assert together[::-1] == as_bytes(space().texts(texts[::-1]))


@BOTH
@pytest.mark.parametrize("subject", [RADAR, BATTERY, RICE])
def test_a_text_is_closest_to_itself(subject: tuple[str, ...], *, encoded: bool) -> None:
    others = [text for text in DOCUMENTS if text not in subject]
    closeness = closeness_of(space(encoded=encoded), subject[0], [subject[0], *others])
    assert closeness[0] > closeness[1:].max()


def closeness_of(used: ShippedSpace, query: str, texts: list[str]) -> np.ndarray:
    """Return the closeness of texts to one query."""
    return used.closeness(used.asked([query]), used.texts(texts))


@BOTH
def test_the_gloss_bridges_the_languages(*, encoded: bool) -> None:
    closeness = closeness_of(space(encoded=encoded), "Giám sát bờ biển", ["coastal surveillance", "power grid"])
    assert closeness[0] > closeness[1]


@BOTH
def test_vietnamese_without_accents_is_read_with_them(*, encoded: bool) -> None:
    used = space(encoded=encoded)
    assert closeness_of(used, "Giam sat bo bien", [RADAR[2]]) == pytest.approx(closeness_of(used, "Giám sát bờ biển", [RADAR[2]]), rel=0.5)
    assert closeness_of(used, "Giám sát bờ biển", ["Giam sat bo bien"])[0] > closeness_of(used, "Giám sát bờ biển", ["Luoi dien"])[0]


def test_a_word_that_nobody_counted_still_finds_itself() -> None:
    assert closeness_of(space(encoded=False), "zirconium", ["zirconium", "battery"]).tolist() == [pytest.approx(1.0), 0.0]


@BOTH
@pytest.mark.parametrize("query", ["", "và của các", "😀"])
def test_a_query_that_says_nothing_finds_no_words(query: str, *, encoded: bool) -> None:
    assert space(encoded=encoded).asked([query]).words.nnz == 0


@BOTH
def test_nobody_has_no_scores_and_a_person_without_texts_has_zero(*, encoded: bool) -> None:
    used = space(encoded=encoded)
    assert used.scores(used.asked(["radar"]), People(used.texts([]), np.zeros(0, dtype=np.int64), 2)).tolist() == [0.0, 0.0]


def test_a_statement_is_found_in_a_long_text_of_other_things() -> None:
    rest = ". ".join(f"{one} {other} work" for one in BATTERY for other in RICE)
    closeness = closeness_of(space(), RADAR[1], [f"{RADAR[1]}. {rest}.", f"{rest}."])
    assert closeness[0] > closeness[1]


def test_a_space_fitted_elsewhere_keeps_gloss_and_balance() -> None:
    fitted = space().fitted(["Radar of the coast", "Ra đa bờ biển"])
    assert (fitted.gloss, fitted.balance, fitted.words.texts) == (space().gloss, space().balance, 2)


@BOTH
def test_whoever_wrote_most_of_a_subject_stands_first_and_other_work_does_not_undo_it(*, encoded: bool) -> None:
    used = space(encoded=encoded)
    people = People(used.texts([*RADAR, RADAR[0], *BATTERY, *RICE]), np.repeat([0, 1], [4, 9]), 3)
    scores = used.scores(used.asked(["Radar signal processing"]), people)
    assert scores[0] > scores[1] > scores[2] == 0.0
