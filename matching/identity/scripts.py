"""Names in Cyrillic, Greek and Hangul in Latin letters, as passports write them; other scripts stay as they are."""

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ~ y ~ e iu ia i i ie g u dj j lj nj c dz".split(),
        strict=True,
    )
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True))
_LETTERS = {letter: "" if written == "~" else written for letter, written in (_CYRILLIC | _GREEK).items()}
_FIRST, _LAST = 0xAC00, 0xD7A3
_LEADS = "g kk n d tt r m b pp s ss ~ j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAILS = "~ k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p h".split()
_FAMILIES = {"김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon", "장": "jang", "임": "lim"}


def latin(text: str) -> str:
    """Return ``text`` with every letter of these scripts in Latin letters; a syllable of Hangul is followed by a space but for the name's end."""
    if text.isascii():
        return text
    spelt = "".join(_spelt(character) for character in text)
    if text[:1] in _FAMILIES and len(text.strip()) > 1 and _is_syllable(text.strip()[1:2]):
        spelt = f"{_FAMILIES[text[0]]} {spelt[len(_spelt(text[0])):]}"
    return spelt


def _spelt(character: str) -> str:
    if _is_syllable(character):
        return _syllable(ord(character) - _FIRST)
    lower = character.lower()
    return _LETTERS.get(lower, character) if lower == character else _LETTERS.get(lower, character).capitalize()


def _is_syllable(character: str) -> bool:
    return len(character) == 1 and _FIRST <= ord(character) <= _LAST


def _syllable(place: int) -> str:
    parts = (_LEADS[place // 588], _VOWELS[place % 588 // 28], _TAILS[place % 28])
    return "".join(part for part in parts if part != "~")
