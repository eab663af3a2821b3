"""Answers about one ranking: a page of the list, all of it, or the explanation of one person."""

from matching.explanation.explanation import explain
from matching.ranking.ranking import Entry
from service.kit.pagination import Paging, slice_page
from service.kit.problems import NotFound
from service.kit.stages import stage
from service.matches.recommendations.explanation_views import explanation_view
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.schemas import ExplanationView, RecommendationList
from service.matches.recommendations.views import entry_views, head


def list_page(found: Recommendation, paging: Paging, *, everybody: bool) -> RecommendationList:
    """Return one page of the fitting people, or of everybody who may be proposed; only this page's entries are made."""
    ranking = found.ranking
    with stage("matching"):
        places = slice_page(range(len(ranking.order if everybody else ranking.fitting)), paging)
        first = places.rows[0] if places.rows else 0
        entries = ranking.entries(first, first + len(places.rows), everybody=everybody)
    paging.link(places.next)
    return _list(found, entries, places.total, places.next)


def whole_list(found: Recommendation, *, everybody: bool = False, limit: int | None = None) -> RecommendationList:
    """Return the list as one page of at most ``limit`` entries, by default all."""
    ranking = found.ranking
    with stage("matching"):
        entries = ranking.entries(0, limit, everybody=everybody)
    return _list(found, entries, len(ranking.order if everybody else ranking.fitting))


def _list(found: Recommendation, entries: list[Entry], total: int, following: str | None = None) -> RecommendationList:
    with stage("answer"):
        return RecommendationList(**dict(head(found)), items=entry_views(found.ranking, entries), total=total, next=following)


def explanation_of(found: Recommendation, expert_id: str) -> ExplanationView:
    """Explain one person's place or absence; raises ``NotFound`` for somebody who is not in the network."""
    if expert_id not in found.ranking.network.position:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    with stage("matching"):
        explained = explain(found.ranking, expert_id)
    with stage("answer"):
        return explanation_view(found, explained)
