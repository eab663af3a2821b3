"""The addresses of the front itself: health, the API reference, the followed jobs, the style sheet."""

from service.front import api_reference, static_files
from service.front.health import api as health
from service.front.jobs import api as jobs
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(jobs.router,), pages=(health.router, api_reference.router, static_files.router))
