"""Addresses at which people leave in the format that an import reads."""

import json
from typing import Annotated

from fastapi import Query, Request, Response

from models.vocabulary import Language
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_experts
from service.imports.exporting.people import PersonOut, as_objects, one_table, people_out, sheets
from service.imports.tables_out import MEDIA_TYPES, TableFormat, as_csv, as_xlsx
from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.tables import CSVResponse

router = APIRouter(tags=["imports"], dependencies=[permit_part(Operation.READ_EXPERTS)], responses=responses(401, 403))
PURPOSE = "people-export"
Headings = Annotated[Language, Query(alias="headings", description="Language of the headings")]


PEOPLE_AS_JSON = {
    "application/json": {"schema": {"type": "object", "properties": {"people": {"type": "array", "items": {"type": "object"}}}}}
}


class WorkbookResponse(Response):
    """A workbook."""

    media_type = MEDIA_TYPES[TableFormat.XLSX]


class PeopleResponse(Response):
    """People as JSON."""

    media_type = "application/json"


@router.get("/people-export.csv", response_class=CSVResponse)
def export_people_as_csv(
    viewer: CurrentViewer, session: Reading, request: Request, by: Acting, headings: Headings = Language.VI
) -> CSVResponse:
    """Give the people whom one may see as one table, a row for each item; without contact details and consents."""
    people = _people(viewer, session, request, by)
    return CSVResponse(as_csv(one_table(people, headings)), headers=attachment("people.csv"))


@router.get("/people-export.xlsx", response_class=WorkbookResponse)
def export_people_as_workbook(
    viewer: CurrentViewer, session: Reading, request: Request, by: Acting, headings: Headings = Language.VI
) -> WorkbookResponse:
    """Give the people whom one may see as a workbook, people and items on two sheets; without contact details and consents."""
    people = _people(viewer, session, request, by)
    return WorkbookResponse(as_xlsx(sheets(people, headings)), headers=attachment("people.xlsx"))


@router.get("/people-export.json", response_class=PeopleResponse, responses={200: {"content": PEOPLE_AS_JSON}})
def export_people_as_json(viewer: CurrentViewer, session: Reading, request: Request, by: Acting) -> PeopleResponse:
    """Give the people whom one may see as objects, items within; without contact details and consents."""
    content = {"people": list(as_objects(_people(viewer, session, request, by)))}
    return PeopleResponse(json.dumps(content, ensure_ascii=False, indent=1), headers=attachment("people.json"))


def _people(viewer: Viewer, session: Reading, request: Request, by: Actor) -> list[PersonOut]:
    """Return the people, after it was recorded that they are handed out."""
    visible = visible_experts(viewer)
    ids = [expert.id for expert in session.scalars(visible)]
    if ids:
        record_reading(services_of(request).engine, by, PURPOSE, AuditedObject("people", "all"), ids)
    return people_out(session, visible)
