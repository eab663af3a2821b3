"""The page on which whoever holds a dossier checks it, without signing in: by its whole fingerprint, and without names."""

from typing import Annotated, Any

from fastapi import Query, Response

from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.selection.signing.about import about, of_code
from service.selection.signing.verification import integrity

router = APIRouter(include_in_schema=False)
Code = Annotated[str, Query(max_length=200)]


@router.get("/verify")
def check_page(viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, code: Code = "") -> Response:
    """Show whether the list with this fingerprint is as it was signed; what is not there and what is hidden answer alike, with 404."""
    found = of_code(session, viewer, code) if code else None
    values: dict[str, Any] = {"code": code, "found": found}
    if found is not None:
        values |= {"about": about(session, found), "intact": integrity(session, found).intact}
    return reader.render("selection/signing/check.html", status=404 if code and found is None else 200, **values)
