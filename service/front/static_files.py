"""The one style sheet of the pages, the script that offers names, and the sign of the site."""

from pathlib import Path

from fastapi.responses import FileResponse, Response

from service.kit.late_routes import APIRouter

router = APIRouter(include_in_schema=False)
STATIC = Path(__file__).parent / "static"
STYLE = STATIC / "style.css"
KEPT = {"Cache-Control": "max-age=3600"}


@router.get("/style.css")
def style() -> Response:
    """Give the one style sheet of the pages."""
    return FileResponse(STYLE, media_type="text/css", headers=KEPT)


@router.get("/names.js")
def names() -> Response:
    """Give the script that offers names while somebody types."""
    return FileResponse(STATIC / "names.js", media_type="text/javascript", headers=KEPT)


@router.get("/favicon.ico")
def sign() -> Response:
    """Give the sign of the site."""
    return FileResponse(STATIC / "favicon.svg", media_type="image/svg+xml", headers=KEPT)
