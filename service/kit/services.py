"""What a running application holds, as one typed object; wings that hold more derive from it."""

from dataclasses import dataclass, field

import httpx
from fastapi import Request
from sqlalchemy.engine import Engine

from service.kit.settings import Settings


@dataclass
class Services:
    """``engine`` is there while the application runs; ``transport`` is the network, and tests put something else in its place."""

    settings: Settings
    engine: Engine = field(init=False)
    transport: httpx.BaseTransport | None = field(init=False, default=None)


def is_over_tls(request: Request) -> bool:
    """Return whether people open the service over TLS: as the settings name its address, or as this request came."""
    return services_of(request).settings.base_url.startswith("https:") or request.url.scheme == "https"


def services_of(request: Request) -> Services:
    """Return what the application that answers ``request`` holds."""
    services: Services = request.app.state.services
    return services
