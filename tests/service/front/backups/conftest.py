"""The small world with everything that the service can know of the second of its people."""

from tests.service.privacy.erasure.conftest import full_world, small_network, small_world

__all__ = ["full_world", "small_network", "small_world"]
