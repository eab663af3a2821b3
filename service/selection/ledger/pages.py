"""The page of a person's ledger, for the person and for coordinators."""

from fastapi import Response

from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.own_case import about_viewer
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.people.profiles.queries import find_expert
from service.selection.ledger.queries import ledger_of, subjects_of
from service.selection.naming import subject_names
from service.selection.words import REFUSALS, STATES

router = APIRouter(prefix="/people/{expert_id}/ledger", include_in_schema=False)


@router.get("", dependencies=[permit_with_expert(Operation.EXPORT_PERSON)])
def ledger_page(expert_id: str, viewer: CurrentViewer, session: Reading, by: Acting, reader: ReaderOfPage) -> Response:
    """Show what a person was proposed for, asked and answered."""
    ledger = ledger_of(session, viewer.owner, by, expert_id)
    return reader.render(
        "selection/ledger/ledger.html",
        ledger=ledger,
        subjects=subject_names(session, subjects_of(session, {entry.request_id for entry in ledger.entries})),
        person=find_expert(session, expert_id),
        own=about_viewer(viewer, expert_id),
        role_names=role_names(session),
        refusals=REFUSALS,
        states={state.value: name for state, name in STATES.items()},
    )
