"""Addresses of the entries of products, as administrators change them."""

from fastapi import Request, Response

from service.administration.dry_run.schemas import DryRunView
from service.administration.products import operations
from service.administration.products.schemas import ProductChange, ProductCreate, ProductEntry, ProductTrial
from service.administration.products.trial import dry_run
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/administration/products", tags=["administration"], responses=responses(401, 403, 404))
READ, CHANGE = [permit(Operation.READ_CATALOGUE_HISTORY)], [permit(Operation.CHANGE_CATALOGUE)]


@router.post("", status_code=201, response_model=ProductEntry, dependencies=CHANGE, responses=responses(409))
def create_product(fields: ProductCreate, request: Request, response: Response, by: Acting, once: OnlyOnce) -> ProductEntry | Response:
    """Add a product to the list in force; its lists are answered at once, and better once people are read for it, which is asked for."""
    if earlier := once.earlier(fields):
        return earlier
    entry = operations.create_product(once.session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{entry.id}"
    response.headers["ETag"] = etag(operations.tag(entry))
    return once.keep(entry, response)


@router.get("/{product_id}", dependencies=READ)
def get_product_entry(product_id: str, viewer: CurrentViewer, session: Reading, response: Response) -> ProductEntry:
    """Show what can be changed of a product. The ETag is the state that a change must name."""
    entry = operations.product_entry(session, viewer, product_id)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry


@router.patch("/{product_id}", dependencies=CHANGE, responses=responses(412, 428))
def change_product(
    product_id: str,
    change: ProductChange,
    viewer: CurrentViewer,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> ProductEntry:
    """Change texts and needs; the content before stays in the history, and shortlists made earlier keep their answers."""
    entry = operations.change_product(session, by, viewer, product_id, if_match, change, change.reason)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry


@router.post("/{product_id}/dry-run", dependencies=CHANGE, responses=responses(503))
def dry_run_of_product(product_id: str, change: ProductTrial, viewer: CurrentViewer, request: Request, by: Acting) -> DryRunView:
    """Show whose ranking a change would change: the product's, its projects' and its group's, by the readings of today."""
    return dry_run(request, viewer, by, product_id, change)
