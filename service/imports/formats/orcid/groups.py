"""Groups of an ORCID record: one activity as several sources tell it."""

from collections.abc import Iterable
from typing import Any

from service.imports.formats.days import Parts
from service.imports.formats.json_values import at, each, number, words

_ITSELF, _VERSIONS = ("", "self"), ("version-of",)


def preferred(summaries: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the summary with the highest display index, the one that its owner chose to show; the first of several."""
    return max(summaries, key=lambda summary: number(summary, "display-index") or 0, default=None)


def external_ids(*holders: Any) -> list[tuple[str, str]]:
    """Return type and value of the identifiers of every holder, each once, those of other versions last.

    What only contains the thing or paid for it is left out: a book is not its chapter.
    """
    given = [one for holder in holders for one in each(holder, "external-ids", "external-id")]
    related = {relation: [one for one in given if _relation(one) in relation] for relation in (_ITSELF, _VERSIONS)}
    found = dict.fromkeys(
        (words(one, "external-id-type").lower(), words(one, "external-id-normalized") or words(one, "external-id-value"))
        for one in (*related[_ITSELF], *related[_VERSIONS])
    )
    return [(kind, value) for kind, value in found if kind and value]


def _relation(one: dict[str, Any]) -> str:
    return words(one, "external-id-relationship").lower().replace("_", "-")


def day_parts(value: Any, name: str) -> Parts | None:
    """Return year, month and day of the date ``name``; None where there is no year."""
    year, month, day = (number(value, name, part) for part in ("year", "month", "day"))
    return (year, month or None, day or None) if year else None


def title_of(summary: Any) -> str:
    """Return the title of a work, funding or resource with its subtitle, or its translation where the title is empty."""
    title, more = words(summary, "title", "title"), words(summary, "title", "subtitle")
    whole = f"{title}: {more}" if title and more else title
    return whole or words(summary, "title", "translated-title")


def organisation(summary: Any) -> str:
    """Return the name of the organisation of an affiliation or funding."""
    return words(at(summary, "organization"), "name")
