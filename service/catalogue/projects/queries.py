"""Finds projects and puts them together with their organisations and products."""

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
    parties = sa.select(Organisation).join(InterestedParty).where(col(InterestedParty.project_id) == project.id)
    participants = parties.where(col(InterestedParty.interest) == Interest.PARTICIPANT).order_by(col(InterestedParty.id))
    products = sa.select(Product).join(ProjectProduct).where(col(ProjectProduct.project_id) == project.id).order_by(col(Product.id))
    return schemas.ProjectView.of(
        project,
        brief=Text.of(project, "brief") if may_see_inside(viewer, project.sensitivity) is True else None,
        host=schemas.OrganisationReference.of(session.get_one(Organisation, project.host_id)),
        participants=[schemas.OrganisationReference.of(row) for row in session.scalars(participants)],
        products=[ProductReference.of(row) for row in session.scalars(products)],
    )
