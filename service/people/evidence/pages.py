"""The forms of "My profile" for evidence: add an item, change it, remove it. What the owner changes is a declaration again."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from sqlmodel import Session

from models.experts import Evidence, Expert
from models.vocabulary import Language
from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.kit.forms import Submitted
from service.kit.preconditions import etag, require_match
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.kit.words import LANGUAGE_NAMES
from service.people.documents.queries import proofs_of
from service.people.evidence import operations
from service.people.evidence.schemas import EvidenceChange, EvidenceCreate
from service.people.evidence.vouching import unvouched
from service.people.profiles.guards import OwnExpertToChange, OwnExpertToRead
from service.people.profiles.organisations import organisations_by_name
from service.people.profiles.returning import back_to_profile
from service.people.profiles.words import KINDS, OUTCOMES, PARTS, SCALES

router = APIRouter(prefix="/profile/evidence", include_in_schema=False)
NEEDED = ("kind", "language", "title")
MAY_BE_EMPTY = ("part", "outcome", "scale", "starts", "ends", "organisation_id", "document_id")


@router.get("/new")
def new_item_page(expert: OwnExpertToRead, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    return _form(reader, session, None, expert)


@router.post("")
def add_item(expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, form: Submitted) -> Response:
    """Add an item of evidence."""
    operations.add_evidence(session, by, expert, validated(EvidenceCreate, fields_in(form)))
    return back_to_profile(request)


@router.get("/{evidence_id}")
def item_page(evidence_id: str, expert: OwnExpertToRead, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the form with an item in it."""
    return _form(reader, session, operations.find_evidence(session, expert, evidence_id), expert)


@router.post("/{evidence_id}")
def change_item(
    evidence_id: str, expert: OwnExpertToChange, viewer: CurrentViewer, session: Writing, request: Request, by: Acting, form: Submitted
) -> Response:
    """Replace what the form holds of an item, if it showed the present version of the profile."""
    require_match(etag(str(form.get("version", ""))), expert.version)
    item = operations.find_evidence(session, expert, evidence_id)
    operations.change_evidence(session, by, expert, item, unvouched(viewer, expert.id, validated(EvidenceChange, fields_in(form))))
    return back_to_profile(request)


@router.post("/{evidence_id}/removal")
def remove_item(
    evidence_id: str, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, version: Annotated[str, Form()] = ""
) -> Response:
    """Remove an item for good, if the form showed the present version of the profile."""
    require_match(etag(version), expert.version)
    operations.remove_evidence(session, by, expert, operations.find_evidence(session, expert, evidence_id))
    return back_to_profile(request)


def fields_in(form: Submitted) -> dict[str, Any]:
    """Return every field of the form; one that was left empty says that there is nothing."""
    sent = {name: str(form.get(name, "")).strip() for name in (*NEEDED, *MAY_BE_EMPTY, "text", "sectors")}
    nothing = {name: sent[name] or None for name in MAY_BE_EMPTY}
    sectors = sent["sectors"].replace(",", " ").split()
    return {**sent, **nothing, "sectors": sectors, "counts_as_innovation_work": "counts_as_innovation_work" in form}


def _form(reader: Reader, session: Session, item: Evidence | None, expert: Expert) -> Response:
    return reader.render(
        "people/evidence/item.html",
        item=item,
        version=expert.version,
        kinds=KINDS,
        parts_of_work=PARTS,
        outcomes=OUTCOMES,
        scales=SCALES,
        languages=[(code, LANGUAGE_NAMES[code]) for code in Language],
        organisations=organisations_by_name(session),
        documents=proofs_of(session, expert.id),
    )
