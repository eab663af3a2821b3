"""Addresses of offers: a file is read and forgotten, and what the person confirms enters."""

from typing import Annotated

from fastapi import File, Response, UploadFile

from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.imports.offers import operations
from service.imports.offers.dependencies import RegistriesInUse
from service.imports.offers.schemas import Acceptance, Accepted, FetchInput, OffersView
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.people.evidence.schemas import EvidenceView
from service.people.profiles.queries import find_expert

router = APIRouter(prefix="/experts/{expert_id}/offers", tags=["experts"], responses=responses(401, 403, 404, 422))
CHANGE = [permit_with_expert(Operation.CHANGE_EXPERTS)]
Uploaded = Annotated[UploadFile, File(description="A CV as PDF or DOCX, a public record of ORCID 3.0 or an answer of OpenAlex as JSON")]


@router.post("", dependencies=CHANGE, responses=responses(413))
def read_offers(expert_id: str, session: Reading, file: Uploaded) -> OffersView:
    """Read a CV or registry record and show what could enter the profile. The file is not kept; nothing is changed."""
    return operations.offers_for(session, find_expert(session, expert_id), file.file.read())


@router.post("/fetch", dependencies=CHANGE)
def fetch_offers(expert_id: str, viewer: CurrentViewer, fields: FetchInput, session: Reading, registries: RegistriesInUse) -> OffersView:
    """Ask a registry for the record that the profile names, and show what could enter. Off unless the operator allows the registry."""
    return operations.offers_from(session, viewer, find_expert(session, expert_id), fields.registry, registries)


@router.post("/accept", response_model=Accepted, dependencies=CHANGE)
def accept_offers(
    viewer: CurrentViewer, expert_id: str, fields: Acceptance, response: Response, by: Acting, once: OnlyOnce
) -> Accepted | Response:
    """Add the items that the person confirms, as declarations; those that the profile holds already are passed over."""
    if earlier := once.earlier(fields):
        return earlier
    added, unchanged = operations.accept(once.session, by, viewer, expert_id, fields.offers)
    return once.keep(Accepted(added=[EvidenceView.of(item) for item in added], unchanged=unchanged), response, expert_id)
