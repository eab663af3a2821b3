"""The order of a Vietnamese dictionary: a ă â b c d đ e ê ..., then the tones, as in the Unicode collation for Vietnamese (CLDR)."""

import unicodedata
from functools import cache, lru_cache

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng, in the order of the collation."""
_AFTER = {"ă": ("a", 1), "â": ("a", 2), "đ": ("d", 1), "ê": ("e", 1), "ô": ("o", 1), "ơ": ("o", 2), "ư": ("u", 1)}
Key = tuple[tuple[tuple[str, int], ...], tuple[int, ...], str]


@lru_cache(maxsize=8192)  # organisations and countries, of which a form sorts hundreds
def vietnamese_order(name: str) -> Key:
    """Return a key to sort by: the letters of ``name`` first, its tones where all letters are the same, then what was written."""
    signs = [_letter_and_tone(sign) for sign in unicodedata.normalize("NFC", name.casefold())]
    return tuple(letter for letter, _ in signs), tuple(tone for _, tone in signs), name


@cache
def _letter_and_tone(sign: str) -> tuple[tuple[str, int], int]:
    parts = unicodedata.normalize("NFD", sign)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return _AFTER.get(letter, (letter, 0)), next((TONES[part] for part in parts if part in TONES), 0)
