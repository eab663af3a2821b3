"""The page of the exposure report."""

from fastapi import APIRouter, Request, Response

from matching.exposure.report import FIRST
from service.access.guards import permit
from service.access.policies import Operation
from service.access.viewer import CurrentViewer
from service.exposure.api import First
from service.exposure.queries import exposure_report
from service.pages.rendering import ReaderOfPage
from service.sessions import Reading

router = APIRouter(prefix="/exposure", include_in_schema=False, dependencies=[permit(Operation.READ_MATCHES)])


@router.get("")
def exposure_page(request: Request, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, first: First = FIRST) -> Response:
    """Show the report."""
    return reader.render("exposure/report.html", report=exposure_report(session, request.app.state.overview, first, viewer))
