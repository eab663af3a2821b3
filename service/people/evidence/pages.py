"""The forms for evidence: in "My profile" for its owner, on the page of a person for a coordinator, and for whoever edits for somebody."""

from fastapi import Response

from service.identity.access.acting import Acting
from service.identity.access.own_case import edited_by
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.people.evidence import operations
from service.people.evidence.filing import EvidenceForm, Filing
from service.people.profiles.guards import EvidenceToExtend, ExpertWithEvidence, OwnExpertToChange, OwnExpertToRead

MINE = "/profile"
own = APIRouter(prefix="/profile/evidence", include_in_schema=False)
edited = APIRouter(prefix="/editing/{expert_id}/evidence", include_in_schema=False)
others = APIRouter(prefix="/people/{expert_id}/evidence", include_in_schema=False)


@own.get("/new")
def new_item_page(expert: OwnExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    return Filing(reader, session, viewer, expert, MINE).show(None)


@own.post("")
def add_item(
    expert: OwnExpertToChange, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: EvidenceForm
) -> Response:
    """Add an item of evidence."""
    return Filing(reader, session, viewer, expert, MINE).add(by, form)


@own.get("/{evidence_id}")
def item_page(evidence_id: str, expert: OwnExpertToRead, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the form with an item in it."""
    return Filing(reader, session, viewer, expert, MINE).show(operations.find_evidence(session, expert, evidence_id))


@own.post("/{evidence_id}")
def change_item(
    evidence_id: str,
    expert: OwnExpertToChange,
    viewer: CurrentViewer,
    session: Writing,
    reader: ReaderOfPage,
    by: Acting,
    form: EvidenceForm,
) -> Response:
    """Replace what the form holds of an item."""
    return Filing(reader, session, viewer, expert, MINE).change(by, evidence_id, form)


@own.post("/{evidence_id}/removal")
def remove_item(
    evidence_id: str,
    expert: OwnExpertToChange,
    viewer: CurrentViewer,
    session: Writing,
    reader: ReaderOfPage,
    by: Acting,
    form: EvidenceForm,
) -> Response:
    """Remove an item for good."""
    return Filing(reader, session, viewer, expert, MINE).remove(by, evidence_id, form)


@others.get("/new")
@edited.get("/new")
def new_item_of_person_page(expert: ExpertWithEvidence, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show a coordinator, or a delegate, the empty form."""
    return _of_person(reader, session, viewer, expert).show(None)


@others.post("")
@edited.post("")
def add_item_of_person(
    expert: EvidenceToExtend, viewer: CurrentViewer, session: Writing, reader: ReaderOfPage, by: Acting, form: EvidenceForm
) -> Response:
    """Add an item of evidence to somebody's profile."""
    return _of_person(reader, session, viewer, expert).add(by, form)


@others.get("/{evidence_id}")
@edited.get("/{evidence_id}")
def item_of_person_page(
    evidence_id: str, expert: ExpertWithEvidence, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage
) -> Response:
    """Show a coordinator, or a delegate, the form with an item in it."""
    return _of_person(reader, session, viewer, expert).show(operations.find_evidence(session, expert, evidence_id))


@others.post("/{evidence_id}")
@edited.post("/{evidence_id}")
def change_item_of_person(
    evidence_id: str,
    expert: EvidenceToExtend,
    viewer: CurrentViewer,
    session: Writing,
    reader: ReaderOfPage,
    by: Acting,
    form: EvidenceForm,
) -> Response:
    """Replace what the form holds of an item of somebody's."""
    return _of_person(reader, session, viewer, expert).change(by, evidence_id, form)


@others.post("/{evidence_id}/removal")
@edited.post("/{evidence_id}/removal")
def remove_item_of_person(
    evidence_id: str,
    expert: EvidenceToExtend,
    viewer: CurrentViewer,
    session: Writing,
    reader: ReaderOfPage,
    by: Acting,
    form: EvidenceForm,
) -> Response:
    """Remove an item of somebody's for good."""
    return _of_person(reader, session, viewer, expert).remove(by, evidence_id, form)


def _of_person(reader: ReaderOfPage, session: Reading | Writing, viewer: CurrentViewer, expert: ExpertWithEvidence) -> Filing:
    home = "editing" if edited_by(viewer, expert.id) else "people"
    return Filing(reader, session, viewer, expert, f"/{home}/{expert.id}")
