"""The parts of a name, where the file gives it whole; titles in front are no part of it."""

import re
from typing import Any

from models.search_key import folded, search_words
from models.vocabulary import NameOrder
from service.people.organisations.queries import same_letters

_TITLES = re.compile(
    r"^(?:(?:gs|pgs|ts|ths|ks|cn|bs|kts|tskh|nsnd|nsut|prof|assoc|dr|mr|mrs|ms|eng|ông|bà|anh|chị|gs\.ts|pgs\.ts|phd|ts\.kh|ths\.ks|msc)"
    r"(?:\.\s*|\s+))+",
    re.IGNORECASE,
)


def without_titles(name: str) -> str:
    """Return ``name`` without titles in front, such as GS.TS. or Dr; a name that is nothing else stays."""
    return _TITLES.sub("", name).strip() or name


def names_of(said: dict[str, Any]) -> dict[str, Any]:
    """Return the four fields of a name, empty ones for who has none.

    Parts as they are given; else the first word is the family name in Viet Nam, the last one elsewhere.
    """
    family, given = said.get("family_name", ""), said.get("given_name", "")
    whole = said.get("display_name", "")
    family_first = _family_first(said, whole, family)
    whole = whole or " ".join(filter(None, (family, given) if family_first else (given, family)))
    if not whole:
        return {}
    words = without_titles(whole).split()
    if not (family or given) and len(words) > 1:
        family, given = (words[0], " ".join(words[1:])) if family_first else (words[-1], " ".join(words[:-1]))
    order = said.get("name_order") or (NameOrder.FAMILY_FIRST if family_first else NameOrder.GIVEN_FIRST)
    return {"display_name": whole, "family_name": family, "given_name": given or " ".join(words), "name_order": order}


def agree(one: str, other: str) -> bool:
    """Return whether two names can be one person's: at least half of the words of the shorter one are in the other, accents aside."""
    first, second = (set(same_letters(without_titles(name)).split()) for name in (one, other))
    fewer = min(len(first), len(second))
    return len(first & second) * 2 >= fewer > 0 if fewer > 1 else bool(first & second)


def _family_first(said: dict[str, Any], whole: str, family: str) -> bool:
    if said.get("name_order"):
        return bool(said["name_order"] is NameOrder.FAMILY_FIRST)
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
