"""One client of the pages for all tests, on a synthetic world in SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.applications import running_client
from tests.service.synthetic_world import address, world_settings

BROWSER = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="package")
def browser(world_file: Path) -> Iterator[TestClient]:
    with running_client(world_settings(address(world_file)), headers=BROWSER) as client:
        yield client


@pytest.fixture(autouse=True)
def _forget_cookies(browser: TestClient) -> Iterator[None]:
    yield
    browser.cookies.clear()
