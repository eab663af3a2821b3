import pytest
from fastapi import Request, Response

from models.database import ReadSession
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.pagination import Paging
from service.matches.recommendations.answers import list_page
from service.matches.recommendations.recommending import Recommendation, Recommender
from service.matches.recommendations.written import MOST_KEPT, written_page

PAGES = [(1, 0), (3, 0), (20, 0), (2, 1), (20, MOST_KEPT - 1), (5, 10_000)]


def page_of(limit: int, start: int) -> Paging:
    request = Request({"type": "http", "path": "/list", "query_string": b"", "headers": []})
    return Paging(limit, (start,) if start else None, request, Response())


@pytest.mark.parametrize("everybody", [False, True])
@pytest.mark.parametrize(("limit", "start"), PAGES)
def test_a_page_is_written_as_it_stands_also_when_it_is_asked_for_again(
    recommender: Recommender, session: ReadSession, found: Recommendation, limit: int, start: int, *, everybody: bool
) -> None:
    kept = recommender.list_fitting(session, SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT)
    asked = found if everybody else kept
    meant = list_page(found, page_of(limit, start), everybody=everybody).model_dump_json()
    assert [written_page(asked, page_of(limit, start), everybody=everybody) for _ in range(2)] == [meant, meant]


def test_what_is_kept_is_bounded(recommender: Recommender, session: ReadSession) -> None:
    kept = recommender.list_fitting(session, SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT)
    for limit, start in PAGES:
        written_page(kept, page_of(limit, start), everybody=False)
    assert kept.written
    assert 0 < len(kept.written.entries) <= MOST_KEPT
