"""What the addresses of the coverage map ask for, of the API and of the pages."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.kit.sessions import Reading
from service.matches.coverage.queries import Filters
from service.matches.recommendations.dependencies import RecommendationQuery
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.services import matching_of

Role = Annotated[RoleCode, Path(examples=[RoleCode.CE_PROJECT], description="CE_PROJECT or CA_PROJECT")]


ProductId = Annotated[str, Path(examples=["P01"], description="Product of the list in force, or of an older list")]


Capability = Annotated[str | None, Query(description="A required capability of the role; without it the whole role")]


People = Annotated[bool, Query(description="Whether the brief names the nearest people; without them it can be passed on")]


def _filters(
    group: Annotated[str | None, Query(examples=["G03"], description="Technology group")] = None,
    sub_network: Annotated[str | None, Query(examples=["germany"])] = None,
    country: Annotated[str | None, Query(examples=["DE"], description="Country of residence (ISO 3166)")] = None,
    language: Annotated[str | None, Query(examples=["vi"], description="Language that somebody speaks (ISO 639)")] = None,
) -> Filters:
    return Filters(group, sub_network, country, language)


def _recommendation(product_id: ProductId, role: Role, viewer: CurrentViewer, session: Reading, request: Request) -> Recommendation:
    return RecommendationQuery(matching_of(request).recommender, session, viewer, SubjectKind.PRODUCT, product_id, role).recommend()


def _names_people(viewer: CurrentViewer, people: People = True) -> bool:
    return people and may(viewer, Operation.READ_EXPERTS) is True


Filtered = Annotated[Filters, Depends(_filters)]


OfCell = Annotated[Recommendation, Depends(_recommendation)]


NamesPeople = Annotated[bool, Depends(_names_people)]  # only to who may read of them
