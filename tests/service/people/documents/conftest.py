"""The client of the profiles."""

from tests.service.people.profiles.conftest import client, database_kind

__all__ = ["client", "database_kind"]
