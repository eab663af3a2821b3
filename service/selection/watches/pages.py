"""The page of watches: what is watched, who fits now, and a form to watch more."""

from collections.abc import Callable
from typing import Any

from fastapi import Response
from sqlmodel import Session, col

from models.catalogue import Product
from models.vocabulary import RoleCode
from service.catalogue.products.queries import filtered_products
from service.catalogue.rules.queries import role_names
from service.identity.access.guards import permit
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.recommending import Recommender
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.watches import operations
from service.selection.watches.queries import find_watch, open_watches, watch_view
from service.selection.watches.schemas import WatchCreate

router = APIRouter(prefix="/watches", include_in_schema=False)
_ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)


@router.get("", dependencies=[permit(Operation.READ_DRAFTS)])
def watches_page(
    viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, recommender: FromRecommender, subject: str = ""
) -> Response:
    """Show what is watched, and the form that watches one role more."""
    return _page(viewer.owner, reader, session, recommender, {"subject": subject})


@router.post("", dependencies=[permit(Operation.WATCH)])
def open_watch(form: Submitted, context: WithSelectionContext) -> Response:
    """Watch a role from the form."""

    def save(typed: Fields) -> None:
        operations.open_watch(context.session, context.by, context.viewer.owner, context.recommender, validated(WatchCreate, typed))

    return _done(context, filled(form), save)


@router.post("/{watch_id}/seen", dependencies=[permit(Operation.WATCH)])
def mark_seen(watch_id: str, context: WithSelectionContext) -> Response:
    """Note that whoever fits now was seen."""
    watch, _ = find_watch(context.session, context.viewer.owner, watch_id)
    return _done(context, {}, lambda _: operations.mark_seen(context.session, context.by, context.recommender, watch))


@router.post("/{watch_id}/closed", dependencies=[permit(Operation.WATCH)])
def close_watch(watch_id: str, context: WithSelectionContext) -> Response:
    """Watch no longer."""
    watch, _ = find_watch(context.session, context.viewer.owner, watch_id)
    return _done(context, {}, lambda _: operations.close_watch(context.session, context.by, watch))


def _done(context: SelectionContext, typed: Fields, save: Callable[[Fields], None]) -> Response:
    problem = refusal(context.session, lambda: save(typed))
    if problem is None:
        return led_to(context.request, "/watches")
    return _page(context.viewer.owner, context.reader, context.session, context.recommender, typed, problem)


def _page(
    viewer: Viewer,
    reader: Reader,
    session: Session,
    recommender: Recommender,
    typed: Fields | dict[str, Any],
    problem: Problem | None = None,
) -> Response:
    products = session.scalars(filtered_products(session, None, None, None, None).order_by(col(Product.id))).all()
    return reader.render(
        "selection/watches/watches.html",
        status=200 if problem is None else problem.status,
        watches=[watch_view(session, recommender, watch, subject) for watch, subject in open_watches(session, viewer)],
        products=products,
        roles=_ROLES,
        role_names=role_names(session),
        may_change=may(viewer, Operation.WATCH) is True,
        typed=typed,
        problem=problem,
    )
