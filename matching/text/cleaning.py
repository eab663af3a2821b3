"""Text as its writer meant it: what scanners, fonts, keyboards and web pages did to it is undone once, for words and encoder alike."""

import re
import unicodedata
from html import unescape

from matching.text.normalise import composed

_MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,300}|!--.{0,500}?--)>", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CUT_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_])")
_WRAPPED = re.compile(r"(?<=[^\s.!?;:])[ \t]*\n[ \t]*(?=[^\W\d_A-ZÀ-Ỹ])")
_WORD = re.compile(r"[^\W\d_]+")
# What looks like a letter of the Latin alphabet and comes from another: the eth of old Vietnamese fonts, Cyrillic and Greek look-alikes.
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеіјорсхуѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐðƉɖ",
    "ABESIJKMHOPCTXYaeijopcxysABEZHIKMNOPTYXoĐđĐđ",
)
_ALWAYS_ALIKE = str.maketrans("ÐðƉɖ", "ĐđĐđ")
# One word, two spellings: the one of the Ministry of Education's rule and the one that offices use (y after h, k, l, m, t).
_SPELLINGS = {"kĩ": "kỹ", "lí": "lý", "mĩ": "mỹ", "kì": "kỳ", "tỉ": "tỷ", "hi": "hy", "kí": "ký", "sỹ": "sĩ", "quí": "quý"}
_SPELT = re.compile(r"(?<!\w)(?:kĩ|lí|mĩ|kì|kí|sỹ|quí|tỉ(?= (?:đồng|phú|lệ|số|trọng|giá)))(?!\w)", re.IGNORECASE)
# What offices write over every letter; taken for letters it would be "V&V".
_ABOUT = re.compile(r"(?<!\w)V/v(?!\w)", re.IGNORECASE)
_SHARE_OF_CAPITALS, _FEWEST_LETTERS = 0.7, 16


def cleaned(text: str) -> str:
    """Return ``text`` in NFC and readable: one spelling, whole words, no markup, nothing invisible, capitals only where they say something.

    Line breaks inside a sentence become spaces; those between statements stay.
    """
    written = _compatible(composed(text))
    if "<" in written or "&" in written:
        written = unescape(_MARKUP.sub(" ", written))
    whole = _WRAPPED.sub(" ", _CUT_WORD.sub("", _INVISIBLE.sub("", written)))
    return _spelt(_without_capitals(_latin(whole)))


def _compatible(text: str) -> str:
    """Return ``text`` with ligatures, wide letters and other compatible forms written out."""
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


def _latin(text: str) -> str:
    """Return ``text`` with look-alike letters made Latin: in words that have a Latin letter; the eth everywhere."""
    if text.isascii():
        return text
    return _WORD.sub(lambda word: _latin_word(word.group()), text)


def _latin_word(word: str) -> str:
    if word.isascii():
        return word
    has_latin = any("a" <= letter.lower() <= "z" for letter in word)
    return word.translate(_ALIKE if has_latin else _ALWAYS_ALIKE)


def _without_capitals(text: str) -> str:
    """Return a text that is nearly all capitals in lower case; an abbreviation with digits keeps its capitals."""
    letters = list(filter(str.isalpha, text))
    capitals = sum(map(str.isupper, letters))
    if len(letters) < _FEWEST_LETTERS or capitals < _SHARE_OF_CAPITALS * len(letters):
        return text
    return text.lower()


def _spelt(text: str) -> str:
    spelt = _ABOUT.sub("về việc", text) if "/" in text else text
    return _SPELT.sub(_as_usual, spelt) if not spelt.isascii() else spelt


def _as_usual(found: re.Match[str]) -> str:
    written = found.group()
    usual = _SPELLINGS[written.lower()]
    return usual if written.islower() else (usual.upper() if written.isupper() and len(written) > 1 else usual.capitalize())
