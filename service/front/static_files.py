"""The style sheet of the pages, their scripts, and the sign of the site: each kept by browsers until its contents change."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from fastapi.responses import Response

from service.kit.late_routes import APIRouter

router = APIRouter(include_in_schema=False)
OWN = Path(__file__).parent / "static"
HTMX = files("django_htmx") / "static" / "django_htmx" / "htmx-2.min.js"  # the package is a folder: nothing of it is run
KEPT = "max-age=3600"
KEPT_FOR_GOOD = "max-age=31536000, immutable"
"""For an address that names the contents: other contents have another address."""


class Kept(NamedTuple):
    """A file that every page may ask for."""

    source: Traversable
    media_type: str


FILES = {
    "style.css": Kept(OWN / "style.css", "text/css"),
    "live.js": Kept(OWN / "live.js", "text/javascript"),
    "htmx.js": Kept(HTMX, "text/javascript"),
    "favicon.ico": Kept(OWN / "favicon.svg", "image/svg+xml"),
}


@router.get("/style.css")
def style(v: str = "") -> Response:
    """Give the one style sheet of the pages."""
    return _given("style.css", v)


@router.get("/live.js")
def live(v: str = "") -> Response:
    """Give the script that keeps the place of whoever acts on a page."""
    return _given("live.js", v)


@router.get("/htmx.js")
def htmx(v: str = "") -> Response:
    """Give htmx, which does on the page what forms and links would do by a new one."""
    return _given("htmx.js", v)


@router.get("/favicon.ico")
def sign(v: str = "") -> Response:
    """Give the sign of the site."""
    return _given("favicon.ico", v)


def static_addresses() -> Iterator[tuple[str, str]]:
    """Yield the name of each file and its address below the root, which names its contents."""
    return ((name, f"/{name}?v={_digest(name)}") for name in FILES)


def _given(name: str, asked: str) -> Response:
    kept = KEPT_FOR_GOOD if asked == _digest(name) else KEPT
    return Response(_contents(name), media_type=FILES[name].media_type, headers={"Cache-Control": kept})


@cache
def _contents(name: str) -> bytes:
    return FILES[name].source.read_bytes()


@cache
def _digest(name: str) -> str:
    return hashlib.sha256(_contents(name)).hexdigest()[:12]
