"""How one name is written elsewhere, and how another person's name comes close to it."""

import random
import unicodedata
from collections.abc import Callable

from matching.text.normalise import fold

_TITLES = ("GS.TS. ", "PGS. TS ", "TS. ", "ThS. ", "Dr. ", "Prof. ", "KS. ", "Dr ")
_NICKNAMES = ("Kenny", "Tony", "Lisa", "Peter", "Anna", "Mike", "Kevin", "Julie", "David", "Helen")
_FAMILIES = ("Schneider", "Dupont", "Larsen", "Miller", "Rossi", "Novak", "Tanaka", "Müller")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OTHER_VOWELS = {"â": "a", "ă": "â", "ê": "e", "ô": "ơ", "ơ": "ô", "ư": "u", "u": "ư", "a": "â", "e": "ê", "o": "ô"}
Change = Callable[[random.Random, str], str]


def unaccented(_: random.Random, name: str) -> str:
    """Return the name without accents, its letters as they were."""
    lower = fold(name)
    return "".join(plain.upper() if own.isupper() else plain for plain, own in zip(lower, unicodedata.normalize("NFC", name), strict=True))


def western(_: random.Random, name: str) -> str:
    """Return the name with the family name last."""
    words = name.split()
    return " ".join([*words[1:], words[0]])


def given_first(_: random.Random, name: str) -> str:
    """Return the name as it is written abroad: given, middle, family."""
    words = name.split()
    return " ".join([words[-1], *words[1:-1], words[0]]) if len(words) > 1 else name


def short(_: random.Random, name: str) -> str:
    """Return the name without its middle words."""
    words = name.split()
    return f"{words[0]} {words[-1]}"


def short_western(source: random.Random, name: str) -> str:
    """Return given and family name alone."""
    return given_first(source, short(source, name))


def one_middle_less(source: random.Random, name: str) -> str:
    """Return the name with one of its middle words missing."""
    words = name.split()
    if len(words) > 2:
        words.pop(source.randrange(1, len(words) - 1))
    return " ".join(words)


def initials(_: random.Random, name: str) -> str:
    """Return "N. V. An"."""
    words = name.split()
    return " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]])


def initials_western(_: random.Random, name: str) -> str:
    """Return "A. V. Nguyen" or "An V. Nguyen"."""
    words = name.split()
    return " ".join([words[-1], *(f"{word[0]}." for word in words[1:-1]), words[0]])


def titled(source: random.Random, name: str) -> str:
    """Return the name with a title in front."""
    return source.choice(_TITLES) + name


def mistyped(source: random.Random, name: str) -> str:
    """Return the name with two letters swapped, one left out, doubled, or replaced."""
    places = [place for place in range(1, len(name) - 1) if name[place].isalpha() and name[place + 1].isalpha()]
    place = source.choice(places)
    kind = source.randrange(4)
    if kind == 0:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    if kind == 1:
        return name[:place] + name[place + 1 :]
    if kind == 2:
        return name[:place] + name[place] + name[place:]
    return name[:place] + source.choice("aeinhgtu") + name[place + 1 :]


def hyphened(_: random.Random, name: str) -> str:
    """Return the given words joined by a hyphen."""
    words = name.split()
    return f"{'-'.join(words[1:])} {words[0]}" if len(words) > 2 else name


def glued(_: random.Random, name: str) -> str:
    """Return the given words written as one."""
    words = name.split()
    return f"{words[0]} {''.join(words[1:]).capitalize()}" if len(words) > 2 else name


def nicknamed(source: random.Random, name: str) -> str:
    """Return the name with a foreign first name before it."""
    return f"{source.choice(_NICKNAMES)} {given_first(source, name)}"


def married(source: random.Random, name: str) -> str:
    """Return the given name with another family name."""
    words = name.split()
    return f"{' '.join(words[1:]) or words[0]} {source.choice(_FAMILIES)}"


def bracketed(source: random.Random, name: str) -> str:
    """Return a foreign first name in brackets or quotes within the name."""
    opening, closing = source.choice(("()", "[]", '""'))
    words = name.split()
    nickname = f"{opening}{source.choice(_NICKNAMES)}{closing}"
    return " ".join([*words, nickname]) if source.random() < 0.5 else " ".join([words[-1], nickname, *words[1:-1], words[0]])


def double_family(source: random.Random, name: str) -> str:
    """Return the given name with both family names."""
    words = name.split()
    return f"{words[-1]} {words[0]}-{source.choice(_FAMILIES)}"


def married_once(source: random.Random, name: str) -> str:
    """Return the married name with the former one in brackets."""
    words = name.split()
    return f"{words[-1]} {source.choice(_FAMILIES)} ({source.choice(('née ', '', 'tên cũ: '))}{name})"


def initials_close(_: random.Random, name: str) -> str:
    """Return "Nguyen V.A." as citations write it."""
    words = name.split()
    return f"{words[0]} {''.join(f'{word[0]}.' for word in words[1:])}" if len(words) > 1 else name


def given_alone(_: random.Random, name: str) -> str:
    """Return the last word alone."""
    return name.rsplit(maxsplit=1)[-1]


def half_accented(source: random.Random, name: str) -> str:
    """Return the name with the accents of one word missing."""
    words = name.split()
    place = source.randrange(len(words))
    words[place] = unaccented(source, words[place])
    return " ".join(words)


def upper(_: random.Random, name: str) -> str:
    """Return the name in capitals."""
    return name.upper()


def comma(_: random.Random, name: str) -> str:
    """Return the family name before a comma."""
    words = name.split()
    return f"{words[0]}, {' '.join(words[1:])}" if len(words) > 1 else name


def same(_: random.Random, name: str) -> str:
    """Return the name as it is."""
    return name


def other_accents(source: random.Random, name: str) -> str:
    """Return another person's name: the tone or a vowel of one accented word is another, and without accents the given name."""
    if name.isascii():
        return other_given(source, name)
    words = name.split()
    for place in source.sample(range(len(words)), len(words)):
        changed = _other_tone(source, words[place])
        if changed != words[place]:
            return " ".join([*words[:place], changed, *words[place + 1 :]])
    return name


def _other_tone(source: random.Random, word: str) -> str:
    parts = list(unicodedata.normalize("NFD", word))
    tones = [place for place, part in enumerate(parts) if part in _TONES]
    if tones:
        parts[tones[0]] = source.choice([tone for tone in _TONES if tone != parts[tones[0]]])
        return unicodedata.normalize("NFC", "".join(parts))
    letters = list(unicodedata.normalize("NFC", word))
    vowels = [place for place, letter in enumerate(letters) if letter in _OTHER_VOWELS]
    if vowels:
        letters[vowels[0]] = _OTHER_VOWELS[letters[vowels[0]]]
    return "".join(letters)


def other_middle(source: random.Random, name: str) -> str:
    """Return a relative's name: another middle word."""
    words = name.split()
    if len(words) > 2:
        words[source.randrange(1, len(words) - 1)] = source.choice(("Văn", "Đức", "Minh", "Thị", "Hồng", "Quốc", "Thanh"))
    return " ".join(words)


def other_given(source: random.Random, name: str) -> str:
    """Return a colleague's name: another given word."""
    words = name.split()
    return " ".join([*words[:-1], source.choice(("Hạnh", "Toàn", "Phúc", "Nga", "Kiên", "Oanh", "Bảo", "Sơn"))])


OF_ONE_PERSON: tuple[tuple[Change, int], ...] = (
    (same, 10), (unaccented, 12), (western, 5), (given_first, 6), (short, 5), (short_western, 8), (one_middle_less, 3), (initials, 4),
    (initials_western, 6), (titled, 5), (mistyped, 8), (hyphened, 3), (glued, 2), (nicknamed, 3), (married, 3), (given_alone, 2),
    (half_accented, 3), (upper, 3), (comma, 3), (bracketed, 4), (double_family, 2), (married_once, 2), (initials_close, 3),
)  # fmt: skip
OF_NAMESAKES: tuple[tuple[Change, int], ...] = (
    (same, 16), (unaccented, 6), (given_first, 3), (short, 3), (short_western, 3), (initials_western, 2), (other_accents, 5),
    (other_middle, 3), (titled, 2), (mistyped, 1),
)  # fmt: skip


def one_of(source: random.Random, changes: tuple[tuple[Change, int], ...]) -> Change:
    """Return one of ``changes`` by their weights."""
    return source.choices([change for change, _ in changes], [weight for _, weight in changes])[0]


def renamed(source: random.Random, name: str) -> str:
    """Return the name as another record of the person may write it; every third without accents besides."""
    written = one_of(source, OF_ONE_PERSON)(source, name)
    return unaccented(source, written) if source.random() < 0.35 else written
