"""Administrators over the small world of the shortlists, whose people fit."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.access.worlds import dump
from tests.accounts import key_header
from tests.service.selection.conftest import API, NOW, act, both, client, kind, settings, url, world

__all__ = ["API", "NOW", "act", "both", "client", "kind", "settings", "url", "world"]

W1 = "/api/v1/weights/chief_engineer/W1"
OTHER = {
    "family": "chief_engineer",
    "weights": {"depth": 1.0},
    "fits": 0.01,
    "good": 0.5,
    "strong": 0.8,
    "tie": 0.0,
}
W2_AT = W1.replace("W1", "W2")
W2 = {**OTHER, "version": "W2", "basis": {"vi": "một phép thử", "en": "a test"}, "reason": "To test."}


@pytest.fixture
def administrator(url: str) -> dict[str, str]:
    """The header of an administrator with clearance."""
    return key_header(url, AccountRole.ADMINISTRATOR, cleared=True)


@pytest.fixture
def add_version(client: TestClient, administrator: dict[str, str]) -> Callable[..., Any]:
    """A function that adds W2 with other fields."""

    def add(**changes: Any) -> Any:
        return client.post(f"{API}/weights", json={**W2, **changes}, headers=administrator)

    return add


def make_current(client: TestClient, header: dict[str, str], version: str = "W1") -> Any:
    """Make W2 current in place of ``version``."""
    return client.post(f"{W2_AT}/current", json={"reason": "Agreed."}, headers={**header, "If-Match": f'"{version}"'})


@pytest.fixture
def rows(world: Engine) -> Callable[[], Any]:
    """A function that returns every row of every table."""
    return lambda: dump(world)
