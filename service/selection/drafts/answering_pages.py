"""The form by which an expert answers, on his or her own profile, what was asked for a shortlist."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.fields import RowNumber
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid
from service.kit.rendering import ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Writing
from service.kit.validation import validated
from service.people.own_profile.pages import everything
from service.people.profiles.changes import expert_to_extend
from service.people.profiles.guards import own_expert_id
from service.people.profiles.queries import find_expert
from service.people.profiles.returning import back_to_profile
from service.selection.drafts.answering import answer_task, asked_of
from service.selection.drafts.papers import keep_own_paper
from service.selection.drafts.schemas import EvidenceAnswer

router = APIRouter(prefix="/profile", include_in_schema=False)
_ITEM = ("kind", "language", "title", "text", "starts", "ends", "counts_as_innovation_work")


@router.post("/evidence-tasks/{task_id}", dependencies=[permit_part(Operation.CHANGE_EXPERTS)])
def answer_question(
    task_id: RowNumber, viewer: CurrentViewer, form: Submitted, session: Writing, request: Request, by: Acting, reader: ReaderOfPage
) -> Response:
    """Answer a question for evidence with an item, or with the reason why there is none."""
    typed, expert_id = filled(form), own_expert_id(viewer)

    def change() -> None:  # within it the profile is marked as changed, so that a refusal takes back that too
        expert = expert_to_extend(session, expert_id)
        paper = keep_own_paper(session, by, expert.id, form, services_of(request).settings)
        answer_task(session, by, asked_of(expert.id), expert, task_id, _answer(typed, paper))

    problem = refusal(session, change)
    if problem is None:
        return back_to_profile(request)
    values = everything(session, by, find_expert(session, expert_id)) | {"typed": {**typed, "task": task_id}, "problem": problem}
    return reader.render("people/own_profile/profile.html", status=problem.status, saved=False, **values)


def _answer(typed: Fields, paper: str) -> EvidenceAnswer:
    """Return the answer with the name of the ``paper`` that came with it; raises ``Invalid`` for one that says nothing."""
    item = {name: typed[name] for name in _ITEM if name in typed}
    said = " · ".join(one for one in (str(typed.get("answer", "")), paper) if one)
    if "title" not in item and not said:
        raise Invalid(
            "item_or_reason_missing",
            en="Add a document, describe an item, or write why there is none.",
            vi="Hãy đính kèm tài liệu, mô tả một minh chứng, hoặc ghi lý do không có.",
        )
    return validated(EvidenceAnswer, {"text": said, "item": item if "title" in item else None})
