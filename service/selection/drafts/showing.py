"""The page of a shortlist, after an act at the place where it was done, with what became of it in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Response
from sqlmodel import Session

from models.shortlists import Release, Shortlist
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.naming import account_names
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import Fields
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.selection.demanded import lists_real_people
from service.selection.drafts.board import ALL, Filter, boards
from service.selection.drafts.earlier import earlier_lists
from service.selection.drafts.leaving_open import open_lines
from service.selection.drafts.people_now import people_now
from service.selection.drafts.queries import OF_PEOPLE, feedback_of, find_shortlist, shown, tasks_of
from service.selection.drafts.schemas import ShortlistView
from service.selection.drafts.undoing import latest_choice
from service.selection.drafts.views import shortlist_view
from service.selection.leading import appointing_path, leads_of
from service.selection.naming import subject_name
from service.selection.requests.context import SelectionContext
from service.selection.requests.queries import find_request
from service.selection.words import NAMES

_ALLOWED = {
    "edit": Operation.EDIT_DRAFTS,
    "find": Operation.RECORD_FINDINGS,
    "sign": Operation.SIGN,
    "release": Operation.RELEASE,
    "invite": Operation.INVITE,
    "vouch": Operation.VOUCH,
    "appoint": Operation.MANAGE_ACCOUNTS,
}
NOTHING_CHOSEN = Filter()


class Done(StrEnum):
    """What an act did, as the address says it to the page that follows."""

    ADDED = "added"
    MOVED = "moved"
    PINNED = "pinned"
    EXCLUDED = "excluded"
    RESTORED = "restored"
    UNDONE = "undone"
    FOUND = "found"
    ASKED = "asked"
    REFRESHED = "refreshed"
    SIGNED = "signed"
    REOPENED = "reopened"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class ActNotice:
    """What the page says of the act that led to it: ``count`` findings were ``done``, ``at`` an anchor of the page."""

    done: Done | None = None
    count: Annotated[int, Query(ge=0, le=10_000)] = 0
    at: Annotated[str, Query(max_length=120)] = ""

    @property
    def address(self) -> str:
        """Return what follows the address of the page."""
        given = {"done": self.done.value if self.done else "", "count": self.count, "at": self.at}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{'?' if query else ''}{query}{'#' if self.at else ''}{self.at}"


@dataclass(frozen=True)
class ShortlistViewer:
    """Who looks at a list, and what the page is made with."""

    viewer: Viewer
    reader: Reader
    session: Session
    by: Actor


def _looker(viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, by: Acting) -> ShortlistViewer:
    return ShortlistViewer(viewer, reader, session, by)


AsShortlistViewer = Annotated[ShortlistViewer, Depends(_looker)]
NOTHING_SAID = ActNotice()


def answered(
    context: SelectionContext,
    shortlist_id: str,
    problem: Problem | None,
    typed: Fields | None = None,
    form: str = "",
    notice: ActNotice = NOTHING_SAID,
) -> Response:
    """Return to the page, where it says what was done; where it was refused, with what was ``typed`` into ``form`` and why."""
    if problem is None:
        return led_to(context.request, f"/shortlists/{shortlist_id}{notice.address}")
    looker = ShortlistViewer(context.viewer, context.reader, context.session, context.by)
    return show_shortlist(looker, shortlist_id, {**(typed or {}), "form": form}, problem)


def row_of(role: str, expert_id: str) -> str:
    """Return the anchor of a person on the page."""
    return f"p-{role}-{expert_id}"


_ON_EVERY_PAGE = {"ALL": ALL, "OF_PEOPLE": OF_PEOPLE, "row_of": row_of, **NAMES}


def show_shortlist(
    looker: ShortlistViewer,
    shortlist_id: str,
    typed: dict[str, Any] | None = None,
    problem: Problem | None = None,
    chosen: Filter = NOTHING_CHOSEN,
    notice: ActNotice = NOTHING_SAID,
) -> Response:
    """Return the page of a shortlist, with what was ``typed`` into a form that ``problem`` refused."""
    session, viewer = looker.session, looker.viewer
    visible = visible_selections(viewer.owner)
    shortlist = find_shortlist(session, visible, shortlist_id)
    view = shortlist_view(shown(session, shortlist))
    now = people_now(session, [entry.expert_id for entry in view.entries if entry.expert_id], shortlist.request_id)
    request = find_request(session, visible, shortlist.request_id)
    real = lists_real_people(session, services_of(looker.reader.request).settings)
    signing = typed if typed is not None and typed["form"] == "sign" else {}
    values: dict[str, Any] = {
        "shortlist": view,
        "real": real,
        "open_lines": list(open_lines(view.entries, signing)),
        "unfit": {one.field for one in problem.errors} if problem else set(),
        "asked": shortlist.head["asked"],
        "subject": subject_name(session, request.subject_kind, request.subject_id),
        "trials": request.weight_trials,
        "earlier": earlier_lists(session, visible, request, shortlist),
        "leads": leads_of(session, [request])[request.id],
        "appointing": appointing_path(request),
        "boards": boards(view, now, chosen, real=real),
        "now": now,
        "chosen": chosen,
        "done": notice,
        **_recorded(session, shortlist, view),
        "allowed": {name: may(viewer, operation) is True for name, operation in _ALLOWED.items()},
        "today": looker.by.today.isoformat(),
        "typed": typed or {"form": ""},
        "problem": problem,
    }
    status = 200 if problem is None else problem.status
    return looker.reader.render("selection/drafts/shortlist.html", status=status, **values, **_ON_EVERY_PAGE)


def _recorded(session: Session, shortlist: Shortlist, view: ShortlistView) -> dict[str, Any]:
    """Return what was done with the list so far, and the names that it is told with."""
    return {
        "latest": latest_choice(session, shortlist.id),
        "actors": account_names(session, _actors(view)),
        "role_names": role_names(session),
        "rule_names": {rule["rule"]: rule["label"] for entry in view.entries if entry.snapshot for rule in entry.snapshot["rules"]},
        "tasks": {(task.role, task.expert_id, task.rule_id): task for task in tasks_of(session, shortlist.request_id)},
        "released": session.get(Release, shortlist.id) is not None,
        "feedback": feedback_of(session, shortlist.id),
    }


def _actors(view: ShortlistView) -> list[str | None]:
    of_entries = [(entry.choices, entry.findings) for entry in view.entries]
    return [
        view.drafted_by,
        view.signed_by,
        view.second_by,
        *(choice.made_by for choices, _ in of_entries for choice in choices),
        *(finding.found_by for _, found in of_entries for finding in found),
    ]
