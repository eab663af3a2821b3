"""The forms for evidence: in "My profile" for its owner, and on the page of a person for a coordinator."""

from fastapi import Response

from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, no_expert
from service.identity.access.policies import Operation, may_with_expert
from service.identity.access.viewer import CurrentViewer
from service.kit.forms import Submitted
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.people.evidence import operations
from service.people.evidence.filing import Filing
from service.people.profiles.guards import ExpertToExtend, ExpertToRead, OwnExpertToChange, OwnExpertToRead

MINE = "/profile"
own = APIRouter(prefix="/profile/evidence", include_in_schema=False)
others = APIRouter(prefix="/people/{expert_id}/evidence", include_in_schema=False)


@own.get("/new")
def new_item_page(expert: OwnExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    return Filing(reader, session, viewer, expert, MINE).show(None)


@own.post("")
def add_item(
    expert: OwnExpertToChange, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Add an item of evidence."""
    return Filing(reader, session, viewer, expert, MINE).add(by, form)


@own.get("/{evidence_id}")
def item_page(evidence_id: str, expert: OwnExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the form with an item in it."""
    return Filing(reader, session, viewer, expert, MINE).show(operations.find_evidence(session, expert, evidence_id))


@own.post("/{evidence_id}")
def change_item(
    evidence_id: str, expert: OwnExpertToChange, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Replace what the form holds of an item."""
    return Filing(reader, session, viewer, expert, MINE).change(by, evidence_id, form)


@own.post("/{evidence_id}/removal")
def remove_item(
    evidence_id: str, expert: OwnExpertToChange, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Remove an item for good."""
    return Filing(reader, session, viewer, expert, MINE).remove(by, evidence_id, form)


@others.get("/new")
def new_item_of_person_page(expert: ExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show a coordinator the empty form."""
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert.id), no_expert(expert.id))
    return _of_person(reader, session, viewer, expert).show(None)


@others.post("")
def add_item_of_person(
    expert: ExpertToExtend, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Add an item of evidence to somebody's profile."""
    return _of_person(reader, session, viewer, expert).add(by, form)


@others.get("/{evidence_id}")
def item_of_person_page(evidence_id: str, expert: ExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show a coordinator the form with an item in it."""
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert.id), no_expert(expert.id))
    return _of_person(reader, session, viewer, expert).show(operations.find_evidence(session, expert, evidence_id))


@others.post("/{evidence_id}")
def change_item_of_person(
    evidence_id: str, expert: ExpertToExtend, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Replace what the form holds of an item of somebody's."""
    return _of_person(reader, session, viewer, expert).change(by, evidence_id, form)


@others.post("/{evidence_id}/removal")
def remove_item_of_person(
    evidence_id: str, expert: ExpertToExtend, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted
) -> Response:
    """Remove an item of somebody's for good."""
    return _of_person(reader, session, viewer, expert).remove(by, evidence_id, form)


def _of_person(reader: ReaderOfPage, session: Reading | Writing, viewer: CurrentViewer, expert: ExpertToRead) -> Filing:
    return Filing(reader, session, viewer, expert, f"/people/{expert.id}")
