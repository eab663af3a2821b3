"""The one style sheet of the pages."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

router = APIRouter(include_in_schema=False)
STYLE = Path(__file__).parent / "static" / "style.css"


@router.get("/style.css")
def style() -> Response:
    """Give the one style sheet of the pages."""
    return FileResponse(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
