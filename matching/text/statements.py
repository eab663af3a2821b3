"""A record statement by statement: titles, sentences and bullets, in order, each with its place in the cleaned text."""

import re
from collections.abc import Iterator

from matching.text.cleaning import cleaned

MOST_STATEMENTS = 24
LONGEST_WORDS = 80
_ENDLESS_WORD = re.compile(r"(\S{60})\S+")
_SHORT_FORMS = ("TS", "GS", "PGS", "ThS", "BS", "KS", "TP", "St", "Dr", "No", "vs", "[A-Z]", r"e\.g", r"i\.e")
_TITLES = "".join(rf"(?<!\b{form})" for form in _SHORT_FORMS)
_END = re.compile(rf"(?:{_TITLES}\.|[!?;…])[”\"')\]]*\s+|\s*\n+\s*|\s*[•▪●◦‣]\s*|\s+\|\s+|^\s*[-–*]\s+")
_EDGE = " \t.,;:-–*•"
_FEWEST_WORDS = 3


def statements(text: str) -> tuple[str, ...]:
    """Return the statements of ``text``, cleaned; a fragment of under three words belongs to the statement before it.

    At most ``MOST_STATEMENTS``, spread evenly over a longer text; one of more than ``LONGEST_WORDS`` is cut between words.
    """
    found = list(_joined(_pieces(cleaned(text))))
    if len(found) > MOST_STATEMENTS:
        found = [found[place * len(found) // MOST_STATEMENTS] for place in range(MOST_STATEMENTS)]
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    for piece in _END.split(text):
        words = _ENDLESS_WORD.sub(r"\1", piece.strip(_EDGE)).split()
        for start in range(0, len(words), LONGEST_WORDS):
            yield " ".join(words[start : start + LONGEST_WORDS])


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    waiting = ""
    for piece in pieces:
        if not piece:
            continue
        if waiting and len(piece.split()) < _FEWEST_WORDS:
            waiting = f"{waiting}; {piece}"
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting
