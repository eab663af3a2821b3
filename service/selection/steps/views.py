"""How a candidate is shown."""

from models.selection import Candidate, SelectionRequest
from service.selection.requests.machine import candidate_steps
from service.selection.steps.schemas import CandidateView


def candidate_view(request: SelectionRequest, candidate: Candidate) -> CandidateView:
    """Return the view of ``candidate``."""
    return CandidateView(**candidate.model_dump(exclude={"request_id"}), next=list(candidate_steps(request.track, candidate.state)))
