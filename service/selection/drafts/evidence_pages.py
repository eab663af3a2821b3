"""The page on which a coordinator verifies the evidence of somebody on a shortlist, item by item."""

from typing import Any

import sqlalchemy as sa
from fastapi import Response
from sqlmodel import Session, col

from models.experts import Evidence, Expert
from models.vocabulary import Verification
from service.identity.access.guards import no_expert
from service.identity.access.own_case import leave_to_others
from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, check_version, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.people.evidence.operations import change_evidence, find_evidence
from service.people.evidence.schemas import EvidenceChange
from service.people.profiles.changes import expert_to_extend
from service.selection.drafts.guards import permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import find_shortlist, places_of
from service.selection.requests.context import WithSelectionContext
from service.selection.requests.guards import VisibleRequests
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}/evidence/{expert_id}", include_in_schema=False)


@router.get("", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def evidence_page(shortlist_id: str, visible: VisibleRequests, expert_id: str, reader: ReaderOfPage, session: Reading) -> Response:
    """Show the evidence of a person on the list, each item with the form that says who stands behind it."""
    _check_listed(session, visible, shortlist_id, expert_id)
    return _page(reader, session, shortlist_id, expert_id)


@router.post("/{evidence_id}", dependencies=[permit_shortlist_change(Operation.VOUCH)])
def verify_evidence(shortlist_id: str, expert_id: str, evidence_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Record who verified an item, and when."""
    _check_listed(context.session, context.visible, shortlist_id, expert_id)
    typed = filled(form)

    def change() -> None:
        leave_to_others(context.viewer, expert_id)
        expert = expert_to_extend(context.session, expert_id)
        fields = dict(typed)
        check_version(fields, expert.version)
        item = find_evidence(context.session, expert, evidence_id)
        said = {"verified_by": "", "verified_on": None, "source": "", **fields}
        change_evidence(context.session, context.by, expert, item, validated(EvidenceChange, said))

    problem = refusal(context.session, change)
    if problem is None:
        return led_to(context.request, f"/shortlists/{shortlist_id}/evidence/{expert_id}#{evidence_id}")
    return _page(context.reader, context.session, shortlist_id, expert_id, {**typed, "item": evidence_id}, problem)


def _check_listed(session: Session, visible: sa.Select[Any], shortlist_id: str, expert_id: str) -> None:
    places = places_of(session, find_shortlist(session, visible, shortlist_id).id)
    if expert_id not in {content.expert_id for _, content in places if content is not None}:
        raise no_expert(expert_id)


def _page(
    reader: Reader, session: Session, shortlist_id: str, expert_id: str, typed: Fields | None = None, problem: Problem | None = None
) -> Response:
    items = sa.select(Evidence).where(col(Evidence.expert_id) == expert_id).order_by(col(Evidence.starts).desc(), col(Evidence.id))
    values: dict[str, Any] = {
        "shortlist_id": shortlist_id,
        "expert": session.get_one(Expert, expert_id),
        "items": session.scalars(items).all(),
        "verifications": [verification.value for verification in Verification],
        "typed": typed or {"item": ""},
        "problem": problem,
    }
    return reader.render("selection/drafts/evidence.html", status=200 if problem is None else problem.status, **values, **NAMES)
