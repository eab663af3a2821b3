"""The pages that open and change requests: a pasted text is read, its capabilities are shown with levels, and saved when they are right.

Nothing that was typed is lost: whatever is refused, and whatever is only read, is shown again with the same words.
"""

from typing import Annotated, Any

from fastapi import Query, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from models.selection import SelectionRequest
from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.rules.queries import role_names
from service.catalogue.subjects.needs import ROLES
from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.addresses import led_to
from service.kit.forms import Fields, check_version, filled, refusal, submitted
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, find_page
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.recommending import Recommender
from service.selection.naming import subject_name, subject_names
from service.selection.requests import operations
from service.selection.requests.choices import languages_spoken, shelves
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.proposals import Levels, ProposalInput, RoleProposal, propose, with_text
from service.selection.requests.queries import LEVELS, find_request, lock_request, roles_of
from service.selection.requests.schemas import RequestChange, RequestCreate, RequestView
from service.selection.words import LEVEL_NAMES, NAMES

router = APIRouter(prefix="/requests", include_in_schema=False)
RequestForm = Annotated[FormData, submitted("roles", "languages")]
_CAPABILITY = "capability."
_ASKABLE = {role.value for legal in ROLES.values() for role in legal}
_SUBJECT = ("subject", "roles", "text")
_NEW = {"roles": [RoleCode.CE_PROJECT.value], "seats": "1"}


@router.get("", dependencies=[permit_part(Operation.READ_SELECTIONS)])
def requests_page(viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, paging: ShortPaged) -> Response:
    """Show all requests, the latest first on each page."""
    found = find_page(session, visible_selections(viewer), (SelectionRequest.id,), paging)
    values: dict[str, Any] = {
        "requests": [RequestView.of(row) for row in found.rows],
        "subjects": subject_names(session, [(row.subject_kind, row.subject_id) for row in found.rows]),
        "next": found.next,
        "role_names": role_names(session),
        "may_open": may(viewer, Operation.OPEN_SELECTIONS) is True,
    }
    return reader.render("selection/requests/requests.html", **values, **NAMES)


@router.get("/new", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def new_page(
    viewer: CurrentViewer,
    reader: ReaderOfPage,
    session: Reading,
    recommender: FromRecommender,
    subject: Annotated[str, Query(max_length=80)] = "",
    role: Annotated[list[RoleCode], Query(max_length=2)] = [RoleCode.CE_PROJECT],  # noqa: B006
) -> Response:
    """Show the form that opens a request, for a ``subject`` with what the catalogue asks for."""
    typed: dict[str, Any] = {**_NEW, "subject": subject, "roles": [one.value for one in role]}
    proposals: list[RoleProposal] = []
    problem: Problem | None = None
    try:
        if subject:
            proposals = propose(session, viewer, recommender, ProposalInput(subject=subject, roles=role))
    except Problem as refused:
        problem = refused
    return form_page(reader, viewer, session, typed, proposals=proposals, problem=problem)


@router.post("/new", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def new_from_text(form: RequestForm, context: WithSelectionContext) -> Response:
    """Show the form with a text that was pasted elsewhere: the subject is yet to be chosen."""
    return form_page(context.reader, context.viewer, context.session, {**_NEW, **filled(form, "roles", "languages")})


@router.post("", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def open_request(form: RequestForm, context: WithSelectionContext) -> Response:
    """Open a request from the form; or first show which capabilities the catalogue and the text name."""
    opened, answer = open_from_form(form, context)
    return answer or led_to(context.request, f"/requests/{opened}")


def open_from_form(form: RequestForm, context: SelectionContext) -> tuple[str, Response | None]:
    """Return the id of the request that was opened, or the page that shows what was read or why it was refused."""
    typed = filled(form, "roles", "languages")
    opened: list[str] = []
    proposals: list[RoleProposal] = []

    def read() -> None:
        asked: dict[str, Any] = {name: typed[name] for name in _SUBJECT if name in typed}
        chosen = _chosen(typed, tuple(RoleCode))
        proposals.extend(propose(context.session, context.viewer, context.recommender, validated(ProposalInput, asked), chosen))

    def save() -> None:
        fields = validated(RequestCreate, _own(typed) | _wanted(typed))
        opened.append(operations.open_request(context.session, context.by, context.viewer, fields, context.recommender).id)

    problem = refusal(context.session, read if _only_read(typed) else save)
    if opened:
        return opened[0], None
    again = proposals or _typed_again(context.session, context.recommender, typed)
    return "", form_page(context.reader, context.viewer, context.session, typed, proposals=again, problem=problem)


@router.get("/{request_id}/changes", dependencies=[permit_request(Operation.OPEN_SELECTIONS)])
def change_page(
    request_id: str, visible: VisibleRequests, reader: ReaderOfPage, session: Reading, recommender: FromRecommender
) -> Response:
    """Show the form that changes a request."""
    asked = find_request(session, visible, request_id)
    return _change(
        reader, session, asked, {**_stored(asked), "version": asked.version}, with_text(session, recommender, _levels_of(asked), "")
    )


@router.post("/{request_id}/changes", dependencies=[permit_request_change(Operation.OPEN_SELECTIONS)])
def change_request(request_id: str, form: RequestForm, context: WithSelectionContext) -> Response:
    """Change a request from the form; or first show which capabilities a text names besides."""
    asked, typed = lock_request(context.session, context.visible, request_id), filled(form, "languages")
    reading = _only_read(typed)

    def save() -> None:
        sent = dict(typed)
        check_version(sent, asked.version)
        named = {"starts": None, "hours_per_week": None, "notes": "", "languages": [], **_own(sent), **_wanted(typed)}
        operations.change_request(context.session, context.by, asked, validated(RequestChange, named))

    problem = None if reading else refusal(context.session, save)
    if problem is None and not reading:
        return led_to(context.request, f"/requests/{request_id}")
    text = str(typed.get("text", "")) if reading else ""
    proposals = with_text(context.session, context.recommender, _chosen(typed, roles_of(asked)), text)
    # Only what was read stays at the version that the reader has seen; whoever was refused is shown the present one.
    version = typed.get("version", "") if reading else asked.version
    return _change(context.reader, context.session, asked, {**typed, "version": version}, proposals, problem)


def form_page(
    reader: Reader,
    viewer: Viewer,
    session: Session,
    typed: Fields | dict[str, Any],
    *,
    proposals: list[RoleProposal] | None = None,
    problem: Problem | None = None,
) -> Response:
    """Return the page with the form that opens a request, filled with what was ``typed``."""
    names = role_names(session)
    values: dict[str, Any] = {
        "roles": {code: name for code, name in names.items() if code in _ASKABLE},
        "role_names": names,
        "shelves": shelves(session),
        "spoken": languages_spoken(session, typed.get("languages", ())),
        "typed": {"languages": [], **typed},
        "proposals": proposals,
        "problem": problem,
        "levels": LEVEL_NAMES,
        "may_draft": may(viewer, Operation.EDIT_DRAFTS) is True,
    }
    return reader.render("selection/requests/new.html", status=_status(problem), **values, **NAMES)


def _change(
    reader: Reader,
    session: Session,
    asked: SelectionRequest,
    typed: Fields | dict[str, Any],
    proposals: list[RoleProposal],
    problem: Problem | None = None,
) -> Response:
    values: dict[str, Any] = {
        "one": RequestView.of(asked),
        "subject": subject_name(session, asked.subject_kind, asked.subject_id),
        "spoken": languages_spoken(session, typed.get("languages", ())),
        "typed": typed,
        "proposals": proposals,
        "problem": problem,
        "levels": LEVEL_NAMES,
        "role_names": role_names(session),
    }
    return reader.render("selection/requests/change.html", status=_status(problem), **values, **NAMES)


def _status(problem: Problem | None) -> int:
    return 200 if problem is None else problem.status


def _stored(asked: SelectionRequest) -> dict[str, Any]:
    own = {name: getattr(asked, name) for name in ("seats", "starts", "hours_per_week", "notes")}
    return {name: "" if value is None else value for name, value in own.items()} | {"languages": asked.languages}


def _only_read(typed: Fields) -> bool:
    """Return whether capabilities are only to be shown: it was asked for, or a text stands there whose capabilities nobody has seen."""
    return typed.get("do") == "read" or ("text" in typed and not any(name.startswith(_CAPABILITY) for name in typed))


def _own(typed: Fields) -> dict[str, Any]:
    """Return the fields of the request itself, without capabilities and what only steers the form."""
    own: dict[str, Any] = {name: value for name, value in typed.items() if not name.startswith(_CAPABILITY) and name not in {"do", "text"}}
    if "languages" in own:
        own["languages"] = [code for code in own["languages"] if code]
    return own


def _wanted(typed: Fields) -> dict[str, dict[str, list[str]]]:
    """Return the capabilities of each level by role; nothing where the form showed none, so that the catalogue's are taken."""
    shown = _sent(typed)
    if not shown:
        return {}
    roles_shown = dict.fromkeys(role for role, _ in shown)
    return {
        level.value: {
            role: [capability for (of, capability), chosen in shown.items() if (of, chosen) == (role, level)] for role in roles_shown
        }
        for level in LEVELS
    }


def _sent(typed: Fields) -> dict[tuple[str, str], str]:
    """Return the chosen level of each role and capability."""
    named = ((*name.removeprefix(_CAPABILITY).partition("."), str(value)) for name, value in typed.items() if name.startswith(_CAPABILITY))
    return {(role, capability): level for role, _, capability, level in named}


def _chosen(typed: Fields, asked: tuple[RoleCode, ...]) -> dict[RoleCode, Levels]:
    """Return the levels that were chosen, by role; what is to be left out is not among them."""
    known, sent = set(NeedLevel), _sent(typed)
    return {
        role: {capability: NeedLevel(level) for (of, capability), level in sent.items() if of == role and level in known} for role in asked
    }


def _typed_again(session: Session, recommender: Recommender, typed: Fields) -> list[RoleProposal] | None:
    shown = tuple(RoleCode(role) for role in dict.fromkeys(role for role, _ in _sent(typed)) if role in set(RoleCode))
    return with_text(session, recommender, _chosen(typed, shown), "") if shown else None


def _levels_of(asked: SelectionRequest) -> dict[RoleCode, Levels]:
    return {role: {one: level for level in LEVELS for one in getattr(asked, level.value).get(role.value, [])} for role in roles_of(asked)}
