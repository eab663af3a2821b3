"""Addresses of signatures and of their check."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag, require_match
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.matches.recommendations.services import matching_of
from service.selection.drafts.guards import LockedShortlist, permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import find_shortlist, shown
from service.selection.drafts.schemas import ShortlistView
from service.selection.drafts.views import shortlist_view
from service.selection.requests.guards import VisibleRequests
from service.selection.signing import operations
from service.selection.signing.schemas import SignInput, VerificationView
from service.selection.signing.verification import verify

router = APIRouter(prefix="/shortlists/{shortlist_id}", tags=["shortlists"], responses=responses(401, 403, 404))


@router.post("/signatures", dependencies=[permit_shortlist_change(Operation.SIGN)], responses=responses(409, 412, 428))
def sign_shortlist(
    locked: LockedShortlist,
    fields: SignInput,
    request: Request,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> ShortlistView:
    """Sign a shortlist. From then on it is never changed; it stays for reference, people decide."""
    asked, shortlist = locked
    require_match(if_match, shortlist.version)
    operations.sign(session, by, asked, shortlist, fields, services_of(request).settings)
    response.headers["ETag"] = etag(shortlist.version)
    return shortlist_view(shown(session, shortlist))


@router.delete("/signatures", dependencies=[permit_shortlist_change(Operation.SIGN)], responses=responses(409, 412, 428))
def reopen_shortlist(locked: LockedShortlist, session: Writing, response: Response, by: Acting, if_match: IfMatch = None) -> ShortlistView:
    """Take back the first of two signatures, so that the list is a draft again."""
    _, shortlist = locked
    require_match(if_match, shortlist.version)
    operations.reopen(session, by, shortlist)
    response.headers["ETag"] = etag(shortlist.version)
    return shortlist_view(shown(session, shortlist))


@router.get("/verification", dependencies=[permit_shortlist(Operation.READ_DRAFTS)], responses=responses(409, 503))
def verify_shortlist(shortlist_id: str, visible: VisibleRequests, request: Request, session: Reading) -> VerificationView:
    """Check that a signed list is as it was signed, and whether asking again gives the same bytes; if not, what has changed."""
    return verify(session, find_shortlist(session, visible, shortlist_id), matching_of(request).recommender)
