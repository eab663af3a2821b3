"""The pages "From my CV or ORCID": send a file, look at what was read, keep what is right. They work without scripts."""

from collections.abc import Collection
from typing import Annotated, Literal

from fastapi import File, Form, Request, Response, UploadFile
from starlette.datastructures import FormData

from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.imports.fetching.records import OPENALEX_HOST, ORCID_HOST
from service.imports.offers import operations
from service.imports.offers.dependencies import RegistriesInUse
from service.imports.offers.schemas import OfferInput, OffersView, OfferView
from service.kit.forms import refusal, submitted
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated_json
from service.people.profiles.guards import OwnExpertToChange, OwnExpertToRead
from service.people.profiles.returning import back_to_profile
from service.people.profiles.words import KINDS

router = APIRouter(prefix="/profile/offers", include_in_schema=False)
HOSTS = {"orcid": ORCID_HOST, "openalex": OPENALEX_HOST}


@router.get("")
def upload_page(expert: OwnExpertToRead, reader: ReaderOfPage, registries: RegistriesInUse) -> Response:
    """Show the form to send a file, and a button for each registry that may be asked and can know the person."""
    return _page(reader, allowed=[name for name, host in HOSTS.items() if expert.orcid and host in registries.hosts])


@router.post("/fetch")
def fetched_page(
    expert: OwnExpertToRead,
    viewer: CurrentViewer,
    session: Reading,
    reader: ReaderOfPage,
    registries: RegistriesInUse,
    registry: Annotated[Literal["orcid", "openalex"], Form()],
) -> Response:
    """Ask a registry for the own record and show what it offers."""
    try:
        return _page(reader, found=operations.offers_from(session, viewer, expert, registry, registries))
    except Invalid as refused:
        return _page(reader, problem=refused)


@router.post("")
def offers_page(expert: OwnExpertToRead, session: Reading, reader: ReaderOfPage, file: Annotated[UploadFile, File()]) -> Response:
    """Read the file and show what it offers, each with its passage and a box to tick; the file is not kept."""
    try:
        return _page(reader, found=operations.offers_for(session, expert, file.file.read()))
    except Invalid as refused:
        return _page(reader, problem=refused)


@router.post("/accept")
def accept_offers(
    expert: OwnExpertToChange,
    viewer: CurrentViewer,
    session: Writing,
    request: Request,
    by: Acting,
    form: Annotated[FormData, submitted("chosen", "offer")],
    reader: ReaderOfPage,
) -> Response:
    """Add the items that were ticked; a refusal shows the list again with its ticks."""
    found, chosen = _shown(form), {str(place) for place in form.getlist("chosen")}
    ticked = [offer.taken() for place, offer in enumerate(found.offers) if str(place) in chosen]
    problem = refusal(session, lambda: operations.accept(session, by, viewer, expert.id, _some(ticked)))
    return _page(reader, found=found, problem=problem, chosen=chosen) if problem else back_to_profile(request)


def _some(ticked: list[OfferInput]) -> list[OfferInput]:
    if not ticked:
        raise Invalid("nothing_ticked", en="Nothing is ticked: tick what is right.", vi="Chưa chọn mục nào: hãy đánh dấu các mục đúng.")
    return ticked


def _shown(form: FormData) -> OffersView:
    """Return the list as the page showed it: the page carries it, the service keeps nothing."""
    offers = [validated_json(OfferView, str(sent)) for sent in form.getlist("offer")]
    return OffersView(format="cv", person="", offers=offers)


def _page(
    reader: Reader,
    *,
    found: OffersView | None = None,
    problem: Problem | None = None,
    chosen: Collection[str] = (),
    allowed: Collection[str] = (),
) -> Response:
    values = {"found": found, "kinds": KINDS, "problem": problem, "chosen": chosen, "allowed": allowed}
    return reader.render("imports/offers/offers.html", status=problem.status if problem else 200, **values)
