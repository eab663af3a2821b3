"""Reads files of OpenAlex: authors, pages of works, or both, each a JSON as its interface answers."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from service.imports.faults import Unreadable
from service.imports.formats.identifiers import own_id
from service.imports.formats.json_values import at, each, parsed, words
from service.imports.formats.openalex.authors import affiliations, person_of
from service.imports.formats.openalex.works import author_ids, item_of
from service.imports.records import ImportedRecord

_HOLDERS = ("results", "author", "authors", "work", "works")
_OF_WORKS = {"title": "title", "text": "abstract_inverted_index", "starts": "publication_date", "ends": "publication_date"}
_OF_AFFILIATIONS = {"title": "institution", "organisation": "institution", "starts": "years", "ends": "years"}


def read(*contents: bytes) -> tuple[ImportedRecord, ...]:
    """Return a person for every author in the files, each with the works among them that name the author; raises ``Unreadable``.

    Works without a file of their author belong to the one person who stands on all of them.
    """
    return read_objects([parsed(content) for content in contents])


def read_objects(values: Sequence[Any]) -> tuple[ImportedRecord, ...]:
    """Return what ``read`` returns, of files that are parsed already."""
    objects = [one for value in values for one in _objects(value)]
    works = list({own_id(one, "id"): one for one in objects if own_id(one, "id").startswith("W")}.values())
    authors = list({own_id(one, "id"): one for one in objects if own_id(one, "id").startswith("A")}.values())
    if not authors and works:
        authors = [_author_of_all(works)]
    if not authors:
        raise Unreadable(
            "It holds no author and no work of OpenAlex: send what api.openalex.org answers for an author or for works.",
            "Tệp không có tác giả hay công trình của OpenAlex: hãy gửi tệp trả về từ api.openalex.org.",
        )
    return tuple(_record(row, author, works, alone=len(authors) == 1) for row, author in enumerate(authors, 1))


def _record(row: int, author: dict[str, Any], works: list[dict[str, Any]], *, alone: bool) -> ImportedRecord:
    own = own_id(author, "id")
    written = [work for work in works if own in author_ids(work) or (alone and _is_cut(work))]
    items = [item_of(place, work, own).placed("works", _OF_WORKS) for place, work in enumerate(written, 1)]
    items += [item.placed("affiliations", _OF_AFFILIATIONS) for item in affiliations(author, 1)]
    return ImportedRecord(row, own, person_of(author), tuple(items))


def _is_cut(work: dict[str, Any]) -> bool:
    """Return whether the list of authors is missing or cut off: the only author that was asked for may stand behind the cut."""
    return at(work, "is_authors_truncated") is True or not author_ids(work)


def _author_of_all(works: list[dict[str, Any]]) -> dict[str, Any]:
    shared = reduce(frozenset.intersection, (author_ids(work) for work in works))
    if len(shared) != 1:
        raise Unreadable(
            "The works do not say whose they are: send the file of the author with them.",
            "Không rõ các công trình này của ai: hãy gửi kèm tệp tác giả.",
        )
    own = next(iter(shared))
    named = next(one for one in each(works[0], "authorships") if own_id(one, "author", "id") == own)
    author = at(named, "author")
    institutions = [at(one, "institutions") for work in works for one in each(work, "authorships") if own_id(one, "author", "id") == own]
    return {**author, "last_known_institutions": next((found for found in institutions if found), None)}


def _objects(value: Any, depth: int = 3) -> Iterator[dict[str, Any]]:
    """Give the objects with an id, also from pages and lists."""
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth - 1) if depth else ()
    elif isinstance(value, dict) and words(value, "id"):
        yield value
    elif isinstance(value, dict) and depth:
        for name in _HOLDERS:
            yield from _objects(value.get(name), depth - 1)
