"""The words by which a person is found, folded for a search without accents and kept for one with accents.

A stored key and a search are made by the same functions, so that the same people are found on every database. A key holds each word
three times at most, after a sign that says in which form:

- `` word``: without accents, in lower case;
- ``=`` tone ``word``: with its accents, the tone as a digit in front, so that old and new tone positions ("thuỵ", "thụy") are one;
- ``+letter``: an initial in a name.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")
# The "A" and "I" of English sentences are no initials unless a full stop follows.
_INITIAL = re.compile(r"\b(?:([^\W\d_])\.|(?![AI]\b)([^\W\d_])\b(?![’']))")
# Grave, hook above, tilde, acute, dot below.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE = "0"
# Letters that look like another one, or that no decomposition takes apart: the eth of old fonts is the Vietnamese letter.
_LETTERS = str.maketrans({"ð": "đ", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_OPEN_SYLLABLE = re.compile(r"(?:qu|[bcdđghklmnprstvx])([yi])$")
_LONGEST_SYLLABLE = 4


def folded(text: str) -> str:
    """Return ``text`` in lower case without marks; đ becomes d before the marks are dropped."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_LETTERS).replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def search_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, with their accents."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower().translate(_LETTERS))


@lru_cache(maxsize=1 << 15)
def toned(word: str) -> str:
    """Return ``word`` with its tone as a digit in front instead of a mark: "dũng" is "3dung", "đỗ" is "3đô", "an" is "0an"."""
    tone, letters = _NO_TONE, []
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    return tone + unicodedata.normalize("NFC", "".join(letters))


def spellings(word: str) -> list[str]:
    """Return ``word``, and as it is also spelt where an i or y alone ends a syllable: both "lý" and "lí" are correct."""
    parts = list(unicodedata.normalize("NFD", word))
    letters = [place for place, part in enumerate(parts) if not unicodedata.combining(part)]
    plain = "".join(parts[place] for place in letters)
    if len(letters) > _LONGEST_SYLLABLE or not _OPEN_SYLLABLE.search(plain):
        return [word]
    parts[letters[-1]] = "i" if parts[letters[-1]] == "y" else "y"
    return [word, unicodedata.normalize("NFC", "".join(parts))]


def initials(text: str) -> list[str]:
    """Return the capital letters of ``text`` that stand for a name, folded."""
    found = ("".join(match.groups("")) for match in _INITIAL.finditer(unicodedata.normalize("NFC", text)))
    return [folded(letter) for letter in found if letter.isupper()]


def search_key(*texts: str) -> str:
    """Return the key of all ``texts``; a whole word is followed by a space."""
    words = [spelling for text in texts for word in search_words(text) for spelling in spellings(word)]
    plain = "".join(f" {folded(word)}" for word in words)
    accented = "".join(f" ={toned(word)}" for word in words)
    return f"{plain}{accented}{''.join(f' +{letter}' for text in texts for letter in initials(text))} " if words else ""
