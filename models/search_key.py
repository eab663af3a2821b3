"""The words by which a person is found: without accents, in lower case, each after a space.

A stored key and a search are folded by the same function, so that "Nguyen" finds "Nguyễn" on every database.
"""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return ``text`` in lower case without marks; đ becomes d before the marks are dropped."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def search_words(text: str) -> list[str]:
    """Return the words of ``text``, folded."""
    return _WORD.findall(folded(text))


def search_key(*texts: str) -> str:
    """Return the words of all ``texts``; a word begins where `` word`` is found in it."""
    return "".join(f" {word}" for text in texts for word in search_words(text))
