"""Text of the fonts before Unicode: TCVN3 (.VnTime) and VNI look like other letters, and are not Vietnamese to a program.

Such text is known by turning it round: a word that becomes a Vietnamese syllable by the table of a font, and is none as it stands, was
written for that font. Words of other languages rarely do, and most Vietnamese words in Unicode have letters that neither font can have.
"""

import re
import unicodedata
from collections.abc import Callable

from models.search_key import folded

ENOUGH = 4
"""Different words that must be so: fewer can be names of another language."""
_SAMPLE = 400_000  # letters that are looked at
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7\u00ad])*|[\u00a1-\u00bf\u00ad](?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7\u00ad])+"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uyu|oai|oay|oeo|uay|uoi|uou|ieu|yeu|[aeiouy]{1,2})"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_TCVN3 = {
    **dict(
        zip(
            "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóôõö÷øùúûüýþ\u00ad¡¢£¤¥¦§",
            "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụừửữứựỳỷỹýỵưĂÂÊÔƠƯĐ",
            strict=True,
        )
    )
}
_TURNED = {
    "a": ("øùûõïâáàåãäêéèúüë", "àáảãạâấầẩẫậăắằẳẵặ"),
    "e": ("øùûõïâáàåãä", "èéẻẽẹêếềểễệ"),
    "o": ("øùûõïâáàåãä", "òóỏõọôốồổỗộ"),
    "u": ("øùûõï", "ùúủũụ"),
    "y": ("øùûõ", "ỳýỷỹ"),
    "ô": ("øùûõï", "ờớởỡợ"),
    "ö": ("øùûõï", "ừứửữự"),
}
_MARKS = {letter: dict(zip(*marks, strict=True)) for letter, marks in _TURNED.items()}
_VIETNAMESE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
_ALONE = {"ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def legacy_font(text: str) -> str | None:
    """Return the name of the font that most words of ``text`` were written for which are no Vietnamese as they stand, or None."""
    words = {word for word in _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE])) if not word.isascii()}
    strange = [word for word in words if all(ord(letter) <= 0xFF for letter in word) and not _is_syllable(word)]
    counted = {name: sum(_is_syllable(turned(word)) for word in strange) for name, turned in _FONTS}
    likeliest = max(counted, key=lambda name: counted[name])
    legacy = counted[likeliest]
    return likeliest if legacy >= ENOUGH and legacy * 2 > len(strange) and legacy * 10 > len(words) else None


def _is_syllable(word: str) -> bool:
    return word.isalpha() and _SYLLABLE.fullmatch(folded(word)) is not None and _has_vietnamese_letters(word) and _has_one_tone(word)


def _has_vietnamese_letters(word: str) -> bool:
    """Return whether every letter can stand in Vietnamese: ï, å and ø, for one, cannot."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return all(letter.isascii() or letter in _VIETNAMESE_MARKS for letter in letters)


def _has_one_tone(word: str) -> bool:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    return sum(mark in tones for mark in unicodedata.normalize("NFD", word)) <= 1


def _from_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in word)


def _from_vni(word: str) -> str:
    found: list[str] = []
    letters = iter(word)
    for letter in letters:
        following = next(letters, "")
        marked = _MARKS.get(letter.lower(), {}).get(following.lower()) if following else None
        if marked:
            found.append(marked)
            continue
        found.append(_ALONE.get(letter, letter))
        while following and following.lower() not in _MARKS:
            found.append(_ALONE.get(following, following))
            following = next(letters, "")
        if following:
            found.append(_from_vni(following + "".join(letters)))
    return "".join(found)


_FONTS: tuple[tuple[str, Callable[[str], str]], ...] = (("TCVN3 (.VnTime)", _from_tcvn3), ("VNI", _from_vni))
