"""What is asked: every product on the list in force and both roles in turn, with varied limits, no question twice; and projects."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.projects import Project
from models.vocabulary import RoleCode
from service.catalogue.products.queries import choose_list
from service.matches.recommendations.cells import ROLES, products_of

LIMITS = (5, 10, 20, 30, 50)


@dataclass(frozen=True, slots=True)
class Question:
    """One recommendation to ask for."""

    product: str
    role: RoleCode
    limit: int

    @property
    def address(self) -> str:
        """Return path and query below the prefix of an API."""
        return f"/products/{self.product}/recommendations?role={self.role}&limit={self.limit}"


def product_ids(engine: Engine) -> list[str]:
    """Return the products on the list in force."""
    with reading(engine) as session:
        return [found.id for found in products_of(session, choose_list(session, None) or "")]


def project_addresses(engine: Engine) -> list[str]:
    """Return the addresses for every project and role: needs that a server does not know when it has warmed up."""
    with reading(engine) as session:
        projects = session.scalars(sa.select(col(Project.id)).order_by(col(Project.id))).all()
    return [f"/projects/{project}/recommendations?role={role}" for project in projects for role in ROLES]


def questions(products: list[str]) -> Iterator[Question]:
    """Yield ``len(products)`` x roles x limits questions; neighbours differ in their product."""
    for turn, _ in enumerate(LIMITS):
        for place, (role, name) in enumerate(product(ROLES, products)):
            yield Question(name, role, LIMITS[(turn + place) % len(LIMITS)])
