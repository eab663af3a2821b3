"""Addresses of the entries of projects, as administrators add and change them."""

from fastapi import Request, Response

from service.administration.dry_run.schemas import DryRunView
from service.administration.projects import operations
from service.administration.projects.schemas import ProjectChange, ProjectCreate, ProjectEntry, ProjectTrial
from service.administration.projects.trial import dry_run
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/administration/projects", tags=["administration"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_CATALOGUE_HISTORY)], [permit(Operation.CHANGE_CATALOGUE)]


@router.post("", status_code=201, response_model=ProjectEntry, dependencies=CHANGE, responses=responses(409))
def create_project(fields: ProjectCreate, request: Request, response: Response, by: Acting, once: OnlyOnce) -> ProjectEntry | Response:
    """Add a project."""
    if earlier := once.earlier(fields):
        return earlier
    entry = operations.create_project(once.session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{entry.id}"
    response.headers["ETag"] = etag(operations.tag(entry))
    return once.keep(entry, response)


@router.get("/{project_id}", dependencies=READ, responses=responses(404))
def get_project_entry(project_id: str, viewer: CurrentViewer, session: Reading, response: Response) -> ProjectEntry:
    """Show what can be changed of a project. The ETag is the state that a change must name."""
    entry = operations.project_entry(session, viewer, project_id)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry


@router.patch("/{project_id}", dependencies=CHANGE, responses=responses(404, 412, 428))
def change_project(
    project_id: str,
    change: ProjectChange,
    viewer: CurrentViewer,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> ProjectEntry:
    """Change a project; the content before stays in the history, and shortlists made earlier keep their answers."""
    entry = operations.change_project(session, by, viewer, project_id, if_match, change, change.reason)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry


@router.post("/{project_id}/dry-run", dependencies=CHANGE, responses=responses(404, 503))
def dry_run_of_project(project_id: str, change: ProjectTrial, viewer: CurrentViewer, request: Request, by: Acting) -> DryRunView:
    """Show whose ranking a change would change on the project's lists; nothing is changed."""
    return dry_run(request, viewer, by, project_id, change)
