"""The page of a shortlist and the forms that decide about a person on it; and two to four people side by side.

A form that is refused comes back with what was typed, above it why; for a list that somebody changed meanwhile that is 412.
"""

from typing import Annotated, Any

from fastapi import Depends, Query, Response

from models.shortlists import Shortlist
from models.vocabulary import RoleCode
from models.vocabulary.selection import ChoiceKind
from service.catalogue.rules.queries import role_names
from service.identity.access.policies import Operation
from service.kit.fields import Identifier
from service.kit.forms import Fields, Submitted, check_version, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.selection.drafts import findings, operations, schemas
from service.selection.drafts.board import Filter
from service.selection.drafts.guards import permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import find_shortlist, lock_shortlist, places_of, shown
from service.selection.drafts.showing import ActNotice, AsShortlistViewer, Done, answered, row_of, show_shortlist
from service.selection.drafts.undoing import undo
from service.selection.drafts.views import comparison
from service.selection.naming import subject_name
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.requests.guards import VisibleRequests
from service.selection.requests.queries import find_request
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)
_DONE = {
    ChoiceKind.ADD: Done.ADDED,
    ChoiceKind.MOVE: Done.MOVED,
    ChoiceKind.PIN: Done.PINNED,
    ChoiceKind.EXCLUDE: Done.EXCLUDED,
    ChoiceKind.RESTORE: Done.RESTORED,
}
_STEPS = {"up": -1, "down": 1}
SEATED = ChoiceKind.MOVE.value


@router.get("", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def shortlist_page(
    shortlist_id: str, looker: AsShortlistViewer, chosen: Annotated[Filter, Depends()], said: Annotated[ActNotice, Depends()]
) -> Response:
    """Show a shortlist, and what can be done with it."""
    return show_shortlist(looker, shortlist_id, chosen=chosen, notice=said)


@router.post("/choices", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def choose(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Apply a decision about one person."""
    asked, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    typed = filled(form)
    made: list[schemas.ChoiceInput] = []

    def change() -> None:
        fields = dict(typed)
        check_version(fields, shortlist.version)
        _settle_place(context, shortlist, fields)
        choice = validated(schemas.ChoiceInput, fields)
        operations.choose(context.session, context.by, asked, shortlist, choice, context.recommender)
        made.append(choice)

    problem = refusal(context.session, change)
    if problem is not None:
        return answered(context, shortlist_id, problem, typed, "choice")
    (choice,) = made
    return answered(context, shortlist_id, None, notice=ActNotice(_DONE[choice.kind], at=row_of(choice.role, choice.expert_id)))


@router.post("/undo", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def undo_choice(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Take back the latest decision."""
    _, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    about: list[str] = []

    def change() -> None:
        check_version(filled(form), shortlist.version)
        choice = undo(context.session, context.by, shortlist)
        about.append(row_of(choice.role, choice.expert_id) if choice.kind is not ChoiceKind.ADD else "")

    problem = refusal(context.session, change)
    return answered(context, shortlist_id, problem, notice=ActNotice(Done.UNDONE, at="".join(about)))


@router.post("/refresh", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def refresh(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Ask the recommender again and keep every decision."""
    asked, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)

    def change() -> None:
        check_version(filled(form), shortlist.version)
        operations.refresh(context.session, context.by, asked, shortlist, context.recommender)

    return answered(context, shortlist_id, refusal(context.session, change), notice=ActNotice(Done.REFRESHED))


@router.post("/evidence-tasks", dependencies=[permit_shortlist_change(Operation.RECORD_FINDINGS)])
def ask_evidence(shortlist_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Ask a person for the evidence that a rule lacks."""
    asked, _ = lock_shortlist(context.session, context.visible, shortlist_id)
    typed = filled(form)

    def change() -> None:
        findings.ask_evidence(context.session, context.by, asked, validated(schemas.EvidenceTaskInput, typed), context.settings)

    said = ActNotice(Done.ASKED, at=row_of(str(typed.get("role")), str(typed.get("expert_id"))))
    return answered(context, shortlist_id, refusal(context.session, change), notice=said)


@router.get("/comparison", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def comparison_page(
    shortlist_id: str,
    visible: VisibleRequests,
    reader: ReaderOfPage,
    session: Reading,
    role: RoleCode,
    expert: Annotated[list[Identifier], Query()] = [],  # noqa: B006
) -> Response:
    """Put two to four people of a list side by side."""
    few, most = schemas.COMPARED
    if not few <= len(set(expert)) <= most:
        raise Invalid("compare_two_to_four", en="Tick two to four people to compare.", vi="Hãy chọn từ hai đến bốn người để so sánh.")
    shortlist = find_shortlist(session, visible, shortlist_id)
    now = shown(session, shortlist)
    request = find_request(session, visible, shortlist.request_id)
    snapshots = [content.snapshot for entry, content in now.places if content is not None and entry.role is role]
    values: dict[str, Any] = {
        "compared": comparison(now, role, expert),
        "shortlist_id": shortlist_id,
        "subject": subject_name(session, request.subject_kind, request.subject_id),
        "role_names": role_names(session),
        "signals": {part["signal"]: part["label"] for found in snapshots for part in found["entry"]["parts"] if part["weight"] > 0},
        "rules": {rule["rule"]: rule["label"] for found in snapshots for rule in found["rules"]},
    }
    return reader.render("selection/drafts/compared.html", **values, **NAMES)


def _settle_place(context: SelectionContext, shortlist: Shortlist, fields: Fields) -> None:
    """Make one step up or down a move, and forget a place that belongs to no move; raises ``Invalid`` for a move without one."""
    if step := _STEPS.get(str(fields.get("kind"))):
        stands = [entry.position for entry, content in places_of(context.session, shortlist.id) if content and _is(entry, content, fields)]
        fields |= {"kind": SEATED, "place": str(max(1, (next(iter(stands), None) or 1) + step))}
    if fields.get("kind") != SEATED:
        fields.pop("place", None)
    elif "place" not in fields:
        raise Invalid("place_missing", en="Say to which place the person moves.", vi="Hãy nhập vị trí muốn chuyển đến.")


def _is(entry: Any, content: Any, fields: Fields) -> bool:
    return (entry.role.value, content.expert_id) == (fields.get("role"), fields.get("expert_id"))
