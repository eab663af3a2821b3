"""The pages of records that may be one person's: the list, and two records side by side with what can be decided."""

from typing import Annotated

from fastapi import Form, Query, Request, Response

from models.vocabulary import DuplicateState
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.naming import person_called
from service.identity.access.own_case import leave_to_others
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.kit.addresses import led_to
from service.kit.fields import RowNumber
from service.kit.forms import Fields, Submitted, filled
from service.kit.jobs.queue import enqueue
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, find_page_by_place
from service.kit.preconditions import etag
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.people.duplicates import finding, merging, operations, queries, undoing, views
from service.people.duplicates.queries import LIKELIEST
from service.people.duplicates.schemas import MergeInput, ReasonInput
from service.people.duplicates.words import STATES, VERDICTS
from service.people.profiles.queries import find_expert
from service.people.profiles.words import KINDS

router = APIRouter(prefix="/duplicates", include_in_schema=False)
READ, DECIDE = [permit(Operation.READ_DUPLICATES)], [permit(Operation.JUDGE_DUPLICATES)]


@router.get("", dependencies=READ)
def pairs_page(
    viewer: CurrentViewer,
    session: Reading,
    reader: ReaderOfPage,
    paging: ShortPaged,
    state: DuplicateState = DuplicateState.OPEN,
    started: Annotated[bool, Query()] = False,
) -> Response:
    """List pairs, the likeliest first, those that are open unless another state is asked for."""
    found = find_page_by_place(session, queries.pairs(state, None, None), LIKELIEST, paging)
    return reader.render(
        "people/duplicates/pairs.html",
        pairs=views.pair_views(session, found.rows),
        total=found.total,
        following=found.next,
        state=state,
        states=STATES,
        verdicts=VERDICTS,
        started=started,
        may_decide=may(viewer, Operation.JUDGE_DUPLICATES) is True,
    )


@router.post("/search", dependencies=DECIDE)
def look_for_pairs(
    request: Request, viewer: CurrentViewer, session: Writing, by: Acting, expert: Annotated[str, Form(max_length=300)] = ""
) -> Response:
    """Look for the doubles of one person now, or of everybody as a job."""
    meant = person_called(session, viewer, expert)
    if meant is None:
        enqueue(session, finding.KIND, {})
        return led_to(request, "/duplicates?started=true")
    leave_to_others(by, meant)
    finding.find_for(session, find_expert(session, meant).id, by.now)
    return led_to(request, "/duplicates")


@router.get("/{pair_id}", dependencies=READ)
def pair_page(pair_id: RowNumber, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show both records side by side."""
    pair = queries.find_pair(session, pair_id)
    return reader.render(
        "people/duplicates/pair.html",
        pair=views.pair_detail(session, pair),
        tag=queries.pair_tag(session, pair),
        kinds=KINDS,
        states=STATES,
        verdicts=VERDICTS,
        may_decide=may(viewer, Operation.JUDGE_DUPLICATES) is True,
    )


@router.post("/{pair_id}/merge", dependencies=DECIDE)
def merge_pair(pair_id: RowNumber, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Make the two records one."""
    word = validated(MergeInput, _sent(form, "keep", "reason"))
    merging.merge(session, by, queries.find_pair(session, pair_id), word.keep, word.reason, _tag(form))
    return led_to(request, f"/duplicates/{pair_id}")


@router.post("/{pair_id}/different", dependencies=DECIDE)
def judge_different(pair_id: RowNumber, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Remember that the two are different people."""
    word = validated(ReasonInput, _sent(form, "reason"))
    operations.judge_different(session, by, queries.find_pair(session, pair_id), word.reason, _tag(form))
    return led_to(request, f"/duplicates/{pair_id}")


@router.post("/{pair_id}/reopen", dependencies=DECIDE)
def reopen_pair(pair_id: RowNumber, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Take back that the two are different people."""
    operations.reopen(session, by, queries.find_pair(session, pair_id), _tag(form))
    return led_to(request, f"/duplicates/{pair_id}")


@router.post("/{pair_id}/undo", dependencies=DECIDE)
def undo_merge(pair_id: RowNumber, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Take a merge back."""
    word = validated(ReasonInput, _sent(form, "reason"))
    undoing.undo(session, by, queries.find_pair(session, pair_id), word.reason, _tag(form))
    return led_to(request, f"/duplicates/{pair_id}")


def _sent(form: Submitted, *names: str) -> Fields:
    return {name: value for name, value in filled(form).items() if name in names}


def _tag(form: Submitted) -> str:
    return etag(str(form.get("tag", "")))
