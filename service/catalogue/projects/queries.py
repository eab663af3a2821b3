"""Finds projects and puts them together with their organisations and products."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.vocabulary import Interest
from service.catalogue.products.schemas import ProductReference
from service.catalogue.projects import schemas
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.problems import NotFound
from service.kit.texts import Text


def find_project(session: Session, identifier: str) -> Project:
    """Return the project; raises ``NotFound``."""
    project = session.get(Project, identifier)
    if project is None:
        raise NotFound.of(en="project", vi="dự án", identifier=identifier)
    return project


def projects_under(product: str | None) -> sa.Select[Project]:
    """Return the statement for the projects, all or those under a product in force."""
    statement = sa.select(Project)
    if product is not None:
        links = sa.select(col(ProjectProduct.project_id)).where(col(ProjectProduct.product_id) == product)
        statement = statement.where(col(Project.id).in_(links))
    return statement


def show(session: Session, viewer: Viewer, project: Project) -> schemas.ProjectView:
    """Return ``project`` with its organisations and products; the brief of a restricted one for people with clearance only."""
    return shown(session, viewer, [project])[project.id]


def shown(session: Session, viewer: Viewer, projects: Sequence[Project]) -> dict[str, schemas.ProjectView]:
    """Return what ``show`` gives of each project by its id, asking the database three times for all."""
    ids = [project.id for project in projects]
    hosts = {
        row.id: row for row in session.scalars(sa.select(Organisation).where(col(Organisation.id).in_([one.host_id for one in projects])))
    }
    participants, products = _participants(session, ids), _products(session, ids)
    return {
        project.id: schemas.ProjectView.of(
            project,
            brief=Text.of(project, "brief") if may_see_inside(viewer, project.sensitivity) is True else None,
            host=schemas.OrganisationReference.of(hosts[project.host_id]),
            participants=[schemas.OrganisationReference.of(row) for row in participants[project.id]],
            products=[ProductReference.of(row) for row in products[project.id]],
        )
        for project in projects
    }


def _participants(session: Session, ids: Sequence[str]) -> defaultdict[str, list[Organisation]]:
    owner = col(InterestedParty.project_id)
    statement = sa.select(owner, Organisation).join(Organisation, col(Organisation.id) == col(InterestedParty.organisation_id))
    wanted = statement.where(owner.in_(ids), col(InterestedParty.interest) == Interest.PARTICIPANT)
    return _by_project(session.execute(wanted.order_by(col(InterestedParty.id))))


def _products(session: Session, ids: Sequence[str]) -> defaultdict[str, list[Product]]:
    owner = col(ProjectProduct.project_id)
    statement = sa.select(owner, Product).join(Product, col(Product.id) == col(ProjectProduct.product_id)).where(owner.in_(ids))
    return _by_project(session.execute(statement.order_by(col(Product.id))))


def _by_project(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for project_id, row in rows:
        found[project_id].append(row)
    return found
