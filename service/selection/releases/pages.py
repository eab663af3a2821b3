"""The form that releases a list; and the pages of a lead: the released list under pseudonyms, a comparison, the form for feedback."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Query, Response
from sqlmodel import Session

from models.accounts import Account
from models.vocabulary.selection import FeedbackKind
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.naming import people_named
from service.identity.access.policies import Operation, may, may_with_all
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.actor import VISITOR
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
from service.selection.releases.leads import seen_as
from service.selection.releases.operations import give_feedback, release
from service.selection.releases.pseudonyms import pseudonym
from service.selection.releases.queries import feedback_view, pseudonyms, released_last, released_view
from service.selection.releases.schemas import FeedbackInput, Pseudonym, ReleasedView
from service.selection.requests.context import WithSelectionContext
from service.selection.requests.guards import permit_request, permit_request_change
from service.selection.requests.queries import find_request
from service.selection.words import FEEDBACK_REASONS, NAMES, REASONS_FOR

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
def released_page(request_id: str, viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, sent: bool = False) -> Response:
    """Show the released shortlist."""
    return _page(viewer, reader, session, request_id, sent=sent)


@router.get("/comparison", dependencies=[permit_request(Operation.READ_RELEASED)])
def compared_page(
    request_id: str, reader: ReaderOfPage, session: Reading, by: Acting, person: Annotated[list[Pseudonym], Query(default_factory=list)]
) -> Response:
    """Put two to four people side by side, still under their pseudonyms."""
    released = released_view(session, request_id, seen_as(session, by.actor, request_id)[0])
    people = [one for one in released.people if one.pseudonym in person]
    if not COMPARED[0] <= len(people) <= COMPARED[1]:
        raise Invalid.field(
            "person", en="must name two to four people of this list", vi="phải nêu từ hai đến bốn người trong danh sách này"
        )
    states = [{(one.label.en, one.label.vi): one.state for one in person.capabilities} for person in people]
    labels = {(one.label.en, one.label.vi): one.label for person in people for one in person.capabilities}
    values: dict[str, Any] = {
        "people": people,
        "released": released,
        "role_names": role_names(session),
        "capabilities": [(label, [shown.get(key) for shown in states]) for key, label in labels.items()],
    }
    return reader.render("selection/releases/released_compared.html", **values, **NAMES)


@router.post("", dependencies=[permit_request_change(Operation.GIVE_FEEDBACK)])
def feedback_page(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Take feedback from the form."""
    shortlist, _ = released_last(context.session, request_id)
    typed = filled(form)
    problem = refusal(context.session, lambda: give_feedback(context.session, context.by, shortlist, _about_somebody(typed)))
    if problem is None:
        return led_to(context.request, f"/requests/{request_id}/released?sent=true")
    return _page(context.viewer, context.reader, context.session, request_id, typed, problem)


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
    request_id: str,
    typed: Fields | None = None,
    problem: Problem | None = None,
    *,
    sent: bool = False,
) -> Response:
    asker = viewer.account_id or VISITOR
    seen_by, leads = seen_as(session, asker, request_id)
    released = released_view(session, request_id, seen_by)
    own = [feedback_view(session, one) for one in feedback_of(session, released.shortlist_id) if one.given_by == asker]
    request = find_request(session, visible_selections(viewer.owner), request_id)
    values: dict[str, Any] = {
        "released": released,
        "subject": subject_name(session, request.subject_kind, request.subject_id),
        "role_names": role_names(session),
        "own": own,
        "names": _names(session, viewer, released, seen_by),
        "others": _others(session, released, seen_by, leads) if seen_by != asker else {},
        "lead_names": [lead.display_name for lead in leads] if seen_by != asker else [],
        "reasons_for": [(fits, [(code, FEEDBACK_REASONS[code]) for code in reasons]) for fits, reasons in REASONS_FOR.items()],
        "sent": sent,
        "may_say": may(viewer, Operation.GIVE_FEEDBACK) is True,
        "typed": typed or {},
        "problem": problem,
    }
    return reader.render("selection/releases/released.html", status=200 if problem is None else problem.status, **values, **NAMES)


def _names(session: Session, viewer: Viewer, released: ReleasedView, seen_by: str) -> dict[str, str]:
    """Return what each person is called, by pseudonym, before whoever may read the list with names; nobody's before a lead."""
    if may_with_all(viewer, Operation.READ_DRAFTS) is not True:
        return {}
    known = pseudonyms(session, released.shortlist_id, seen_by)
    names = people_named(session, viewer, [expert_id for _, expert_id in known.values()])
    return {code: names[expert_id] for code, (_, expert_id) in known.items()}


def _others(session: Session, released: ReleasedView, seen_by: str, leads: Sequence[Account]) -> dict[str, list[tuple[str, str]]]:
    """Return by pseudonym what the further leads know each person as: every lead has other pseudonyms."""
    known = pseudonyms(session, released.shortlist_id, seen_by)
    further = [lead for lead in leads if lead.id != seen_by]
    return {
        code: [(lead.display_name, pseudonym(session, lead.id, expert_id)) for lead in further] for code, (_, expert_id) in known.items()
    }
