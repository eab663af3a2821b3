"""What a running application holds to recommend people."""

from dataclasses import dataclass, field

from fastapi import Request

from service.kit.services import Services
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommender


@dataclass
class Matching(Services):
    """One recommender for all requests, and the overview that is made with it."""

    recommender: Recommender = field(init=False)
    overview: Overview = field(init=False)

    def __post_init__(self) -> None:
        self.recommender = Recommender(self.settings)
        self.overview = Overview(self.recommender)


def matching_of(request: Request) -> Matching:
    """Return what the application that answers ``request`` holds."""
    services: Matching = request.app.state.services
    return services
