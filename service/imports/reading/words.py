"""What words in cells mean: kinds of evidence, parts, outcomes, yes and no, however an office writes them.

``words.csv`` lists cells as a whole. ``phrases.csv`` lists what a longer cell contains; the first phrase of the list that it has decides,
so that "Phó chủ nhiệm đề tài" is no "chủ nhiệm".
"""

import csv
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from models.search_key import folded, search_words
from models.vocabulary import ConsentPurpose, EvidenceKind, Language, NameOrder, Outcome, Part, Scale, Verification
from models.vocabulary.documents import ConsentMeans
from service.imports.reading.headings import essential
from service.imports.reading.questions import asks_how_much_or_whether
from service.kit.languages import Bilingual
from service.people.documents.words import MEANS
from service.people.profiles import words as named

Code = TypeVar("Code", bound=StrEnum)

_FOLDER = Path(__file__).parent
_NAMES: Mapping[type[StrEnum], Mapping[Any, Bilingual]] = {
    EvidenceKind: named.KINDS,
    Part: named.PARTS,
    Outcome: named.OUTCOMES,
    Scale: named.SCALES,
    Verification: named.VERIFICATIONS,
    Language: {},
    NameOrder: {},
    ConsentMeans: MEANS,
    ConsentPurpose: named.PURPOSES,
}
_MOST_WORDS = 8
_SHORTEST_HEADING, _LONGEST_HEADING = 3, 100  # "ĐT" heads telephone numbers, and stands for "đề tài" in cells
_MOST_LETTERS = 200
_NAME_OF = frozenset({"tên", "title", "name", "of"})
_NOT_YET = re.compile(r"\b(?:chưa|đang|sẽ|dự kiến|không|not|no|ongoing|planned|pending|will)\b")
_NOT_YET_BARE = re.compile(folded(_NOT_YET.pattern))
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SEVERAL = re.compile(r"[,;/&|]|\band\b|\bvà\b")
_CLAUSE = re.compile(r"[;,\n]|\s[-–]\s")


def code_named(kind: type[Code], words: str) -> Code | None:
    """Return the code of ``kind`` that ``words`` mean in either language, with or without accents, or None."""
    found = _codes(kind).get(_plain(words))
    return kind(found) if found is not None else None


def code_said(kind: type[Code], words: str, *, heading: bool = False) -> Code | None:
    """Return the code that ``words`` mean as a whole, or by a phrase in them, or None.

    What is not so yet is not said, but in a ``heading``, such as "Đã/đang chủ nhiệm".
    """
    whole = code_named(kind, words)
    if whole is not None or len(words) > _MOST_LETTERS:
        return whole
    clauses = [_accented(clause) for clause in _CLAUSE.split(words)]
    # "Thành phố" is no "phó", and "bài đăng" nothing that is "đang" done: words with accents are compared with theirs.
    bare = all(clause == folded(clause) for clause in clauses)
    said = [f" {clause} " for clause in clauses if heading or not (_NOT_YET_BARE if bare else _NOT_YET).search(clause)]
    return next((code for phrase, code in _phrases(kind) if any((folded(phrase) if bare else phrase) in clause for clause in said)), None)


def kind_named(words: str) -> EvidenceKind | None:
    """Return the kind of evidence that a heading or the name of a sheet says, or None; a number in front or behind is passed over."""
    if not words or not _SHORTEST_HEADING <= len(words) <= _LONGEST_HEADING:
        return None
    bare = " ".join(word for word in search_words(_IN_BRACKETS.sub(" ", words)) if not word.isdigit())
    return code_named(EvidenceKind, bare) or code_named(EvidenceKind, essential(bare))


def kind_said(words: str) -> EvidenceKind | None:
    """Return the kind of evidence that the words of a cell say, or begin with, the longest first: "Đề tài cấp Bộ" is a programme."""
    parts = search_words(words)[:_MOST_WORDS]
    starts = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
    begun = code_named(EvidenceKind, words) or next((found for start in starts if (found := code_named(EvidenceKind, start))), None)
    return begun or code_said(EvidenceKind, words)


def kind_of_title(heading: str) -> EvidenceKind | None:
    """Return the kind of evidence that the heading of a title names, such as "Tên sáng chế" or "Position", or None.

    Of several the first counts, as in "Đề tài, đề án", and in a question the kind that it asks for.
    """
    bare = _IN_BRACKETS.sub(" ", heading)
    if "?" in heading:
        return None if asks_how_much_or_whether(heading) else code_said(EvidenceKind, bare, heading=True)
    parts = [part for part in _SEVERAL.split(bare) if part.strip()]
    ways = [bare, _named_by(bare), *(way for part in parts if len(parts) > 1 for way in (part, _named_by(part)))]
    return next((found for way in ways if (found := kind_named(way.strip()))), None)


def _named_by(heading: str) -> str:
    """Return what a heading asks the name of: "sáng chế" of "Tên sáng chế"."""
    return " ".join(word for word in search_words(heading) if word not in _NAME_OF)


def yes_or_no(words: str) -> bool | None:
    """Return whether ``words`` say yes or no, or None."""
    plain = words.strip().casefold()
    for ways in (plain, folded(plain), _plain(words)):
        if (answer := _answers().get(ways)) is not None:
            return answer
    return None


def choices(kind: type[Code]) -> Bilingual:
    """Return the names of the codes of ``kind``, to say what could be written."""
    said = [_NAMES[kind].get(code, Bilingual(code.value, code.value)) for code in kind]
    return Bilingual(", ".join(dict.fromkeys(name.en for name in said)), ", ".join(dict.fromkeys(name.vi for name in said)))


@cache
def _codes(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    found: dict[str, StrEnum] = {}
    listed = {code: words.split(" | ") for code, words in _rows("words.csv", kind.__name__)}
    for code in kind:
        for words in (code.value, *(_NAMES[kind].get(code) or ()), *listed.get(code.value, ())):
            found.setdefault(_plain(words), code)
    return found


@cache
def _phrases(kind: type[Code]) -> tuple[tuple[str, Code], ...]:
    return tuple(
        (f" {_accented(phrase)} ", kind(code)) for code, phrases in _rows("phrases.csv", kind.__name__) for phrase in phrases.split(" | ")
    )


@cache
def _answers() -> Mapping[str, bool]:
    said = [(way, code == "yes") for code, words in _rows("words.csv", "answer") for way in words.split(" | ")]
    return {way: answer for meant, answer in reversed(said) for way in (_plain(meant), folded(meant), meant) if way}


def _rows(file: str, of: str) -> Iterator[tuple[str, str]]:
    with (_FOLDER / file).open(encoding="utf-8", newline="") as lines:
        yield from ((row["code"], row["words"]) for row in csv.DictReader(lines) if row["of"] == of)


def _plain(words: str) -> str:
    return folded(_accented(words))


def _accented(words: str) -> str:
    return " ".join(search_words(words.replace("_", " ")))
