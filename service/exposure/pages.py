"""The page of the exposure report."""

from fastapi import APIRouter, Request, Response

from matching.exposure.report import FIRST
from service.access import Guarded
from service.exposure.api import First
from service.exposure.queries import exposure_report
from service.pages.rendering import ReaderOfPage
from service.sessions import Reading

router = APIRouter(prefix="/exposure", include_in_schema=False, dependencies=[Guarded])


@router.get("")
def exposure_page(request: Request, session: Reading, reader: ReaderOfPage, first: First = FIRST) -> Response:
    """Show the report."""
    return reader.render("exposure/report.html", report=exposure_report(session, request.app.state.overview, first))
