"""What a row says of a person, as the API takes it."""

import re
from datetime import date
from typing import Any

from models.vocabulary import NameOrder
from service.imports.faults import Unreadable
from service.imports.reading.headings import PEOPLE, field_of
from service.imports.reading.tables import MOST_LETTERS, Row

COUNTRIES = {
    "việt nam": "VN",
    "vietnam": "VN",
    "viet nam": "VN",
    "đức": "DE",
    "germany": "DE",
    "pháp": "FR",
    "france": "FR",
    "mỹ": "US",
    "usa": "US",
}
_DAY = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_LISTS, _DATES = {"aliases", "languages"}, {"available_from", "available_until"}


def fields_of(row: Row) -> dict[str, str]:
    """Return the words of ``row`` by field, empty ones left out; raises ``Unreadable`` for a cell that is too long."""
    found = {field: words for heading, words in row.cells.items() if words and (field := field_of(heading)) in PEOPLE and field}
    for field, words in found.items():
        if len(words) > MOST_LETTERS:
            raise Unreadable(
                f"{field} is longer than {MOST_LETTERS} letters: shorten it.", f"{field} dài quá {MOST_LETTERS} ký tự: hãy rút gọn."
            )
    return found


def person_of(said: dict[str, str]) -> dict[str, Any]:
    """Return the fields of a person; raises ``Unreadable`` for a date or number that is none."""
    fields: dict[str, Any] = {
        name: words for name, words in said.items() if name != "key" and not name.startswith(("headline", "biography"))
    }
    for name in ("headline", "biography"):
        texts = {language: said[f"{name}_{language}"] for language in ("vi", "en") if f"{name}_{language}" in said}
        fields |= {name: texts} if texts else {}
    fields |= {name: [part.strip() for part in re.split(r"[;,|]", said[name]) if part.strip()] for name in _LISTS & said.keys()}
    fields |= {name: day_of(said[name], last=name.endswith("until")) for name in _DATES & said.keys()}
    country = said.get("country", "VN")
    fields["country"] = COUNTRIES.get(country.lower(), country.upper())
    return fields | _names(said, fields["country"])


def day_of(words: str, *, last: bool = False) -> date:
    """Return the day of 2021, 03/2021, 15/03/2021 or 2021-03-15; of a year or month the first day, or the last one."""
    iso, written = _ISO.fullmatch(words), _DAY.fullmatch(words)
    if iso or written:
        year, month, day = iso.groups() if iso else reversed(written.groups())  # type: ignore[union-attr]
        try:
            found = date(int(year), int(month or (12 if last else 1)), int(day or 1))
            return found if day or not last else date(found.year + found.month // 12, found.month % 12 + 1, 1) - date.resolution
        except (ValueError, OverflowError):
            pass
    raise Unreadable(
        f"“{words[:40]}” is no day: write 15/03/2021, 03/2021 or 2021.",
        f"“{words[:40]}” không phải ngày: hãy viết 15/03/2021, 03/2021 hoặc 2021.",
    )


def _names(said: dict[str, str], country: str) -> dict[str, Any]:
    """Return the parts of the name: as they are given, else the first word is the family name in Viet Nam and the last one elsewhere."""
    whole = said.get("display_name") or " ".join(filter(None, (said.get("family_name"), said.get("given_name"))))
    family, given, words = said.get("family_name", ""), said.get("given_name", ""), whole.split()
    first = country == "VN"
    if not (family or given) and len(words) > 1:
        family, given = (words[0], " ".join(words[1:])) if first else (words[-1], " ".join(words[:-1]))
    order = NameOrder.FAMILY_FIRST if first or (family and whole.startswith(family)) else NameOrder.GIVEN_FIRST
    return {"display_name": whole, "family_name": family, "given_name": given or whole, "name_order": order}
