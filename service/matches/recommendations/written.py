"""Lists as JSON: what is the same on pages of every length is written once for a list that is kept."""

import json
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter

from service.kit.pagination import Paging
from service.kit.stages import stage
from service.matches.recommendations.answers import made, page_places
from service.matches.recommendations.recommending import Recommendation, Written
from service.matches.recommendations.schemas import EntryView
from service.matches.recommendations.views import head

MOST_KEPT = 50
"""Places of a list whose entries are kept."""
_ENTRY = TypeAdapter(EntryView)


def written_page(found: Recommendation, paging: Paging, *, everybody: bool) -> str:
    """Return one page of the fitting people, or of everybody who may be proposed, as the JSON of a ``RecommendationList``."""
    places = page_places(found, paging, everybody=everybody)
    kept = None if everybody else found.written
    entries = ",".join(_entries(found, places.rows, kept, everybody=everybody))
    return f'{_head(found, kept)[:-1]},"items":[{entries}],"total":{places.total},"next":{json.dumps(places.next)}}}'


def _head(found: Recommendation, kept: Written | None) -> str:
    if kept is None:
        return _as_json(found)
    kept.head = kept.head or _as_json(found)
    return kept.head


def _as_json(found: Recommendation) -> str:
    with stage("answer"):
        return head(found).model_dump_json()


def _entries(found: Recommendation, places: Sequence[int], kept: Written | None, *, everybody: bool) -> Iterable[str]:
    if kept is None or (places and places[-1] >= MOST_KEPT):
        return _each_as_json(made(found, places, everybody=everybody))
    if not all(place in kept.entries for place in places):
        kept.entries.update(zip(places, _each_as_json(made(found, places, everybody=everybody)), strict=True))
    return [kept.entries[place] for place in places]


def _each_as_json(entries: Sequence[EntryView]) -> list[str]:
    with stage("answer"):
        return [_ENTRY.dump_json(entry).decode() for entry in entries]
