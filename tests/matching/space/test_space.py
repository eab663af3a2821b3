"""The text space: frozen constants, rows that do not depend on each other, relevance between 0 and 1."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.space.space import TextSpace
from matching.space.thesaurus import Thesaurus
from matching.space.vectors import TextVectors
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, RADAR_BRIEF, RICE, THESAURUS, space

TEXTS = st.lists(st.sampled_from([*DOCUMENTS, "", "unheard words", "AESA 😀", "Ra đa, ra đa and radar"]) | st.text(), max_size=6)
BRIEF = [text for _, text in RADAR_BRIEF]


def as_bytes(vectors: TextVectors) -> list[tuple[bytes, ...]]:
    """Return every row of every block."""
    blocks = (vectors.lexical.toarray(), vectors.capability.toarray(), np.asarray(vectors.semantic))
    return [tuple(np.ascontiguousarray(block[row]).tobytes() for block in blocks) for row in range(len(blocks[2]))]


@given(TEXTS)
def test_a_row_is_the_same_alone_in_a_batch_and_in_another_order(texts: list[str]) -> None:
    together = as_bytes(space().transform(texts))
    assert together == [as_bytes(space().transform([text]))[0] for text in texts]
    assert together == as_bytes(space().transform(texts[::-1]))[::-1]


@given(TEXTS, st.sampled_from([BRIEF, [BRIEF[0]], [RICE[1]]]))
def test_relevance_is_a_share_and_the_same_alone_and_in_a_batch(texts: list[str], brief: list[str]) -> None:
    query = space().query(brief)
    together = space().relevance(query, space().transform(texts))
    assert ((together >= 0) & (together <= 1)).all()
    assert together.tolist() == [float(space().relevance(query, space().transform([text]))[0]) for text in texts]


@pytest.mark.parametrize("subject", [RADAR, BATTERY, RICE])
@pytest.mark.parametrize("place", range(4))
def test_a_text_is_closer_to_itself_than_to_another_subject(subject: tuple[str, ...], place: int) -> None:
    others = [text for text in DOCUMENTS if text not in subject]
    relevance = space().relevance(space().query([subject[place]]), space().transform([subject[place], *others]))
    assert relevance[0] > relevance[1:].max()


@given(TEXTS, st.sampled_from([BRIEF, [BATTERY[0]], ["unheard of"]]))
def test_belonging_is_a_share_and_the_same_alone_and_in_a_batch(texts: list[str], brief: list[str]) -> None:
    query = space().query(brief)
    together = space().belonging(query, space().transform(texts))
    assert ((together >= 0) & (together <= 1)).all()
    assert together.tolist() == [float(space().belonging(query, space().transform([text]))[0]) for text in texts]


def test_a_text_belongs_to_its_subject_rather_than_to_another() -> None:
    texts = space().transform([RADAR[0], BATTERY[0], RICE[0], "unheard of"])
    belonging = [space().belonging(space().query(brief), texts) for brief in (BRIEF, [BATTERY[0]], [RICE[0]])]
    assert np.argmax(belonging, axis=1).tolist() == np.argmax(belonging, axis=0)[:3].tolist() == [0, 1, 2]


def test_a_query_in_both_languages_finds_both() -> None:
    relevance = space().relevance(space().query(BRIEF), space().transform([RADAR[0], RADAR[2], BATTERY[0], BATTERY[2]]))
    assert relevance[:2].min() > relevance[2:].max()


@pytest.mark.parametrize("text", ["", "unheard of", "😀", "và của các"])
def test_unknown_words_are_no_evidence(text: str) -> None:
    vectors = space().transform(DOCUMENTS)
    assert space().relevance(space().query([text]), vectors).tolist() == [0.0] * len(DOCUMENTS)
    assert space().relevance(space().query(BRIEF), space().transform([text])).tolist() == [0.0]


def test_later_texts_change_nothing() -> None:
    frozen = TextSpace.fit(THESAURUS, DOCUMENTS, [BRIEF])
    query = frozen.query(BRIEF)
    before = as_bytes(frozen.transform(DOCUMENTS)), frozen.relevance(query, frozen.transform(DOCUMENTS)).tobytes()
    more = frozen.transform([*DOCUMENTS, *(f"{text} quantum optics {number}" for number in range(50) for text in RADAR)])
    frozen.relevance(query, more)
    after = as_bytes(frozen.transform(DOCUMENTS)), frozen.relevance(query, more)[: len(DOCUMENTS)].tobytes()
    assert after == before


def test_fitting_twice_learns_the_same() -> None:
    first, second = (TextSpace.fit(THESAURUS, DOCUMENTS, [BRIEF]) for _ in range(2))
    assert as_bytes(first.transform(DOCUMENTS)) == as_bytes(second.transform(DOCUMENTS))
    relevance = [fitted.relevance(fitted.query(BRIEF), fitted.transform(DOCUMENTS)).tobytes() for fitted in (first, second)]
    assert relevance[0] == relevance[1]


@pytest.mark.parametrize("documents", [[], [""], ["😀", "và của"], ["radar"], ["radar"] * 3, ["radar", "rice"]])
@pytest.mark.parametrize("queries", [[], [["radar"]]])
@pytest.mark.parametrize("thesaurus", [THESAURUS, Thesaurus([])])
def test_a_poor_corpus_still_gives_a_space(documents: list[str], queries: list[list[str]], thesaurus: Thesaurus) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        poor = TextSpace.fit(thesaurus, documents, queries)
        relevance = poor.relevance(poor.query(["radar"]), poor.transform(["radar", "rice", ""]))
    assert ((relevance >= 0) & (relevance <= 1)).all()


def test_no_texts_are_no_rows() -> None:
    vectors = space().transform([])
    assert as_bytes(vectors) == []
    assert space().relevance(space().query(BRIEF), vectors).shape == (0,)


@given(TEXTS, TEXTS)
def test_stacked_rows_are_the_rows_of_all_texts(first: list[str], second: list[str]) -> None:
    stacked = TextVectors.stacked([space().transform(first), space().transform(second)])
    assert as_bytes(stacked) == as_bytes(space().transform([*first, *second]))
