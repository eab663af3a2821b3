"""The pieces of a text that can be encoded: prose in paragraphs, or a record statement by statement."""

import re
from collections.abc import Iterable

from matching.text.normalise import composed

LONGEST_PIECE_WORDS = 150
MOST_PIECES = 16
# More than any encoder reads of one piece, and longer than any word: encoders take long for endless ones.
LONGEST_PIECE_CHARACTERS = 2_500
_ENDLESS_WORD = re.compile(r"(\S{100})\S+")
_SHORTEST_PIECE = 3
_PARAGRAPH = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_STATEMENT_END = re.compile(r"[“”\"«»\n]+|(?<=[.!?;])\s+|:\s+")
_EDGE = " \t.,;:"


def statements(text: str) -> list[str]:
    """Return the sentences of ``text`` in order; a quoted name and what stands before a colon are pieces of their own."""
    return _kept(_STATEMENT_END.split(composed(text)))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of ``text`` in order, those over twice ``LONGEST_PIECE_WORDS`` cut at sentence ends."""
    written = _PARAGRAPH.split(composed(text))
    return _kept(window for paragraph in written for window in _windows(paragraph))


def _kept(pieces: Iterable[str]) -> list[str]:
    """Return the pieces that say something; of more than ``MOST_PIECES`` only so many, spread evenly."""
    kept = [piece for piece in (piece.strip(_EDGE) for piece in pieces) if len(piece) >= _SHORTEST_PIECE]
    if len(kept) > MOST_PIECES:
        kept = [kept[position * len(kept) // MOST_PIECES] for position in range(MOST_PIECES)]
    return [_ENDLESS_WORD.sub(r"\1", piece[:LONGEST_PIECE_CHARACTERS]) for piece in kept]


def _windows(paragraph: str) -> list[str]:
    """Cut a long paragraph at sentence ends into pieces of about ``LONGEST_PIECE_WORDS``; an endless sentence is cut between words."""
    if len(paragraph.split()) <= 2 * LONGEST_PIECE_WORDS:
        return [paragraph]
    windows: list[list[str]] = [[]]
    for sentence in _SENTENCE_END.split(paragraph):
        written = sentence.split()
        for start in range(0, len(written), LONGEST_PIECE_WORDS):
            part = written[start : start + LONGEST_PIECE_WORDS]
            if windows[-1] and len(windows[-1]) + len(part) > LONGEST_PIECE_WORDS:
                windows.append([])
            windows[-1].extend(part)
    return [" ".join(window) for window in windows]
