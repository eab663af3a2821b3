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


def services_of(request: Request) -> Services:
    """Return what the application that answers ``request`` holds."""
    services: Services = request.app.state.services
    return services
