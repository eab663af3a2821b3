"""The client of the profiles."""

from tests.service.people.profiles.conftest import client

__all__ = ["client"]
