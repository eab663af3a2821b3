"""Files of the pages: kept by browsers under an address that names the contents, few, and light."""

import html
import json
import re
import sys

import pytest
from fastapi.testclient import TestClient

from service.front.static_files import HTMX
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.front.pages.reading import Page

HEAVIEST = 150_000
"""Bytes of the first page with all that it asks for, not compressed."""


@pytest.fixture
def home(client: TestClient) -> str:
    return client.get("/", headers={"Accept": "text/html"}).text


def asked_for(page: str) -> list[str]:
    read = Page(page)
    return [*(link["href"] for link in read.all("link")), *(script["src"] for script in read.all("script"))]


def test_a_file_is_kept_for_good_under_the_address_that_a_page_gives_and_not_under_another(client: TestClient, home: str) -> None:
    addresses = asked_for(home)
    names = [re.sub(r"[0-9a-f]{12}$", "", address) for address in addresses]
    assert names == ["/style.css?v=", "/favicon.ico?v=", "/htmx.js?v=", "/live.js?v="]
    for address in addresses:
        assert client.get(address).headers["cache-control"] == "max-age=31536000, immutable"
        assert client.get(f"{address}0").headers["cache-control"] == "max-age=3600"


def test_the_first_page_is_light(client: TestClient, home: str) -> None:
    assert len(home.encode()) + sum(len(client.get(address).content) for address in asked_for(home)) < HEAVIEST


def test_htmx_comes_from_its_package_without_the_framework_around_it(client: TestClient) -> None:
    answer = client.get("/htmx.js")
    assert (answer.content, answer.headers["content-type"]) == (HTMX.read_bytes(), "text/javascript; charset=utf-8")
    assert b'version:"2.' in answer.content
    assert "django" not in sys.modules


def test_htmx_may_run_no_text_ask_no_other_host_and_keep_no_page(home: str) -> None:
    (given,) = [tag["content"] for tag in Page(home).all("meta") if tag.get("name") == "htmx-config"]
    config = json.loads(html.unescape(given))
    refused = {name: config[name] for name in ("allowEval", "allowScriptTags", "includeIndicatorStyles")}
    assert refused == {"allowEval": False, "allowScriptTags": False, "includeIndicatorStyles": False}
    assert (config["selfRequestsOnly"], config["historyCacheSize"], config["refreshOnHistoryMiss"]) == (True, 0, True)


def test_who_is_not_signed_in_loads_no_script(sqlite_url: str, client_for: ClientFor) -> None:
    visitor = client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)
    assert Page(visitor.get("/", headers={"Accept": "text/html"}).text).all("script") == []
