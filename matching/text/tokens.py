"""Tokens: words of both languages, English ones stemmed, and the terms (words and pairs) that are weighed."""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from matching.text.normalise import composed, normalise
from matching.text.stop_words import ENGLISH_STOP_WORDS

_WORD = re.compile(r"\w+(?:[+#]+(?!\w))?")


class _Stemmer(threading.local):
    """One a thread: it keeps the word at hand in itself, and two threads would read each other's."""

    def __init__(self) -> None:
        self.of_english = snowballstemmer.stemmer("english")


_STEMMER = _Stemmer()

VIETNAMESE_STOP_WORDS = frozenset(
    normalise(
        "và của cho các những một được trong với là có từ theo tại để khi này đó đã đang sẽ bằng về trên dưới vào ra đến do bởi cũng như "
        "hoặc hay mà thì nên không chưa còn rất hơn nhất mỗi mọi từng sau trước giữa qua lại nhằm gồm bao nhiều ít việc sự"
    ).split()
)
STOP_WORDS = ENGLISH_STOP_WORDS | VIETNAMESE_STOP_WORDS


class Word(NamedTuple):
    """A word as it is compared (``form``), as it is written (``written``) and where: characters of the NFC text."""

    form: str
    written: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def _plain(written: str) -> str:
    return normalise(written)


@lru_cache(maxsize=200_000)
def form(written: str) -> str:
    """Return the form under which a written word is compared: normalised, ASCII words stemmed (Porter 2)."""
    plain = _plain(written)
    return str(_STEMMER.of_english.stemWord(plain)) if plain.isascii() else plain


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order; nothing is dropped."""
    return [Word(form(written := m.group()), written, *m.span()) for m in _WORD.finditer(composed(text))]


def terms(text: str) -> list[str]:
    """Return what the lexical block counts: words, and pairs of neighbouring words, stop words left out.

    A pair is what most Vietnamese words are (two syllables) and what most English technical terms are.
    """
    return list(_terms(_WORD.findall(composed(text))))


def _terms(written_words: list[str]) -> Iterator[str]:
    before = ""
    for written in written_words:
        plain = _plain(written)
        if plain in STOP_WORDS or (len(plain) == 1 and plain.isascii()):
            before = ""
            continue
        stemmed = form(written)
        yield stemmed
        if before:
            yield f"{before} {stemmed}"
        before = stemmed
