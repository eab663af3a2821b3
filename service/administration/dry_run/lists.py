"""The lists that a change can change: every subject of the product list in force with each of its roles."""

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product, TechnologyGroup
from models.projects import Project, ProjectProduct
from models.vocabulary import RoleCode
from service.catalogue.products.queries import default_list
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import ROLES


class ListKey(NamedTuple):
    """Which list: of a subject, for a role."""

    kind: SubjectKind
    id: str
    role: RoleCode


def lists_in_force(session: Session) -> list[ListKey]:
    """Return the lists of every product and group on the list in force, and of every project."""
    listed = default_list(session)
    statements = {
        SubjectKind.PRODUCT: sa.select(col(Product.id)).where(col(Product.list_code) == listed),
        SubjectKind.GROUP: sa.select(col(TechnologyGroup.id)).where(col(TechnologyGroup.list_code) == listed),
        SubjectKind.PROJECT: sa.select(col(Project.id)),
    }
    return [key for kind, ids in statements.items() for key in _with_roles(kind, sorted(session.scalars(ids)))]


def lists_of_product(session: Session, product_id: str) -> list[ListKey]:
    """Return the lists that rest on a product: its own, those of its projects and that of its group."""
    projects = session.scalars(sa.select(col(ProjectProduct.project_id)).where(col(ProjectProduct.product_id) == product_id))
    group = session.scalar(sa.select(col(Product.group_id)).where(col(Product.id) == product_id))
    return [
        *_with_roles(SubjectKind.PRODUCT, [product_id]),
        *_with_roles(SubjectKind.GROUP, [group] if group else []),
        *_with_roles(SubjectKind.PROJECT, sorted(projects)),
    ]


def lists_of_project(project_id: str) -> list[ListKey]:
    """Return the lists of a project."""
    return list(_with_roles(SubjectKind.PROJECT, [project_id]))


def _with_roles(kind: SubjectKind, identifiers: list[str]) -> Iterator[ListKey]:
    return (ListKey(kind, identifier, role) for identifier in identifiers for role in ROLES[kind])
