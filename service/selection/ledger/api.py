"""The address of a person's ledger."""

from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.selection.ledger.queries import ledger_of
from service.selection.ledger.schemas import LedgerView

router = APIRouter(prefix="/experts/{expert_id}/ledger", tags=["shortlists"], responses=responses(401, 403, 404))


@router.get("", dependencies=[permit_with_expert(Operation.EXPORT_PERSON)])
def get_ledger(expert_id: str, viewer: CurrentViewer, session: Reading, by: Acting) -> LedgerView:
    """Show what a person was proposed for, asked and answered, newest first; why they stood on each signed list."""
    return ledger_of(session, viewer.owner, by, expert_id)
