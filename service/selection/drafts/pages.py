"""The page of a shortlist: each person with the forms to decide, to record a finding, to ask for evidence; and two to four side by side.

A form that is refused comes back with what was typed, above it why; for a list that somebody changed meanwhile that is 412.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from sqlmodel import Session

from models.shortlists import Release
from models.vocabulary import RoleCode
from models.vocabulary.selection import ChoiceKind
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.acting import By
from service.kit.addresses import led_to
from service.kit.fields import Identifier
from service.kit.forms import Fields, Submitted, check_version, filled, refusal
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.selection.drafts import findings, operations, schemas
from service.selection.drafts.guards import permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import OF_PEOPLE, feedback_of, find_shortlist, lock_shortlist, shown, tasks_of
from service.selection.drafts.views import comparison, shortlist_view
from service.selection.requests.desk import AtDesk, Desk
from service.selection.requests.guards import VisibleRequests
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)
_ALLOWED = {
    "edit": Operation.EDIT_DRAFTS,
    "find": Operation.RECORD_FINDINGS,
    "sign": Operation.SIGN,
    "release": Operation.RELEASE,
    "vouch": Operation.VOUCH,
}


@router.get("", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def shortlist_page(shortlist_id: str, viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, by: Acting) -> Response:
    """Show a shortlist, and what can be done with it."""
    return show_shortlist(viewer, reader, session, shortlist_id, by)


@router.post("/choices", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def choose(shortlist_id: str, form: Submitted, desk: AtDesk) -> Response:
    """Apply a decision about one person."""
    asked, shortlist = lock_shortlist(desk.session, desk.visible, shortlist_id)
    typed = filled(form)

    def change() -> None:
        fields = dict(typed)
        check_version(fields, shortlist.version)
        _settle_place(fields)
        choice = validated(schemas.ChoiceInput, fields)
        operations.choose(desk.session, desk.by, asked, shortlist, choice, desk.recommender)

    return answered(desk, shortlist_id, refusal(desk.session, change), typed, "choice")


@router.post("/refresh", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def refresh(shortlist_id: str, form: Submitted, desk: AtDesk) -> Response:
    """Ask the recommender again and keep every decision."""
    asked, shortlist = lock_shortlist(desk.session, desk.visible, shortlist_id)

    def change() -> None:
        check_version(filled(form), shortlist.version)
        operations.refresh(desk.session, desk.by, asked, shortlist, desk.recommender)

    return answered(desk, shortlist_id, refusal(desk.session, change))


@router.post("/findings", dependencies=[permit_shortlist_change(Operation.RECORD_FINDINGS)])
def record_finding(shortlist_id: str, form: Submitted, desk: AtDesk) -> Response:
    """Record what a person found of a rule that only people may judge."""
    asked, _ = lock_shortlist(desk.session, desk.visible, shortlist_id)
    typed = filled(form)

    def change() -> None:
        findings.record_finding(desk.session, desk.by, asked, validated(schemas.FindingInput, typed), desk.settings)

    return answered(desk, shortlist_id, refusal(desk.session, change), typed, "finding")


@router.post("/evidence-tasks", dependencies=[permit_shortlist_change(Operation.RECORD_FINDINGS)])
def ask_evidence(shortlist_id: str, form: Submitted, desk: AtDesk) -> Response:
    """Ask a person for the evidence that a rule lacks."""
    asked, _ = lock_shortlist(desk.session, desk.visible, shortlist_id)

    def change() -> None:
        findings.ask_evidence(desk.session, desk.by, asked, validated(schemas.EvidenceTaskInput, filled(form)), desk.settings)

    return answered(desk, shortlist_id, refusal(desk.session, change))


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
        raise Invalid.field("expert", en="must name two to four people", vi="phải nêu từ hai đến bốn người")
    now = shown(session, find_shortlist(session, visible, shortlist_id))
    snapshots = [content.snapshot for entry, content in now.places if content is not None and entry.role is role]
    values: dict[str, Any] = {
        "compared": comparison(now, role, expert),
        "shortlist_id": shortlist_id,
        "role_names": role_names(session),
        "capabilities": {
            one["id"]: one["label"] for found in snapshots for one in (*found["entry"]["covered"], *found["entry"]["missing"])
        },
        "signals": {part["signal"]: part["label"] for found in snapshots for part in found["entry"]["parts"] if part["weight"] > 0},
        "rules": {rule["rule"]: rule["label"] for found in snapshots for rule in found["rules"]},
    }
    return reader.render("selection/drafts/compared.html", **values, **NAMES)


def answered(desk: Desk, shortlist_id: str, problem: Problem | None, typed: Fields | None = None, form: str = "") -> Response:
    """Return to the page: anew after a change that was made, else with what was ``typed`` into ``form`` and why it was refused."""
    if problem is None:
        return led_to(desk.request, f"/shortlists/{shortlist_id}")
    return show_shortlist(desk.viewer, desk.reader, desk.session, shortlist_id, desk.by, {**(typed or {}), "form": form}, problem)


def show_shortlist(
    viewer: Viewer,
    reader: Reader,
    session: Session,
    shortlist_id: str,
    by: By,
    typed: dict[str, Any] | None = None,
    problem: Problem | None = None,
) -> Response:
    """Return the page of a shortlist, with what was ``typed`` into a form that ``problem`` refused."""
    shortlist = find_shortlist(session, visible_selections(viewer.owner), shortlist_id)
    view = shortlist_view(shown(session, shortlist))
    feedback = feedback_of(session, shortlist.id)
    values: dict[str, Any] = {
        "shortlist": view,
        "asked": shortlist.head["asked"],
        "role_names": role_names(session),
        "rule_names": {rule["rule"]: rule["label"] for entry in view.entries if entry.snapshot for rule in entry.snapshot["rules"]},
        "of_people": OF_PEOPLE,
        "tasks": {(task.role, task.expert_id, task.rule_id): task for task in tasks_of(session, shortlist.request_id)},
        "released": session.get(Release, shortlist.id) is not None,
        "feedback": feedback,
        "allowed": {name: may(viewer, operation) is True for name, operation in _ALLOWED.items()},
        "today": by.today.isoformat(),
        "typed": typed or {"form": ""},
        "problem": problem,
    }
    status = 200 if problem is None else problem.status
    return reader.render("selection/drafts/shortlist.html", status=status, **values, **NAMES)


def _settle_place(fields: Fields) -> None:
    """Forget a place that belongs to no move; raises ``Invalid`` for a move without one."""
    if fields.get("kind") != ChoiceKind.MOVE.value:
        fields.pop("place", None)
    elif "place" not in fields:
        raise Invalid.field("place", en="is required to move", vi="là bắt buộc khi chuyển vị trí")
