"""The page of nominations: those that concern the viewer, their answers, and a form to name somebody."""

from collections.abc import Callable
from typing import Any

from fastapi import Response
from sqlmodel import col

from models.catalogue import Product
from models.nominations import Nomination
from models.vocabulary import RoleCode
from service.catalogue.products.queries import filtered_products
from service.catalogue.rules.queries import role_names
from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation, may, may_with_all
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_nominations
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.selection.naming import subject_names
from service.selection.nominations import operations
from service.selection.nominations.queries import find_nomination, shown
from service.selection.nominations.schemas import NominationAnswer, NominationCreate
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.words import NOMINATION_STATES

router = APIRouter(prefix="/nominations", include_in_schema=False)
_ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)


@router.get("", dependencies=[permit_part(Operation.READ_NOMINATIONS)])
def nominations_page(viewer: CurrentViewer, reader: ReaderOfPage, session: Reading) -> Response:
    """Show nominations, newest first."""
    return _page(viewer, reader, session, {})


@router.post("", dependencies=[permit_part(Operation.NOMINATE)])
def nominate(form: Submitted, context: WithSelectionContext) -> Response:
    """Name somebody from the form."""
    typed = filled(form)
    return _done(
        context, typed, lambda: operations.nominate(context.session, context.by, context.viewer.owner, validated(NominationCreate, typed))
    )


@router.post("/{nomination_id}/answers", dependencies=[permit_part(Operation.NOMINATE)])
def answer_nomination(nomination_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Take the answer from the form."""
    nomination, typed = find_nomination(context.session, context.viewer.owner, nomination_id), filled(form)
    said: Callable[[], Any] = lambda: operations.answer(  # noqa: E731 - named for what it does
        context.session, context.by, context.viewer.owner, nomination, validated(NominationAnswer, typed)
    )
    return _done(context, {}, said)


def _done(context: SelectionContext, typed: Fields, act: Callable[[], Any]) -> Response:
    problem = refusal(context.session, act)
    return (
        led_to(context.request, "/nominations")
        if problem is None
        else _page(context.viewer, context.reader, context.session, typed, problem)
    )


def _page(viewer: Viewer, reader: Reader, session: Any, typed: Any, problem: Problem | None = None) -> Response:
    rows = list(session.scalars(visible_nominations(viewer).order_by(col(Nomination.id).desc()).limit(100)))
    return reader.render(
        "selection/nominations/nominations.html",
        status=200 if problem is None else problem.status,
        nominations=shown(session, viewer, rows),
        subjects=subject_names(session, [(row.subject_kind, row.subject_id) for row in rows if row.subject_kind and row.subject_id]),
        own_id=viewer.expert_id,
        answers_for_others=may_with_all(viewer, Operation.NOMINATE) is True,
        may_nominate=may(viewer, Operation.NOMINATE) is True,
        products=session.scalars(filtered_products(session, None, None, None, None).order_by(col(Product.id))).all(),
        roles=_ROLES,
        role_names=role_names(session),
        state_names=NOMINATION_STATES,
        typed=typed,
        problem=problem,
    )
