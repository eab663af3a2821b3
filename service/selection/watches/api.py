"""Addresses of watches."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.matches.recommendations.dependencies import FromRecommender
from service.selection.watches import operations
from service.selection.watches.queries import find_watch, open_watches, watch_view
from service.selection.watches.schemas import WatchCreate, WatchView

router = APIRouter(prefix="/watches", tags=["shortlists"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_DRAFTS)], [permit(Operation.WATCH)]


@router.get("", dependencies=READ, responses=responses(503))
def list_watches(viewer: CurrentViewer, session: Reading, recommender: FromRecommender) -> list[WatchView]:
    """List the roles that are watched, with who fits now and was not seen before."""
    return [watch_view(session, recommender, watch, subject) for watch, subject in open_watches(session, viewer.owner)]


@router.post("", dependencies=CHANGE, status_code=201, response_model=WatchView, responses=responses(404, 409, 503))
def open_watch(
    fields: WatchCreate,
    viewer: CurrentViewer,
    request: Request,
    response: Response,
    by: Acting,
    once: OnlyOnce,
    recommender: FromRecommender,
) -> WatchView | Response:
    """Watch a role from now on; whoever fits it now is no news."""
    if earlier := once.earlier(fields):
        return earlier
    watch, subject = operations.open_watch(once.session, by, viewer.owner, recommender, fields)
    response.headers["Location"] = f"{request.url.path}/{watch.id}"
    return once.keep(watch_view(once.session, recommender, watch, subject), response)


@router.get("/{watch_id}", dependencies=READ, responses=responses(404, 503))
def get_watch(watch_id: str, viewer: CurrentViewer, session: Reading, recommender: FromRecommender) -> WatchView:
    """Show a watch with its news."""
    return watch_view(session, recommender, *find_watch(session, viewer.owner, watch_id))


@router.post("/{watch_id}/seen", dependencies=CHANGE, responses=responses(404, 503))
def mark_seen(watch_id: str, viewer: CurrentViewer, session: Writing, by: Acting, recommender: FromRecommender) -> WatchView:
    """Note that whoever fits now was seen: they are no news any more."""
    watch, subject = find_watch(session, viewer.owner, watch_id)
    operations.mark_seen(session, by, recommender, watch)
    return watch_view(session, recommender, watch, subject)


@router.delete("/{watch_id}", dependencies=CHANGE, status_code=204, responses=responses(404))
def close_watch(watch_id: str, viewer: CurrentViewer, session: Writing, by: Acting) -> None:
    """Watch no longer."""
    watch, _ = find_watch(session, viewer.owner, watch_id)
    operations.close_watch(session, by, watch)
