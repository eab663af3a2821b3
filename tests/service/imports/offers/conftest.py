"""One database for the tests of offers: they ask nothing of it that another kind does otherwise."""

import pytest


@pytest.fixture
def database_kind() -> str:
    return "sqlite"
