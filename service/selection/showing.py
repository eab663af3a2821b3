"""The page of a request, after an act at the place where it was done, with what became of it in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlencode

import sqlalchemy as sa
from fastapi import Query, Response
from sqlmodel import Session, col

from models.invitations import OutboxMessage
from models.selection import SelectionRequest
from models.shortlists import Release, Shortlist
from models.vocabulary.selection import ShortlistStatus
from service.catalogue.rules.queries import role_names
from service.identity.access.naming import account_names, people_named
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import visible_messages, visible_selections
from service.kit.forms import Fields
from service.kit.problems import Problem
from service.kit.services import services_of
from service.kit.settings import Settings
from service.selection.candidacies import candidacies, letter_of, opinions
from service.selection.drafts.queries import shortlists_of
from service.selection.drafts.showing import ShortlistViewer
from service.selection.leading import appointing_path, leads_of
from service.selection.messages.awaited import awaited
from service.selection.messages.delivery import way_of
from service.selection.messages.links import body_for
from service.selection.naming import subject_name
from service.selection.requests.machine import BY_THE_SERVICE
from service.selection.requests.queries import find_request
from service.selection.requests.schemas import RequestView
from service.selection.requests.wanting import wanted
from service.selection.steps import operations as steps
from service.selection.turns import turns_of, worded
from service.selection.words import NAMES

ANSWER_DAYS = 10
"""Days to answer that the form of an invitation names until somebody names others."""
_ALLOWED = {
    "read": Operation.READ_DRAFTS,
    "edit": Operation.EDIT_DRAFTS,
    "change": Operation.OPEN_SELECTIONS,
    "invite": Operation.INVITE,
    "record": Operation.RECORD_STEPS,
    "appoint": Operation.MANAGE_ACCOUNTS,
}


class DoneOfRequest(StrEnum):
    """What an act did, as the address says it to the page that follows."""

    INVITED = "invited"
    SENT = "sent"
    TRIED = "tried"
    STEPPED = "stepped"


@dataclass(frozen=True, slots=True)
class RequestNotice:
    """What the page says of the act that led to it, ``at`` an anchor of the page."""

    done: DoneOfRequest | None = None
    at: Annotated[str, Query(max_length=120)] = ""

    @property
    def address(self) -> str:
        """Return what follows the address of the page."""
        return f"?{urlencode({'done': self.done, 'at': self.at})}#{self.at}" if self.done else ""


NOTHING_SAID = RequestNotice()


def show_request(
    looker: ShortlistViewer,
    request_id: str,
    typed: Fields | None = None,
    problem: Problem | None = None,
    notice: RequestNotice = NOTHING_SAID,
) -> Response:
    """Return the page of a request, with what was ``typed`` into a form that ``problem`` refused."""
    viewer, session = looker.viewer, looker.session
    one = find_request(session, visible_selections(viewer.owner), request_id)
    allowed = {name: may(viewer, operation) is True for name, operation in _ALLOWED.items()}
    leads = leads_of(session, [one])[one.id]
    values: dict[str, Any] = {
        "one": RequestView.of(one),
        "subject": subject_name(session, one.subject_kind, one.subject_id),
        "allowed": allowed,
        "released": _is_released(session, request_id),
        "wanted": wanted(session, one),
        "role_names": role_names(session),
        "turn": worded(turns_of(session, [one], looker.by.now)[one.id].turn, leads) if allowed["edit"] and one.closed_at is None else None,
        "leads": leads,
        "answer_by": (looker.by.today + timedelta(days=ANSWER_DAYS)).isoformat(),
        "typed": typed or {},
        "problem": problem,
        "done": notice,
        **(_inside(looker, one, services_of(looker.reader.request).settings) if allowed["read"] else {}),
    }
    status = 200 if problem is None else problem.status
    return looker.reader.render("selection/request.html", status=status, **values, **NAMES)


def messages_of(viewer: Viewer, request_id: str) -> sa.Select[Any]:
    """Return the query of the letters of a request that ``viewer`` may see."""
    return visible_messages(viewer).where(col(OutboxMessage.request_id) == request_id)


def _inside(looker: ShortlistViewer, one: SelectionRequest, settings: Settings) -> dict[str, Any]:
    viewer, session, now = looker.viewer, looker.session, looker.by.now
    candidates, letters, taken = candidacies(session, one, now), _waiting(session, viewer, one.id), steps.steps_of(session, one.id)
    lists, said = shortlists_of(session, one.id), opinions(session, one.id)
    invitations = [invitation for row in candidates for invitation, _ in row.invitations]
    named = [*(row.person.expert_id for row in candidates), *(row.expert_id for rows in (letters, taken) for row in rows)]
    return {
        "shortlists": lists,
        "signed": any(one.status is ShortlistStatus.SIGNED for one in lists),
        "candidates": candidates,
        "people": people_named(session, viewer, named),
        "appointing": appointing_path(one),
        "of_the_list": [word for word in said if word.expert_id is None],
        "answered": bool(said),
        "actors": account_names(session, [word.given_by for word in said]),
        "letters": [(message, body_for(session, viewer, message, settings), way_of(session, message, now)) for message in letters],
        "letter_of": {
            one.id: (found.id, way_of(session, found, now).delivery) for one in invitations if (found := letter_of(letters, one))
        },
        "invitation_ids": {invitation.id for invitation in invitations},
        "steps": taken,
        "by_the_service": BY_THE_SERVICE,
    }


def _is_released(session: Session, request_id: str) -> bool:
    joined = sa.select(col(Release.shortlist_id)).join(Shortlist, col(Shortlist.id) == col(Release.shortlist_id))
    return session.scalar(joined.where(col(Shortlist.request_id) == request_id).limit(1)) is not None


def _waiting(session: Session, viewer: Viewer, request_id: str) -> Sequence[OutboxMessage]:
    return session.scalars(messages_of(viewer, request_id).where(awaited()).order_by(col(OutboxMessage.id))).all()
