"""Everything that a running application holds."""

from dataclasses import dataclass, field

from fastapi import Request

from service.front.bulk_counting import Readers
from service.front.metrics import Metrics
from service.front.tracing import Tracing
from service.front.warm_up import WarmUp
from service.matches.recommendations.services import Matching


@dataclass
class ApplicationServices(Matching):
    """The one object that stands at ``app.state.services``."""

    metrics: Metrics = field(init=False, default_factory=Metrics)
    readers: Readers = field(init=False, default_factory=Readers)
    tracing: Tracing = field(init=False, default_factory=Tracing)
    warm_up: WarmUp = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.warm_up = WarmUp(self.overview, wanted=self.settings.warm_up)


def everything_of(request: Request) -> ApplicationServices:
    """Return what the application that answers ``request`` holds."""
    services: ApplicationServices = request.app.state.services
    return services
