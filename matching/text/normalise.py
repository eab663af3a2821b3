"""One spelling for one word: NFC, lower case, and one position for the tone mark.

Vietnamese writes the tone of an open "oa", "oe", "uy" on either vowel (hoà = hòa, khoẻ = khỏe, thuỵ = thụy). Both are correct;
the table below moves the mark to the first vowel, which is the older and more frequent position. đ stays đ.
"""

import re
import unicodedata

_TONES = {"̀": "grave", "́": "acute", "̉": "hook", "̃": "tilde", "̣": "dot"}
# Open: nothing follows the pair, neither a letter (hoàn) nor the other mark of its vowel (hoặc).
_OPEN_PAIR = re.compile(r"(?<![qQ])([ou])([ae]|y)([\u0300-\u0323])(?![\w\u0300-\u036f])")


_MOST_MARKS = 8
_SUSPICIOUS = re.compile(rf"[^\w\x00-\x7f]{{{_MOST_MARKS + 1}}}|[\ud800-\udfff]")


# Marks stand apart from their letters in NFD; beyond this code point there are none.
_LAST_MARK = 0x1F000
_MARKS = re.compile(f"[{''.join(map(re.escape, filter(unicodedata.combining, map(chr, range(_LAST_MARK)))))}]+")


def composed(text: str) -> str:
    """Return ``text`` in NFC, without halves of characters and with at most ``_MOST_MARKS`` marks on a letter.

    No language needs more; a paste of thousands of marks would take minutes to be put in order, and half a character cannot be encoded.
    """
    return unicodedata.normalize("NFC", _readable(text))


def _readable(text: str) -> str:
    if not _SUSPICIOUS.search(text):
        return text
    kept, marks = list[str](), 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS and not "\ud800" <= character <= "\udfff":
            kept.append(character)
    return "".join(kept)


def normalise(text: str) -> str:
    """Return ``text`` in NFC and lower case, tone marks of open diphthongs on the first vowel."""
    decomposed = unicodedata.normalize("NFD", _readable(text).lower())
    return unicodedata.normalize("NFC", _OPEN_PAIR.sub(_move_tone, decomposed))


def _move_tone(match: re.Match[str]) -> str:
    first, second, mark = match.groups()
    is_open_pair = first + second in {"oa", "oe", "uy"}
    return f"{first}{mark}{second}" if is_open_pair and mark in _TONES else match.group(0)


def fold(text: str) -> str:
    """Return ``text`` in lower case without any diacritic, for search keys: đ becomes d before marks are dropped."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", _readable(text).lower().replace("đ", "d")))
