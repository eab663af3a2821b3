"""The pieces that are encoded: few, short, and the same for any input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.segments import LONGEST_PIECE_CHARACTERS, MOST_PIECES, paragraphs, statements

LONG = ["a", "中文", "😀", "radar ", "a.\n", "a. b; ", "\n", "e\u0301\u0323"]


@given(st.text())
def test_pieces_are_few_and_short(text: str) -> None:
    for pieces in (paragraphs(text), statements(text)):
        assert len(pieces) <= MOST_PIECES
        assert all(0 < len(piece) <= LONGEST_PIECE_CHARACTERS for piece in pieces)


@pytest.mark.parametrize("piece", LONG)
def test_a_very_long_paste_gives_no_more(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    for pieces in (paragraphs(text), statements(text)):
        assert len(pieces) <= MOST_PIECES
        assert max((len(word) for cut in pieces for word in cut.split()), default=0) <= 100


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    pieces = paragraphs("One sentence of five words. " * 200)
    assert len(pieces) > 1
    assert all(piece.startswith("One") and piece.endswith("words") for piece in pieces)


def test_statements_are_sentences_names_and_headings() -> None:
    assert statements("Led “Radar One”: a programme. Built it") == ["Led", "Radar One", "a programme", "Built it"]
