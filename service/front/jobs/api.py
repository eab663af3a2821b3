"""Addresses to follow slow work."""

from sqlmodel import col

from models.jobs import Job
from models.vocabulary import JobStatus
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_jobs
from service.kit.jobs.schemas import JobView
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import NotFound, responses
from service.kit.sessions import Reading

router = APIRouter(prefix="/jobs", tags=["jobs"], dependencies=[permit(Operation.READ_JOBS)], responses=responses(401, 403))


@router.get("")
def list_jobs(
    viewer: CurrentViewer, session: Reading, paging: Paged, status: JobStatus | None = None, kind: str | None = None
) -> Page[JobView]:
    """List jobs by their id, all or those with a status or of a kind."""
    statement = visible_jobs(viewer)
    if status is not None:
        statement = statement.where(col(Job.status) == status)
    if kind is not None:
        statement = statement.where(col(Job.kind) == kind)
    return paging.page(find_page(session, statement, (Job.id,), paging), JobView.model_validate)


@router.get("/{job_id}", responses=responses(404))
def get_job(job_id: str, viewer: CurrentViewer, session: Reading) -> JobView:
    """Show one job."""
    job = session.scalar(visible_jobs(viewer).where(col(Job.id) == job_id))
    if job is None:
        raise NotFound.of(en="job", vi="tác vụ", identifier=job_id)
    return JobView.model_validate(job)
