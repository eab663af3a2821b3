"""The pages of pairs: who is proposed together for a product or project, and why two people are a pair or not."""

from typing import Annotated, Any

from fastapi import Depends, Request, Response

from service.catalogue.rules.queries import rule_sets
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paging, paged
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.matches.pairs.answers import explanation_of, list_page, matrix
from service.matches.pairs.dependencies import PairQuery, PairQuestion
from service.matches.pairs.pairing import PairRecommendation
from service.matches.recommendations.services import matching_of

ROWS = 10
FewPaged = Annotated[Paging, Depends(paged(ROWS))]
PAIRED = (SubjectKind.PRODUCT, SubjectKind.PROJECT)
router = APIRouter(include_in_schema=False, dependencies=[permit(Operation.READ_MATCHES)])


def _pair_pages(kind: SubjectKind) -> APIRouter:
    pages = APIRouter(prefix=f"/{kind}s/{{identifier}}/pairs")

    def paired(identifier: str, question: PairQuestion, request: Request, viewer: CurrentViewer, session: Reading) -> PairRecommendation:
        return PairQuery(matching_of(request).recommender, session, viewer, kind, identifier, question).recommend()

    found_for_page = Annotated[PairRecommendation, Depends(paired)]

    @pages.get("")
    def pairs_page(found: found_for_page, session: Reading, reader: ReaderOfPage, paging: FewPaged) -> Response:
        answer, question, sets = list_page(found, paging), found.pairing.question, rule_sets(session)
        shown: dict[str, Any] = {"answer": answer, "kind": kind, "question": question, "matrix": matrix(found), "rule_sets": sets}
        return reader.render("matches/pairs/list.html", **shown)

    @pages.get("/{engineer_id}/{architect_id}")
    def pair_page(engineer_id: str, architect_id: str, found: found_for_page, session: Reading, reader: ReaderOfPage) -> Response:
        answer = explanation_of(found, engineer_id, architect_id, session)
        shown: dict[str, Any] = {"answer": answer, "kind": kind, "question": found.pairing.question, "rule_sets": rule_sets(session)}
        return reader.render("matches/pairs/explanation.html", **shown)

    return pages


for kind in PAIRED:
    router.include_router(_pair_pages(kind))
