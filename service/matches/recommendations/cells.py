"""The shortlists of a whole catalogue: one cell for every product and role, each from the same ranking as the API's list."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.coverage.supply import Supply
from models.catalogue import Product
from models.vocabulary import RoleCode, Sensitivity
from service.catalogue.subjects.contents import SubjectKind
from service.kit.languages import Bilingual
from service.kit.problems import NotOnListInForce
from service.kit.stages import stage
from service.matches.recommendations.answers import whole_list
from service.matches.recommendations.recommending import NOBODY, Recommender
from service.matches.recommendations.schemas import RecommendationList

ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
SHORT_NAMES = {
    RoleCode.CE_PROJECT: Bilingual(en="Chief engineer", vi="Tổng công trình sư"),
    RoleCode.CA_PROJECT: Bilingual(en="Chief architect", vi="Kiến trúc sư trưởng"),
}
SHOWN = 3


@dataclass(frozen=True)
class Cell:
    """``answer`` and ``supply`` are None for a product that is not on the list in force; ``gone`` then says so."""

    product: Product
    role: RoleCode
    answer: RecommendationList | None
    gone: Bilingual | None = None
    supply: Supply | None = None
    sensitivity: Sensitivity = Sensitivity.OPEN

    @property
    def nobody_fits(self) -> bool:
        """Return whether nobody is to be named here, even if people whose evidence is missing reach the threshold."""
        return self.answer is None or self.answer.verdict.code == NOBODY


def products_of(session: Session, catalogue: str) -> list[Product]:
    """Return the products of a list in the order of their ids."""
    return list(session.scalars(sa.select(Product).where(col(Product.list_code) == catalogue).order_by(col(Product.id))))


def cells(session: Session, recommender: Recommender, products: list[Product]) -> Iterator[Cell]:
    """Yield the cell of every product and role, with the ``SHOWN`` best people."""
    for product in products:
        for role in ROLES:
            yield _cell(session, recommender, product, role)


def _cell(session: Session, recommender: Recommender, product: Product, role: RoleCode) -> Cell:
    try:
        found = recommender.recommend(session, SubjectKind.PRODUCT, product.id, role)
    except NotOnListInForce as problem:
        return Cell(product, role, None, problem.detail)
    sensitivity = found.inputs.subject.sensitivity
    with stage("matching"):
        supply = Supply.of(found.ranking)
    return Cell(product, role, whole_list(found, limit=SHOWN), supply=supply, sensitivity=sensitivity)
