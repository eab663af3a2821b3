"""Names in Cyrillic, Greek and Hangul in Latin letters, as passports write them; other scripts stay as they are."""

_SILENT = "~"
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ"
_CYRILLIC_SPELT = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ~ y ~ e iu ia i i ie g u dj j lj nj c dz"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω"
_GREEK_SPELT = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_LEADS = "g kk n d tt r m b pp s ss ~ j jj ch k t p h"
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_TAILS = "~ k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p h"
_FAMILIES = {
    "김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon", "장": "jang", "임": "lim",
}  # fmt: skip
_FIRST, _LAST = 0xAC00, 0xD7A3


def _spellings(spelt: str) -> list[str]:
    return ["" if one == _SILENT else one for one in spelt.split()]


_LETTERS = dict(zip(_CYRILLIC + _GREEK, [*_spellings(_CYRILLIC_SPELT), *_spellings(_GREEK_SPELT)], strict=True))
_SYLLABLE = tuple(map(_spellings, (_LEADS, _VOWELS, _TAILS)))


def latin(text: str) -> str:
    """Return ``text`` with every letter of these scripts in Latin ones; a Korean family name stands apart from the given one."""
    if text.isascii():
        return text
    spelt = "".join(map(_spelt, text))
    whole = text.strip()
    if whole[:1] in _FAMILIES and _is_syllable(whole[1:2]):
        return f"{_FAMILIES[whole[0]]} {''.join(map(_spelt, whole[1:]))}"
    return spelt


def _spelt(character: str) -> str:
    if _is_syllable(character):
        place = ord(character) - _FIRST
        lead, vowel, tail = _SYLLABLE
        return lead[place // 588] + vowel[place % 588 // 28] + tail[place % 28]
    lower = character.lower()
    found = _LETTERS.get(lower)
    if found is None:
        return character
    return found if lower == character else found.capitalize()


def _is_syllable(character: str) -> bool:
    return len(character) == 1 and _FIRST <= ord(character) <= _LAST
