"""The address of the service's own figures."""

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.selection.figures.queries import figures
from service.selection.figures.schemas import FiguresView

router = APIRouter(prefix="/service-figures", tags=["shortlists"], responses=responses(401, 403))


@router.get("", dependencies=[permit(Operation.READ_DRAFTS)])
def get_service_figures(session: Reading, by: Acting) -> FiguresView:
    """Show how the service does, each figure with its caveat."""
    return figures(session, by.now)
