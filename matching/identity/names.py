"""A name as it is compared: its words without titles, each with and without accents, whatever their order."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from matching.identity.scripts import latin
from matching.text.normalise import composed

_TITLES = (
    "gs pgs ts tskh gsts pgsts ths thsi bs cki ckii ks cn cử nhân luật sư kts nghệ nhà dr prof professor doctor assoc associate assist "
    "assistant mr mrs ms miss sir eng engr ing dipl phd msc mba ir giáo phó tiến sĩ sỹ thạc kỹ"
)
_BEFORE = frozenset(_TITLES.split())
_ADDRESS = frozenset({"ông", "bà", "ong", "ba", "anh", "chị", "chi", "cô", "thầy"})
_AFTER = frozenset({"phd", "msc", "mba", "md", "jr", "sr", "bsc", "beng", "meng", "dsc", "pmp"})
_DEGREE = re.compile(r"\b(ph|m|b|d)\.\s?(d|sc|eng|a)\b\.?", re.IGNORECASE)
_NOTE = re.compile(r"[(\[][^)\]]*[)\]]|[“\"][^”\"]*[”\"]")
_BORN = re.compile(r"^(?:née|nee|né|born|formerly|tên khai sinh|tên cũ|còn gọi là|aka|a\.k\.a\.)\s*:?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ`][^\W\d_]+)*")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OPEN_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y$|(?<=qu)y$")
_OTHER_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name: ``plain`` without accents, ``toned`` with them, the tone in front, one spelling of i and y."""

    plain: str
    toned: str

    @property
    def accented(self) -> bool:
        """Return whether an accent is written."""
        return self.toned != f"0{self.plain}"

    @property
    def initial(self) -> bool:
        """Return whether it is a letter that stands for a word."""
        return len(self.plain) == 1


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name in the order in which they are written, a family name before a comma first."""

    words: tuple[NameWord, ...]

    @property
    def accented(self) -> bool:
        """Return whether accents are written at all; without any, none contradicts."""
        return any(word.accented for word in self.words)

    @property
    def plain(self) -> str:
        """Return the words without accents, one space between two."""
        return " ".join(word.plain for word in self.words)

    @property
    def ordered(self) -> tuple[str, ...]:
        """Return the words without accents in the order of the alphabet, the same for every order of the name."""
        return tuple(sorted(word.plain for word in self.words))


@lru_cache(maxsize=100_000)
def person_name(text: str) -> PersonName:
    """Return the name that ``text`` writes; titles before and after it, notes in brackets and digits are passed over."""
    text = _DEGREE.sub(" ", _NOTE.sub(" ", composed(latin(text))))
    found = [piece for word in _WORD.findall(text) for piece in _pieces(word)]
    return PersonName(tuple(name_word(word) for word in without_titles(found)[:_MOST_WORDS]))


def _pieces(word: str) -> list[str]:
    """Return the words that were written without spaces: "NguyenVanAn" is three, "PhD" and "McD" are one."""
    starts = [
        place for place in range(2, len(word) - 1) if word[place].isupper() and word[place - 1].islower() and word[place + 1].islower()
    ]
    return [word[start:end] for start, end in zip([0, *starts], [*starts, len(word)], strict=True)]


def without_titles(words: list[str]) -> list[str]:
    """Return ``words`` without those in front that are titles or forms of address, and those at the end that are degrees.

    The last two are never taken for titles in front: they are a name.
    """
    start, end = 0, len(words)
    while end - start > 1 and _is_title(words[start:end]):
        start += 1
    while end - start > 2 and words[end - 1].lower() in _AFTER:
        end -= 1
    return words[start:end]


def _is_title(words: list[str]) -> bool:
    first = words[0].lower()
    if first in _ADDRESS:
        return len(words) > 2
    return first in _BEFORE and len(words) > 1 and (len(words) > 2 or first not in _ALSO_NAMES)


_ALSO_NAMES = frozenset({"cn", "nhân", "sư", "ms", "ing", "luật", "kỹ", "sĩ", "sỹ"})


@lru_cache(maxsize=100_000)
def name_word(written: str) -> NameWord:
    """Return the word in both spellings: "Thuý" is thui / 4thui, "Lý" is li / 4li, "Đặng" is dang / 5đăng."""
    lower = unicodedata.normalize("NFC", written).lower().replace("ð", "đ")
    lower = re.sub("[’'ʼ`]", "", lower)
    tone, letters = "0", list[str]()
    for character in unicodedata.normalize("NFD", lower):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    toneless = _OPEN_Y.sub("i", unicodedata.normalize("NFC", "".join(letters)))
    return NameWord(_plain(toneless), f"{tone}{toneless}")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_OTHER_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def all_names(name: str, aliases: Iterable[str]) -> tuple[PersonName, ...]:
    """Return every name of a person that has a word, the own one first, without repetitions; a whole name in brackets is one too."""
    written = [name, *(inner for inner in _in_brackets(name)), *aliases]
    return tuple(dict.fromkeys(found for found in map(person_name, written) if found.words))


def _in_brackets(name: str) -> list[str]:
    """Return the names of two words and more in brackets, such as the one before a marriage; one word is a nickname."""
    inner = [_BORN.sub("", found.strip("([)] ")) for found in _NOTE.findall(name)]
    return [one for one in inner if len(person_name(one).words) > 1]
