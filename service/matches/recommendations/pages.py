"""The pages of one kind of subject: what it is, who is proposed for a role, and why somebody is or is not."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from models.database import ReadSession
from models.vocabulary import RoleCode
from service.catalogue.products.queries import find_group, find_product, list_names
from service.catalogue.products.views import group_with_products, whole
from service.catalogue.projects import queries as projects
from service.catalogue.rules.queries import roles, rule_sets
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import ROLES
from service.identity.access.guards import permit
from service.identity.access.own_case import about_viewer
from service.identity.access.policies import Operation, may, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paging, paged
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.texts import Text
from service.matches.recommendations.answers import explanation_of, list_page
from service.matches.recommendations.dependencies import RecommendationQuery
from service.matches.recommendations.gated import gated_by_reason
from service.matches.recommendations.marking import pieces
from service.matches.recommendations.services import matching_of

ROWS = 12
READ: dict[SubjectKind, Callable[[ReadSession, Viewer, str], Any]] = {
    SubjectKind.PRODUCT: lambda session, viewer, identifier: whole(session, viewer, find_product(session, identifier)),
    SubjectKind.PROJECT: lambda session, viewer, identifier: projects.show(session, viewer, projects.find_project(session, identifier)),
    SubjectKind.GROUP: lambda session, _viewer, identifier: group_with_products(session, find_group(session, identifier)),
}
FewPaged = Annotated[Paging, Depends(paged(ROWS))]


def subject_pages(kind: SubjectKind) -> APIRouter:
    """Return the addresses of the pages of ``kind``."""
    router = APIRouter(prefix=f"/{kind}s", include_in_schema=False)

    def asked(identifier: str, role: RoleCode, request: Request, viewer: CurrentViewer, session: Reading) -> RecommendationQuery:
        return RecommendationQuery(matching_of(request).recommender, session, viewer, kind, identifier, role)

    asked_for_page = Annotated[RecommendationQuery, Depends(asked)]

    @router.get("/{identifier}")
    def subject_page(identifier: str, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
        return _subject(kind, identifier, viewer, session, reader)

    @router.get("/{identifier}/{role}", dependencies=[permit(Operation.READ_MATCHES)])
    def shortlist_page(
        query: asked_for_page, session: Reading, reader: ReaderOfPage, paging: FewPaged, everybody: bool = False
    ) -> Response:
        found = query.listed(everybody=everybody)
        answer = list_page(found, paging, everybody=everybody)
        return reader.render(
            "matches/recommendations/shortlist.html",
            answer=answer,
            kind=kind,
            gated=gated_by_reason(found.ranking),
            everybody=everybody,
            rule_sets=rule_sets(session),
            may_open=may(query.viewer, Operation.OPEN_SELECTIONS) is True,
        )

    @router.get("/{identifier}/{role}/{expert_id}", dependencies=[permit(Operation.READ_MATCHES)])
    def explanation_page(expert_id: str, query: asked_for_page, reader: ReaderOfPage) -> Response:
        return _explained(query, expert_id, reader)

    return router


def _subject(kind: SubjectKind, identifier: str, viewer: Viewer, session: ReadSession, reader: Reader) -> Response:
    return reader.render(
        f"matches/recommendations/{kind}.html",
        view=READ[kind](session, viewer, identifier),
        kind=kind,
        roles=ROLES[kind],
        list_names=list_names(session),
        role_names={role.code: Text.of(role, "name") for role in roles(session)},
        may_open=may(viewer, Operation.OPEN_SELECTIONS) is True,
        may_draft=may(viewer, Operation.EDIT_DRAFTS) is True,
        reads=may(viewer, Operation.READ_MATCHES) is True,
    )


def _explained(query: RecommendationQuery, expert_id: str, reader: Reader) -> Response:
    answer, own_case, kind = explanation_of(query.about(expert_id), expert_id), about_viewer(query.viewer, expert_id), query.kind
    may_judge = may_with_expert(query.viewer, Operation.CHANGE_EXPERTS, expert_id) is True and not own_case
    judge_at = f"/{kind}s/{answer.subject.asked_for}/{answer.role.code}/{expert_id}" if may_judge else ""
    shown: dict[str, Any] = {"answer": answer, "kind": kind, "pieces": pieces, "judge_at": judge_at, "rule_sets": rule_sets(query.session)}
    return reader.render("matches/recommendations/explanation.html", **shown)


router = APIRouter(include_in_schema=False)
for each in SubjectKind:
    router.include_router(subject_pages(each))
