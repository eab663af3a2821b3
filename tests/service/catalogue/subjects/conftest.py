"""The small catalogue, and the world of the recommendations."""

from tests.service.matches.network.conftest import small_catalogue, small_world
from tests.service.matches.recommendations.conftest import session

__all__ = ["session", "small_catalogue", "small_world"]
