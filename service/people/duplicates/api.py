"""Addresses of pairs of records: look for them, see both sides, decide, merge, and take a merge back."""

from typing import Annotated

from fastapi import Query, Response
from sqlmodel import Session

from models.doubles import DuplicatePair
from models.vocabulary import DuplicateState, IdentityVerdict
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.own_case import leave_to_others
from service.identity.access.policies import Operation
from service.kit.fields import RowNumber
from service.kit.jobs.queue import enqueue
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page_by_place
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.duplicates import finding, merging, operations, queries, undoing, views
from service.people.duplicates.schemas import MergeInput, PairDetail, PairInput, PairView, ReasonInput, SearchInput, SearchStarted
from service.people.profiles.queries import find_expert

router = APIRouter(prefix="/duplicates", tags=["duplicates"], responses=responses(401, 403))
READ, DECIDE = [permit(Operation.READ_DUPLICATES)], [permit(Operation.JUDGE_DUPLICATES)]
CHANGES = responses(404, 409, 410, 412, 428)
Person = Annotated[str | None, Query(max_length=80, examples=["E000001"])]


@router.get("", dependencies=READ)
def list_pairs(
    session: Reading,
    paging: Paged,
    state: DuplicateState | None = None,
    verdict: IdentityVerdict | None = None,
    expert: Person = None,
) -> Page[PairView]:
    """List pairs of records that may be one person's, the likeliest first."""
    statement = queries.pairs(state, verdict, expert)
    found = find_page_by_place(session, statement, queries.LIKELIEST, paging)
    return paging.page(found, lambda pair: views.pair_views(session, [pair])[0])


@router.post("", status_code=201, dependencies=DECIDE, responses=responses(404, 410))
def compare_pair(fields: PairInput, session: Writing, response: Response, by: Acting) -> PairDetail:
    """Compare two records that somebody names, and keep the pair whatever the comparison says."""
    return _shown(session, operations.add_pair(session, by, fields.expert, fields.other), response)


@router.post("/search", dependencies=DECIDE, responses=responses(404, 410))
def search_pairs(fields: SearchInput, session: Writing, by: Acting) -> SearchStarted:
    """Look for the doubles of one person now, or of everybody as a job."""
    if fields.expert is None:
        return SearchStarted(job=enqueue(session, finding.KIND, {}).id, pairs=[])
    leave_to_others(by, fields.expert)
    find_expert(session, fields.expert)
    finding.find_for(session, fields.expert, by.now)
    found = session.scalars(queries.pairs(DuplicateState.OPEN, None, fields.expert).order_by(*queries.LIKELIEST)).all()
    return SearchStarted(job=None, pairs=views.pair_views(session, found))


@router.get("/{pair_id}", dependencies=READ, responses=responses(404))
def get_pair(pair_id: RowNumber, session: Reading, response: Response) -> PairDetail:
    """Show both records side by side. The ETag holds the versions of both; a decision must name it."""
    return _shown(session, queries.find_pair(session, pair_id), response)


@router.post("/{pair_id}/different", dependencies=DECIDE, responses=CHANGES)
def judge_different(
    pair_id: RowNumber, fields: ReasonInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> PairDetail:
    """Remember that the two are different people: they are not proposed again."""
    pair = queries.find_pair(session, pair_id)
    operations.judge_different(session, by, pair, fields.reason, if_match)
    return _shown(session, pair, response)


@router.post("/{pair_id}/reopen", dependencies=DECIDE, responses=CHANGES)
def reopen_pair(pair_id: RowNumber, session: Writing, response: Response, by: Acting, if_match: IfMatch = None) -> PairDetail:
    """Take back that the two are different people."""
    pair = queries.find_pair(session, pair_id)
    operations.reopen(session, by, pair, if_match)
    return _shown(session, pair, response)


@router.post("/{pair_id}/merge", dependencies=DECIDE, responses=CHANGES)
def merge_pair(
    pair_id: RowNumber, fields: MergeInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> PairDetail:
    """Make the two records one. Withdrawals and refusals hold until the person answers; signed lists stay as they are signed."""
    pair = queries.find_pair(session, pair_id)
    merging.merge(session, by, pair, fields.keep, fields.reason, if_match)
    return _shown(session, pair, response)


@router.post("/{pair_id}/undo", dependencies=DECIDE, responses=CHANGES)
def undo_merge(
    pair_id: RowNumber, fields: ReasonInput, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> PairDetail:
    """Take a merge back: both records as they were, but for what was changed since."""
    pair = queries.find_pair(session, pair_id)
    undoing.undo(session, by, pair, fields.reason, if_match)
    return _shown(session, pair, response)


def _shown(session: Session, pair: DuplicatePair, response: Response) -> PairDetail:
    response.headers["ETag"] = etag(queries.pair_tag(session, pair))
    return views.pair_detail(session, pair)
