"""The address of the service's own figures."""

from fastapi import APIRouter

from service.access.guards import permit
from service.access.policies import Operation
from service.acting import Acting
from service.problems import responses
from service.sessions import Reading
from service.shortlists.figures.queries import figures
from service.shortlists.figures.schemas import FiguresView

router = APIRouter(prefix="/service-figures", tags=["shortlists"], responses=responses(401, 403))


@router.get("", dependencies=[permit(Operation.READ_DRAFTS)])
def get_service_figures(session: Reading, by: Acting) -> FiguresView:
    """Show how the service does, each figure with its caveat."""
    return figures(session, by.now)
