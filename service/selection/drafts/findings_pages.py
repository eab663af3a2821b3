"""The form under the grid of conditions: one act judges all that was ticked, and each is kept as a finding of its own."""

from typing import Annotated, Any

from fastapi import Response
from starlette.datastructures import FormData

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary.selection import Finding
from service.identity.access.policies import Operation
from service.kit.forms import Fields, filled, refusal, submitted
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid
from service.kit.validation import validated
from service.selection.drafts import findings, schemas
from service.selection.drafts.board import cells
from service.selection.drafts.guards import permit_shortlist_change
from service.selection.drafts.papers import keep_paper
from service.selection.drafts.queries import lock_shortlist, shown
from service.selection.drafts.showing import ActNotice, Done, answered
from service.selection.drafts.views import shortlist_view
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.words import FINDINGS

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)


@router.post("/findings", dependencies=[permit_shortlist_change(Operation.RECORD_FINDINGS)])
def record_findings(shortlist_id: str, form: Annotated[FormData, submitted("cell")], context: WithSelectionContext) -> Response:
    """Record what was found of the ticked conditions, all of them or none."""
    asked, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    typed = filled(form, "cell")
    judged: list[Any] = []
    problem = refusal(context.session, lambda: judged.extend(_record(context, asked, shortlist, typed, form)))
    return answered(context, shortlist_id, problem, typed, "finding", ActNotice(Done.FOUND, len(judged), "findings"))


def _record(context: SelectionContext, asked: SelectionRequest, shortlist: Shortlist, typed: Fields, form: FormData) -> list[Any]:
    _check_result_chosen(typed)
    ticked = cells(typed["cell"], shortlist_view(shown(context.session, shortlist)))
    if not ticked:
        raise Invalid(
            "nothing_ticked",
            en="Tick at least one person and condition in the table.",
            vi="Hãy đánh dấu ít nhất một người và một điều kiện trong bảng.",
        )
    same = {name: value for name, value in typed.items() if name != "cell"}
    about = [{"role": role, "expert_id": expert_id, "rule": rule, **same} for role, expert_id, rule in ticked]
    checked = [validated(schemas.FindingInput, one) for one in about]
    papers = keep_paper(context, asked, form, (one.expert_id for one in checked))
    found = [one.model_copy(update={"document_id": papers[one.expert_id]}) if papers else one for one in checked]
    return [findings.record_finding(context.session, context.by, asked, one, context.settings) for one in found]


def _check_result_chosen(typed: Fields) -> None:
    """Raise ``Invalid`` for a form without a result: nothing is chosen for whoever judges."""
    if "finding" not in typed:
        said = [FINDINGS[one] for one in Finding]
        raise Invalid(
            "result_not_chosen",
            en=f"Choose a result: {', '.join(one.en for one in said)}. Nothing was recorded.",
            vi=f"Hãy chọn một kết quả: {', '.join(one.vi for one in said)}. Chưa ghi gì cả.",
        )
