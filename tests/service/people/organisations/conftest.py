"""A client on SQLite: nothing here asks anything of the database that another test does not."""

import pytest


@pytest.fixture
def database_kind() -> str:
    return "sqlite"
