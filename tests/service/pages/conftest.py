"""One client of the pages for all tests, on a synthetic world in SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.application import create_app
from tests.service.synthetic_world import address, world_settings

BROWSER = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="package")
def browser(world_file: Path) -> Iterator[TestClient]:
    app = create_app(world_settings(address(world_file)))
    with TestClient(app, headers=BROWSER, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(autouse=True)
def _forget_cookies(browser: TestClient) -> Iterator[None]:
    yield
    browser.cookies.clear()
