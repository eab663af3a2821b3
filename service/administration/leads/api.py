"""Addresses of the leads of products and projects. Who leads decides what an account may do: it is part of managing accounts."""

from fastapi import Response

from service.administration.leads import operations
from service.administration.leads.schemas import LeadsInput, LeadsView
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/administration", tags=["administration"], responses=responses(401, 403, 404))
READ, CHANGE = [permit(Operation.READ_ACCOUNTS)], [permit(Operation.MANAGE_ACCOUNTS)]


@router.get("/products/{product_id}/leads", dependencies=READ)
def list_product_leads(product_id: str, session: Reading, response: Response) -> LeadsView:
    """List who leads a product. The ETag is the state that a change must name."""
    return _shown(response, operations.leads_of(session, SubjectKind.PRODUCT, product_id))


@router.put("/products/{product_id}/leads", dependencies=CHANGE, responses=responses(412, 428))
def replace_product_leads(
    product_id: str, fields: LeadsInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> LeadsView:
    """Replace the leads of a product; the next request of these accounts already sees it."""
    return _shown(response, operations.replace_leads(session, by, SubjectKind.PRODUCT, product_id, fields.accounts, if_match))


@router.get("/projects/{project_id}/leads", dependencies=READ)
def list_project_leads(project_id: str, session: Reading, response: Response) -> LeadsView:
    """List who leads a project. The ETag is the state that a change must name."""
    return _shown(response, operations.leads_of(session, SubjectKind.PROJECT, project_id))


@router.put("/projects/{project_id}/leads", dependencies=CHANGE, responses=responses(412, 428))
def replace_project_leads(
    project_id: str, fields: LeadsInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> LeadsView:
    """Replace the leads of a project; the next request of these accounts already sees it."""
    return _shown(response, operations.replace_leads(session, by, SubjectKind.PROJECT, project_id, fields.accounts, if_match))


def _shown(response: Response, leads: LeadsView) -> LeadsView:
    response.headers["ETag"] = etag(operations.tag(leads))
    return leads
