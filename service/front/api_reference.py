"""The API reference page at ``/docs``, from files that are installed with the service: it asks no outside address."""

import base64
import hashlib
import re
from importlib.resources import files

from fastapi import Request, Response
from fastapi.openapi.docs import get_swagger_ui_html

from service.kit.addresses import address_of
from service.kit.late_routes import APIRouter
from service.kit.problems import NotFound

router = APIRouter(include_in_schema=False)
_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
FILES = files("fastapi_swagger") / "resources"
MEDIA_TYPES = {
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "swagger-ui.css": "text/css; charset=utf-8",
    "favicon-32x32.png": "image/png",
}


@router.get("/docs")
def api_reference(request: Request) -> Response:
    """Show every operation, with forms to try it."""
    root = address_of(request, "")
    page = get_swagger_ui_html(
        openapi_url=f"{root}{request.app.openapi_url}",
        title=request.app.title,
        swagger_js_url=f"{root}/docs/swagger-ui-bundle.js",
        swagger_css_url=f"{root}/docs/swagger-ui.css",
        swagger_favicon_url=f"{root}/docs/favicon-32x32.png",
        # Without this the page sends the description to a validator on the internet.
        swagger_ui_parameters={"validatorUrl": None},
    )
    page.headers["Content-Security-Policy"] = _policy(bytes(page.body).decode())
    return page


def _policy(page: str) -> str:
    """Return what the page may do: its own files, its one script by its digest, and the styles that the reference writes itself."""
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    own = f"script-src 'self' 'sha256-{allowed}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@router.get("/docs/{name}")
def api_reference_file(name: str) -> Response:
    """Give one file of the page."""
    if name not in MEDIA_TYPES:
        raise NotFound.of(en="file", vi="tệp", identifier=name)
    return Response((FILES / name).read_bytes(), media_type=MEDIA_TYPES[name], headers={"Cache-Control": "max-age=86400"})
