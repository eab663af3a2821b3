"""Addresses at which a person's data are handed out whole, to be given to that person."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import EXPERT, AuditedObject, record_reading
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.matches.recommendations.services import matching_of
from service.privacy.access_export.gathering import AccessExport, gather
from service.privacy.access_export.rendering import as_markdown

router = APIRouter(
    prefix="/experts/{expert_id}",
    tags=["data protection"],
    dependencies=[permit_with_expert(Operation.EXPORT_PERSON)],
    responses=responses(401, 403, 404),
)
PURPOSE = "access-export"


class MarkdownResponse(Response):
    """A text that people read."""

    media_type = "text/markdown"


@router.get("/access-export.json")
def export_access_as_json(
    expert_id: str, viewer: CurrentViewer, session: Reading, request: Request, response: Response, by: Acting
) -> AccessExport:
    """Give everything that is kept of a person, for a program."""
    export = _export(expert_id, viewer, session, request, by)
    response.headers.update(attachment(f"{expert_id}.json"))
    return export


@router.get("/access-export.md", response_class=MarkdownResponse)
def export_access_as_text(expert_id: str, viewer: CurrentViewer, session: Reading, request: Request, by: Acting) -> MarkdownResponse:
    """Give everything that is kept of a person, to be read, in both languages."""
    text = as_markdown(_export(expert_id, viewer, session, request, by))
    return MarkdownResponse(text, headers=attachment(f"{expert_id}.md"))


def _export(expert_id: str, viewer: Viewer, session: Reading, request: Request, by: Actor) -> AccessExport:
    export = gather(session, matching_of(request).recommender, viewer, expert_id, by.now)
    record_reading(services_of(request).engine, by, PURPOSE, AuditedObject(EXPERT, expert_id), [expert_id])
    return export
