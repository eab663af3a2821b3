"""The form that releases a list; and the pages of a lead: the released list under pseudonyms, a comparison, the form for feedback."""

from typing import Annotated, Any

from fastapi import Query, Response
from sqlmodel import Session

from models.vocabulary.selection import FeedbackKind
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading
from service.kit.validation import validated
from service.selection.drafts.guards import permit_shortlist_change
from service.selection.drafts.queries import feedback_of, lock_shortlist
from service.selection.drafts.schemas import COMPARED
from service.selection.drafts.showing import ActNotice, Done, answered
from service.selection.naming import subject_name
from service.selection.releases.operations import give_feedback, release
from service.selection.releases.queries import feedback_view, released_last, released_view
from service.selection.releases.schemas import FeedbackInput, Pseudonym
from service.selection.requests.context import WithSelectionContext
from service.selection.requests.guards import permit_request, permit_request_change
from service.selection.requests.queries import find_request
from service.selection.words import NAMES

release_router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)
router = APIRouter(prefix="/requests/{request_id}/released", include_in_schema=False)
_ABOUT_PERSON = (FeedbackKind.SUITABLE.value, FeedbackKind.UNSUITABLE.value)


@release_router.post("/release", dependencies=[permit_shortlist_change(Operation.RELEASE)])
def release_page(shortlist_id: str, context: WithSelectionContext) -> Response:
    """Release a signed shortlist."""
    _, shortlist = lock_shortlist(context.session, context.visible, shortlist_id)
    problem = refusal(context.session, lambda: release(context.session, context.by, shortlist))
    return answered(context, shortlist_id, problem, notice=ActNotice(Done.RELEASED, at="signed"))


@router.get("", dependencies=[permit_request(Operation.READ_RELEASED)])
def released_page(request_id: str, viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, by: Acting) -> Response:
    """Show the released shortlist."""
    return _page(viewer, reader, session, by, request_id)


@router.get("/comparison", dependencies=[permit_request(Operation.READ_RELEASED)])
def compared_page(
    request_id: str, reader: ReaderOfPage, session: Reading, by: Acting, person: Annotated[list[Pseudonym], Query(default_factory=list)]
) -> Response:
    """Put two to four people side by side, still under their pseudonyms."""
    released = released_view(session, request_id, by.actor)
    people = [one for one in released.people if one.pseudonym in person]
    if not COMPARED[0] <= len(people) <= COMPARED[1]:
        raise Invalid.field(
            "person", en="must name two to four people of this list", vi="phải nêu từ hai đến bốn người trong danh sách này"
        )
    return reader.render(
        "selection/releases/released_compared.html", people=people, released=released, role_names=role_names(session), **NAMES
    )


@router.post("", dependencies=[permit_request_change(Operation.GIVE_FEEDBACK)])
def feedback_page(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Take feedback from the form."""
    shortlist, _ = released_last(context.session, request_id)
    typed = filled(form)
    problem = refusal(context.session, lambda: give_feedback(context.session, context.by, shortlist, _about_somebody(typed)))
    if problem is None:
        return led_to(context.request, f"/requests/{request_id}/released")
    return _page(context.viewer, context.reader, context.session, context.by, request_id, typed, problem)


def _about_somebody(typed: Fields) -> FeedbackInput:
    """Return the feedback; raises ``Invalid`` for a word about a person that names none. A wish about the whole list names nobody."""
    about_person = typed.get("kind") in _ABOUT_PERSON
    if about_person and "person" not in typed:
        raise Invalid("person_not_chosen", en="Choose the person whom this is about.", vi="Hãy chọn người được nhận xét.")
    return validated(FeedbackInput, {name: value for name, value in typed.items() if name != "person" or about_person})


def _page(
    viewer: Viewer,
    reader: Reader,
    session: Session,
    by: Actor,
    request_id: str,
    typed: Fields | None = None,
    problem: Problem | None = None,
) -> Response:
    released = released_view(session, request_id, by.actor)
    own = [feedback_view(session, one) for one in feedback_of(session, released.shortlist_id) if one.given_by == by.actor]
    request = find_request(session, visible_selections(viewer.owner), request_id)
    values: dict[str, Any] = {
        "released": released,
        "subject": subject_name(session, request.subject_kind, request.subject_id),
        "role_names": role_names(session),
        "own": own,
        "may_say": may(viewer, Operation.GIVE_FEEDBACK) is True,
        "typed": typed or {},
        "problem": problem,
    }
    return reader.render("selection/releases/released.html", status=200 if problem is None else problem.status, **values, **NAMES)
