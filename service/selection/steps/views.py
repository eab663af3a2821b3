"""How steps and candidates are shown."""

from models.selection import Candidate, RecordedStep, SelectionRequest
from service.kit.languages import Bilingual
from service.kit.texts import text
from service.selection.requests.machine import LATE, candidate_steps
from service.selection.steps.schemas import CandidateView, StepView

_LATE = Bilingual(
    en="It was entered after a list had been signed: no text at hand says whether that order is right. Ask your lawyer.",
    vi="Được nhập sau khi danh sách đã ký: chưa có văn bản nào cho biết thứ tự này có đúng không. Hãy hỏi bộ phận pháp chế.",
)


def step_view(request: SelectionRequest, step: RecordedStep) -> StepView:
    """Return the view of ``step``, with a warning where it was entered after the signature that it should come before."""
    late = step.state in LATE and step.role is None and request.first_signed_at is not None and step.entered_at > request.first_signed_at
    return StepView.model_validate(step).model_copy(update={"warning": text(_LATE) if late else None})


def candidate_view(request: SelectionRequest, candidate: Candidate) -> CandidateView:
    """Return the view of ``candidate``."""
    return CandidateView(**candidate.model_dump(exclude={"request_id"}), next=list(candidate_steps(request.track, candidate.state)))
