"""Address at which a person is erased; the way of a request is a data request of the kind erasure."""

from pydantic import BaseModel, Field

from models.vocabulary import ErasureReason
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, require_match
from service.kit.problems import responses
from service.kit.sessions import Writing
from service.people.profiles.queries import find_expert
from service.privacy.erasure.operations import erase

router = APIRouter(
    prefix="/experts/{expert_id}",
    tags=["data protection"],
    dependencies=[permit(Operation.FULFIL_DUTIES)],
    responses=responses(401, 403, 404),
)


class ErasureView(BaseModel):
    """The trace that stays: it names nobody."""

    digest: str = Field(description="SHA-256 of a salt and the id")
    reason: ErasureReason


@router.delete("", responses=responses(412, 428))
def erase_expert(expert_id: str, reason: ErasureReason, session: Writing, by: Acting, if_match: IfMatch = None) -> ErasureView:
    """Erase a person for good. The next recommendation of every process is made without them."""
    require_match(if_match, find_expert(session, expert_id).version)
    trace = erase(session, by, expert_id, reason)
    return ErasureView(digest=trace.digest, reason=trace.reason)
