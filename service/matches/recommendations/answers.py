"""Answers about one ranking: a page of the list, all of it, or the explanation of one person."""

from collections.abc import Sequence

from matching.explanation.explanation import explain
from service.kit.pagination import PageOfRows, Paging, slice_page
from service.kit.problems import NotFound
from service.kit.stages import stage
from service.matches.recommendations.explanation_views import explanation_view
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.schemas import EntryView, ExplanationView, RecommendationList
from service.matches.recommendations.views import entry_views, head


def list_page(found: Recommendation, paging: Paging, *, everybody: bool) -> RecommendationList:
    """Return one page of the fitting people, or of everybody who may be proposed; only this page's entries are made."""
    places = page_places(found, paging, everybody=everybody)
    return _list(found, made(found, places.rows, everybody=everybody), places.total, places.next)


def page_places(found: Recommendation, paging: Paging, *, everybody: bool) -> PageOfRows[int]:
    """Return the places of one page of the list, whose neighbours are linked."""
    places = slice_page(range(_length(found, everybody=everybody)), paging)
    paging.link(places.next)
    return places


def whole_list(found: Recommendation, *, everybody: bool = False, limit: int | None = None) -> RecommendationList:
    """Return the list as one page of at most ``limit`` entries, by default all."""
    length = _length(found, everybody=everybody)
    return _list(found, made(found, range(length)[:limit], everybody=everybody), length)


def _length(found: Recommendation, *, everybody: bool) -> int:
    with stage("matching"):
        return len(found.ranking.order if everybody else found.ranking.fitting)


def made(found: Recommendation, places: Sequence[int], *, everybody: bool) -> list[EntryView]:
    """Return the entries at ``places``, which follow one another."""
    if not places:
        return []
    with stage("matching"):
        entries = found.ranking.entries(places[0], places[-1] + 1, everybody=everybody)
    with stage("answer"):
        return entry_views(found.ranking, entries)


def _list(found: Recommendation, items: list[EntryView], total: int, following: str | None = None) -> RecommendationList:
    with stage("answer"):
        return RecommendationList(**dict(head(found)), items=items, total=total, next=following)


def explanation_of(found: Recommendation, expert_id: str) -> ExplanationView:
    """Explain one person's place or absence; raises ``NotFound`` for somebody who is not in the network."""
    if expert_id not in found.ranking.network.position:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    with stage("matching"):
        explained = explain(found.ranking, expert_id)
    with stage("answer"):
        return explanation_view(found, explained)
