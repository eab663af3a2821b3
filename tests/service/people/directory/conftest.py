"""The client of the people, whose clock stands still."""

from tests.service.people.profiles.conftest import client, database_kind

__all__ = ["client", "database_kind"]
