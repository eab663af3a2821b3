"""How a written record is entered: dates, languages, names and texts in the forms that the service holds."""

import re
from collections.abc import Mapping
from typing import Any

from models.vocabulary import EvidenceKind, Language, NameOrder, Outcome, Part, Scale

LONGEST_TITLE, LONGEST_HEADLINE = 500, 300
SECTORS_ACROSS = ("energy", "transport")
"""Two sectors stand for work that a record calls interdisciplinary."""
COUNTED = frozenset({EvidenceKind.POSITION, EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT})
_VIETNAMESE = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE)
_YEAR, _MONTH = 4, 7

Record = Mapping[str, Any]


def day(written: object, *, end: bool = False) -> str | None:
    """Return the ISO day of a year, a month or a day; a year ends on 31 December and a month on its 28th. None where nothing stands."""
    if not written:
        return None
    text = str(written)
    if len(text) == _YEAR:
        return f"{text}-12-31" if end else f"{text}-01-01"
    return f"{text}-28" if end and len(text) == _MONTH else f"{text}-01" if len(text) == _MONTH else text


def language_of(text: str) -> Language:
    """Return Vietnamese where a letter of Vietnamese stands in ``text``."""
    return Language.VI if _VIETNAMESE.search(text) else Language.EN


def language_of_person(person: Record) -> Language:
    """Return the language of the person's headline and biography."""
    written = person["lang"]
    return Language(written) if written in set(Language) else language_of(person["headline"])


def language_of_item(item: Record) -> Language:
    """Return the language of an item of evidence."""
    return language_of(item["title"] + (item.get("text") or ""))


def name_parts(person: Record) -> tuple[str, str, NameOrder]:
    """Return family name, given name and their order."""
    return split_name(person["name"], vietnamese=person["lang"] == Language.VI or person["country"] == "VN")


def split_name(name: str, *, vietnamese: bool) -> tuple[str, str, NameOrder]:
    """Return family name, given name and their order of a full name as it is written: the family first in Vietnamese."""
    words = name.split()
    if vietnamese:
        return words[0], " ".join(words[1:]) or words[0], NameOrder.FAMILY_FIRST
    return words[-1], " ".join(words[:-1]) or words[0], NameOrder.GIVEN_FIRST


def text_of(item: Record) -> str:
    """Return text, organisation and scale of an item as one text."""
    return ". ".join(part for part in (item.get("text"), item.get("organisation"), item.get("scale")) if part)


def part_of(item: Record) -> Part | None:
    """Return the part that was ticked, which the text may contradict."""
    return Part(item["role"]) if item.get("role") in set(Part) else None


def outcome_of(item: Record) -> Outcome | None:
    """Return the outcome that was ticked."""
    return Outcome(item["outcome"]) if item.get("outcome") in set(Outcome) else None


def scale_of(item: Record) -> Scale | None:
    """Return the scale of the nation where any scale is told."""
    return Scale.NATIONAL if item.get("scale") else None


def sectors_of(item: Record) -> tuple[str, ...]:
    """Return two sectors for an interdisciplinary item."""
    return SECTORS_ACROSS if item.get("interdisciplinary") else ()
