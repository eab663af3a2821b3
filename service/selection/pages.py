"""The page of a request: its shortlists, candidates, invitations, messages and steps. Every form works without a script."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from fastapi import Response
from sqlmodel import Session, col

from models.invitations import OutboxMessage
from models.selection import SelectionRequest
from models.shortlists import Release, Shortlist
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.naming import people_named
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_messages, visible_selections
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.settings import Settings
from service.kit.validation import validated
from service.selection.drafts import operations as drafts
from service.selection.drafts.queries import shortlists_of
from service.selection.invitations import operations as invitations
from service.selection.invitations.queries import invitations_of, questions_of
from service.selection.invitations.schemas import InvitationCreate
from service.selection.messages.delivery import way_of
from service.selection.messages.links import body_for
from service.selection.messages.operations import mark_sent, try_again
from service.selection.naming import subject_name
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.requests.guards import permit_request, permit_request_change
from service.selection.requests.proposals import labels_of
from service.selection.requests.queries import LEVELS, find_request, lock_request
from service.selection.requests.schemas import RequestView
from service.selection.steps import operations as steps
from service.selection.steps.schemas import StepInput
from service.selection.steps.views import candidate_view
from service.selection.words import LEVEL_NAMES, NAMES

router = APIRouter(prefix="/requests/{request_id}", include_in_schema=False)
DRAFT_LENGTH = 10
ANSWER_DAYS = 10
"""Days to answer that the form of an invitation names until somebody names others."""


@router.get("", dependencies=[permit_request(Operation.READ_SELECTIONS)])
def request_page(request_id: str, viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, by: Acting) -> Response:
    """Show a request; to whoever may read names also its shortlists, candidates, messages and steps."""
    return _page(viewer, reader, session, by, request_id)


@router.post("/shortlists", dependencies=[permit_request_change(Operation.EDIT_DRAFTS)])
def draft(request_id: str, context: WithSelectionContext) -> Response:
    """Draft a shortlist."""
    asked = lock_request(context.session, context.visible, request_id)
    problem = refusal(context.session, lambda: drafts.draft(context.session, context.by, asked, context.recommender, DRAFT_LENGTH))
    if problem is not None:
        return _answered(context, request_id, {}, problem)
    return led_to(context.request, f"/shortlists/{shortlists_of(context.session, request_id)[-1].id}")


@router.post("/steps", dependencies=[permit_request_change(Operation.RECORD_STEPS)])
def record_step(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Record a step from the form."""
    asked, typed = lock_request(context.session, context.visible, request_id), filled(form)
    own = {name: value for name, value in typed.items() if name != "about"}
    role, _, expert_id = str(typed.get("about", "")).partition(":")
    about = {"role": role, "expert_id": expert_id} if expert_id else {}

    def change() -> None:
        steps.record_step(context.session, context.by, asked, validated(StepInput, own | about), context.settings)

    return _answered(context, request_id, typed, refusal(context.session, change))


@router.post("/invitations", dependencies=[permit_request_change(Operation.INVITE)])
def invite(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Invite a candidate."""
    asked, typed = lock_request(context.session, context.visible, request_id), filled(form)

    def change() -> None:
        invitations.invite(context.session, context.by, asked, validated(InvitationCreate, typed), context.settings)

    return _answered(context, request_id, typed, refusal(context.session, change))


@router.post("/messages/{message_id}/sent", dependencies=[permit_request_change(Operation.INVITE)])
def message_sent(request_id: str, message_id: str, context: WithSelectionContext) -> Response:
    """Note that a message was copied and sent."""
    visible = _messages(context.viewer.owner, request_id)
    return _answered(context, request_id, {}, refusal(context.session, lambda: mark_sent(context.session, context.by, visible, message_id)))


@router.post("/messages/{message_id}/again", dependencies=[permit_request_change(Operation.INVITE)])
def message_again(request_id: str, message_id: str, context: WithSelectionContext) -> Response:
    """Hand a message that was given up to the mail server once more."""
    visible = _messages(context.viewer.owner, request_id)
    return _answered(context, request_id, {}, refusal(context.session, lambda: try_again(context.session, context.by, visible, message_id)))


def _answered(context: SelectionContext, request_id: str, typed: Fields, problem: Problem | None) -> Response:
    if problem is None:
        return led_to(context.request, f"/requests/{request_id}")
    return _page(context.viewer, context.reader, context.session, context.by, request_id, typed, problem)


def _page(
    viewer: Viewer,
    reader: Reader,
    session: Session,
    by: Actor,
    request_id: str,
    typed: Fields | None = None,
    problem: Problem | None = None,
) -> Response:
    one = find_request(session, visible_selections(viewer.owner), request_id)
    allowed = {name: may(viewer, operation) is True for name, operation in _ALLOWED.items()}
    values: dict[str, Any] = {
        "one": RequestView.of(one),
        "subject": subject_name(session, one.subject_kind, one.subject_id),
        "allowed": allowed,
        "released": _is_released(session, request_id),
        "wanted": _wanted(session, one),
        "role_names": role_names(session),
        "answer_by": (by.today + timedelta(days=ANSWER_DAYS)).isoformat(),
        "typed": typed or {},
        "problem": problem,
        **(_inside(viewer, session, by, one, services_of(reader.request).settings) if allowed["read"] else {}),
    }
    status = 200 if problem is None else problem.status
    return reader.render("selection/request.html", status=status, **values, **NAMES)


_ALLOWED = {
    "read": Operation.READ_DRAFTS,
    "edit": Operation.EDIT_DRAFTS,
    "change": Operation.OPEN_SELECTIONS,
    "invite": Operation.INVITE,
    "record": Operation.RECORD_STEPS,
}


def _inside(viewer: Viewer, session: Session, by: Actor, one: SelectionRequest, settings: Settings) -> dict[str, Any]:
    sent, candidates = invitations_of(session, one.id), steps.candidates_of(session, one.id)
    letters, taken = _waiting(session, viewer, one.id), steps.steps_of(session, one.id)
    return {
        "shortlists": shortlists_of(session, one.id),
        "candidates": [candidate_view(one, candidate) for candidate in candidates],
        "people": people_named(session, viewer, [row.expert_id for rows in (candidates, letters, taken) for row in rows]),
        "invitations": [(invitation, questions_of(session, invitation.id)) for invitation in sent],
        "letters": [(message, body_for(session, viewer, message, settings), way_of(session, message, by.now)) for message in letters],
        "invitation_ids": {invitation.id for invitation in sent},
        "steps": taken,
    }


def _wanted(session: Session, one: SelectionRequest) -> list[tuple[str, Any, list[Any]]]:
    """Return the labels of what is asked for, by role and level."""
    asked = [(role, level, getattr(one, level.value).get(role, [])) for role in one.roles for level in LEVELS]
    labels = labels_of(session, {capability for _, _, capabilities in asked for capability in capabilities})
    return [(role, LEVEL_NAMES[level.value], [labels[one] for one in found if one in labels]) for role, level, found in asked if found]


def _is_released(session: Session, request_id: str) -> bool:
    joined = sa.select(col(Release.shortlist_id)).join(Shortlist, col(Shortlist.id) == col(Release.shortlist_id))
    return session.scalar(joined.where(col(Shortlist.request_id) == request_id).limit(1)) is not None


def _messages(viewer: Viewer, request_id: str) -> sa.Select[Any]:
    return visible_messages(viewer).where(col(OutboxMessage.request_id) == request_id)


def _waiting(session: Session, viewer: Viewer, request_id: str) -> Sequence[OutboxMessage]:
    waiting = _messages(viewer, request_id).where(col(OutboxMessage.sent_at).is_(None))
    return session.scalars(waiting.order_by(col(OutboxMessage.id))).all()
