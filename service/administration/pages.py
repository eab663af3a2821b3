"""The page that administrators start from: versions in use, entries, latest changes."""

import sqlalchemy as sa
from fastapi import Response
from sqlmodel import col

from models.catalogue_changes import CatalogueChange
from models.projects import Project
from models.rules import RuleSet
from models.vocabulary import RoleFamily
from service.administration.weights.queries import current_version
from service.administration.words import ENTRIES, FAMILIES
from service.catalogue.products.queries import default_list
from service.identity.access.guards import permit
from service.identity.access.naming import account_names
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.matches.recommendations.cells import products_of

router = APIRouter(prefix="/administration", include_in_schema=False)
LATEST = 20


@router.get("", dependencies=[permit(Operation.CHANGE_CATALOGUE)])
def administration_page(session: Reading, reader: ReaderOfPage) -> Response:
    """Show what can be changed, and what was."""
    latest = sa.select(CatalogueChange).order_by(col(CatalogueChange.changed_at).desc(), col(CatalogueChange.number).desc())
    changes = session.scalars(latest.limit(LATEST)).all()
    return reader.render(
        "administration/index.html",
        families=FAMILIES,
        current={family: current_version(session, family) for family in RoleFamily},
        rule_sets=session.scalars(sa.select(RuleSet).order_by(col(RuleSet.valid_from).desc(), col(RuleSet.version).desc())).all(),
        products=products_of(session, default_list(session) or ""),
        projects=session.scalars(sa.select(Project).order_by(col(Project.id))).all(),
        changes=changes,
        actors=account_names(session, [one.changed_by for one in changes]),
        entries=ENTRIES,
    )
