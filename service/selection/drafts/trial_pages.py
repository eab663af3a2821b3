"""The page that shows what other weights would do to a list. Nothing of it enters the list; that it was looked at is counted."""

from typing import Any

from fastapi import Response

from models.vocabulary import RoleCode
from service.catalogue.rules.queries import role_names
from service.identity.access.policies import Operation
from service.kit.forms import Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.selection.drafts.guards import permit_shortlist_change
from service.selection.drafts.queries import lock_shortlist, shown
from service.selection.drafts.showing import answered
from service.selection.drafts.trials import Weights, WeightTrial, read_weights, retried, weights_of
from service.selection.naming import subject_name
from service.selection.requests.context import WithSelectionContext
from service.selection.rivals import leave_to_uninvolved
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)


@router.post("/trials", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def try_weights(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Show the order under the weights of the form, and count the trial on the request."""
    asked, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    typed = filled(form)
    places = [
        content.snapshot
        for entry, content in shown(context.session, shortlist).places
        if content is not None and _is_on(entry, content, typed.get("role"))
    ]
    found: list[tuple[Weights, list[WeightTrial]]] = []

    def look() -> None:
        leave_to_uninvolved(context.session, context.by, asked.id)
        weights = read_weights(typed)
        found.append((weights, retried(places, weights)))
        asked.weight_trials += 1
        context.session.flush()

    problem = refusal(context.session, look)
    if problem is not None:
        return answered(context, shortlist_id, problem, typed, "trial")
    weights, tried = found[0]
    values: dict[str, Any] = {
        "shortlist_id": shortlist_id,
        "subject": subject_name(context.session, asked.subject_kind, asked.subject_id),
        "role": RoleCode(str(typed["role"])),
        "role_names": role_names(context.session),
        "labels": {part["signal"]: part["label"] for snapshot in places[:1] for part in snapshot["entry"]["parts"]},
        "in_force": weights_of(places),
        "weights": weights,
        "tried": tried,
        "trials": asked.weight_trials,
    }
    return context.reader.render("selection/drafts/trial.html", **values, **NAMES)


def _is_on(entry: Any, content: Any, role: object) -> bool:
    return content is not None and entry.position is not None and entry.role.value == role
