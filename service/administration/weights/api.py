"""Addresses of versions of weights."""

from fastapi import Request, Response

from models.vocabulary import RoleFamily
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import AskingDryRun
from service.administration.weights import operations, queries
from service.administration.weights.schemas import CurrentInput, WeightsCreate, WeightsInput, WeightsView
from service.administration.weights.trial import dry_run
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/weights", tags=["administration"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_CATALOGUE_HISTORY)], [permit(Operation.CHANGE_CATALOGUE)]


@router.get("", dependencies=READ)
def list_weights(session: Reading, paging: Paged, family: RoleFamily | None = None) -> Page[WeightsView]:
    """List the versions, those that answered once too; the current one of each family first."""
    views = queries.shown(session, queries.weight_sets(session, family))
    return paging.page(slice_page(views, paging), lambda view: view)


@router.post("", status_code=201, response_model=WeightsView, dependencies=CHANGE, responses=responses(409))
def add_weights(fields: WeightsCreate, request: Request, response: Response, by: Acting, once: OnlyOnce) -> WeightsView | Response:
    """Add a version; it answers nothing before it is made current."""
    if earlier := once.earlier(fields):
        return earlier
    added = queries.show(once.session, operations.add_weights(once.session, by, fields))
    response.headers["Location"] = f"{request.url.path}/{added.family}/{added.version}"
    response.headers["ETag"] = etag(added.current_version)
    return once.keep(added, response)


@router.post("/dry-run", dependencies=CHANGE, responses=responses(503))
def dry_run_of_weights(fields: WeightsInput, asking: AskingDryRun) -> DryRunView:
    """Show whose ranking weights would change that are not saved; nothing is changed."""
    return dry_run(asking, fields.family, operations.checked(fields))


@router.get("/{family}/{version}", dependencies=READ, responses=responses(404))
def get_weights(family: RoleFamily, version: str, session: Reading, response: Response) -> WeightsView:
    """Show a version. The ETag names the version that answers now: what is made current replaces it."""
    found = queries.show(session, queries.find_weights(session, family, version))
    response.headers["ETag"] = etag(found.current_version)
    return found


@router.post("/{family}/{version}/dry-run", dependencies=CHANGE, responses=responses(404, 503))
def dry_run_of_version(family: RoleFamily, version: str, asking: AskingDryRun) -> DryRunView:
    """Show whose ranking changes when this version is made current; nothing is changed."""
    found = queries.find_weights(asking.session, family, version)
    return dry_run(asking, family, queries.stored_weights(asking.session, found))


@router.post("/{family}/{version}/current", dependencies=CHANGE, responses=responses(404, 409, 412, 428))
def make_current(
    family: RoleFamily, version: str, fields: CurrentInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> WeightsView:
    """Let this version answer from now on. If-Match names the one that it replaces; shortlists made earlier keep their answers."""
    made = operations.make_current(session, by, family, version, if_match, fields.reason)
    response.headers["ETag"] = etag(made.version)
    return queries.show(session, made)
