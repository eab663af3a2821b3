"""The page of the exposure report."""

from fastapi import Request, Response

from matching.exposure.report import FIRST
from service.catalogue.products.queries import list_names
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.matches.exposure.dependencies import First
from service.matches.exposure.queries import exposure_report
from service.matches.recommendations.services import matching_of

router = APIRouter(prefix="/exposure", include_in_schema=False, dependencies=[permit(Operation.READ_MATCHES)])


@router.get("")
def exposure_page(request: Request, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, first: First = FIRST) -> Response:
    """Show the report."""
    report = exposure_report(session, matching_of(request).overview, first, viewer)
    return reader.render("matches/exposure/report.html", report=report, list_names=list_names(session))
