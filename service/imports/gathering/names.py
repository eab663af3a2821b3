"""The parts of a name, where the file gives it whole; titles in front are no part of it."""

import re
from functools import lru_cache
from typing import Any

from models.search_key import folded, search_words
from models.vocabulary import NameOrder
from service.imports.reading.person_names import TITLE
from service.people.organisations.queries import same_letters

_TITLES = re.compile(rf"^(?:(?:{TITLE})(?:[.,]\s*|\s+))+", re.IGNORECASE)
_TITLES_BEHIND = re.compile(rf"(?:\s*,\s*(?:(?:{TITLE})\.?\s*)+)+$", re.IGNORECASE)
_LONGEST = 300
_BORN = re.compile(
    rf"\s*(?:,|;|[-–—]|(?=\())\s*\(?\s*(?:(?:{TITLE})[.,\s]+)*(?:(?:sinh(?: ngày| năm)?|năm sinh|sn|born|b\.)[\s:]*)?"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d\s*\)?\s*$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^)]*\)\s*$")


@lru_cache(maxsize=4096)
def without_titles(name: str) -> str:
    """Return ``name`` without titles, such as GS.TS. or Dr in front or behind, and without a remark in brackets.

    A name that is nothing else stays, and so do words that are too long for one.
    """
    if len(name) > _LONGEST:
        return name
    bare = _TITLES_BEHIND.sub("", _REMARK.sub("", without_birth(name)))
    return _TITLES.sub("", bare).strip() or name


@lru_cache(maxsize=4096)
def without_birth(name: str) -> str:
    """Return ``name`` without the year of birth behind it, as in "Mai An, sinh năm 1982" or, with titles, in "Mai An (TS, 1982)"."""
    return _BORN.sub("", name).strip() or name if len(name) <= _LONGEST else name


def names_of(said: dict[str, Any]) -> dict[str, Any]:
    """Return the four fields of a name, empty ones for who has none.

    Parts as they are given; else the first word is the family name in Viet Nam, the last one elsewhere. A name that is also given as it is
    spelled in Viet Nam is that, with the other one beside it.
    """
    spelled, other = said.get("vietnamese_name", ""), said.get("display_name", "")
    if spelled:
        aliases = [other] if other and other != spelled and other not in said.get("aliases", []) else []
        found = names_of({"display_name": spelled, "name_order": NameOrder.FAMILY_FIRST})
        return {**found, "aliases": [*said.get("aliases", []), *aliases]}
    family, middle = _family_and_middle(said)
    whole = without_birth(said.get("display_name", ""))
    family_first = _family_first(said, whole, family)
    first, last = said.get("given_name", ""), middle
    given = " ".join(filter(None, (last, first) if family_first else (first, last)))
    whole = whole or " ".join(filter(None, (family, given) if family_first else (given, family)))
    if not whole:
        return {}
    bare = without_titles(whole)
    before, comma, behind = bare.partition(",")
    if comma and behind.strip() and not (family or given):
        family, given = before.strip(), " ".join(behind.replace(",", " ").split())
        family_first = True
    words = bare.split()
    if not (family or given) and len(words) > 1:
        family, given = (words[0], " ".join(words[1:])) if family_first else (words[-1], " ".join(words[:-1]))
    order = said.get("name_order") or (NameOrder.FAMILY_FIRST if family_first else NameOrder.GIVEN_FIRST)
    return {"display_name": whole, "family_name": family, "given_name": given or " ".join(words), "name_order": order}


def _family_and_middle(said: dict[str, Any]) -> tuple[str, str]:
    """Return the family name and what stands between it and the given name; where one column says both, the first word is the family's."""
    both, middle = said.get("family_and_middle_name", "").split(), said.get("middle_name", "")
    return said.get("family_name") or " ".join(both[:1]), " ".join(filter(None, (*both[1:], middle)))


@lru_cache(maxsize=4096)
def agree(one: str, other: str) -> bool:
    """Return whether two names can be one person's: at least half of the words of the shorter one are in the other, accents aside."""
    first, second = (set(same_letters(without_titles(name)).split()) for name in (one, other))
    fewer = min(len(first), len(second))
    return len(first & second) * 2 >= fewer > 0 if fewer > 1 else bool(first & second)


def _family_first(said: dict[str, Any], whole: str, family: str) -> bool:
    if said.get("name_order"):
        return bool(said["name_order"] is NameOrder.FAMILY_FIRST)
    if said.get("family_and_middle_name"):
        return True  # so a name is divided in Viet Nam, wherever the person lives
    if whole and family:
        return folded(without_titles(whole)).startswith(folded(family))
    return said.get("country", "VN") == "VN" or _is_vietnamese(whole)


_FAMILY_NAMES = frozenset(
    search_words(
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong mai dao luong ha lam cao chau phung "
        "to ta thai quach la luu vuong kieu dam trieu ton"
    )
)


def _is_vietnamese(name: str) -> bool:
    """Return whether a name is written as in Viet Nam by somebody elsewhere: it begins with a common family name and has accents."""
    words = search_words(without_titles(name))
    return len(words) > 2 and folded(words[0]) in _FAMILY_NAMES and any(folded(word) != word for word in words)
