import json
import re
from collections import Counter
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from fastapi.testclient import TestClient

from service.access import guard
from service.application import create_app
from service.settings import Settings
from tests.conftest import ClientFor

# Everything that may be read without a key; every other route and every write is guarded.
PUBLIC = re.compile(
    r"/(healthz|readyz|metrics|docs|docs/\{name\}|openapi\.json)?$"
    r"|/api/v1/(catalogues|groups|products|programmes|projects|priority-sectors|product-criteria|capabilities)(/|$)(?!.*recommendations)"
    r"|/api/v1/(roles|rules|rule-sets|eligibility-rules|selection-states|data-protection-duties|consent-texts)(/|$)"
    r"|/(products|projects|groups)/\{identifier\}$|/style\.css$"
)


@pytest.fixture
def app() -> FastAPI:
    return create_app(Settings(run_worker=False))


@pytest.fixture
def visitor(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False))


def routes(app: FastAPI) -> list[RouteContext]:
    return [context for context in iter_route_contexts(app.routes) if isinstance(context.original_route, APIRoute)]


def is_guarded(context: RouteContext) -> bool:
    return guard in {dependency.call for dependency in context.dependant.dependencies}


def test_every_route_is_guarded_or_public_on_purpose(app: FastAPI) -> None:
    found = routes(app)
    assert any(is_guarded(context) for context in found)
    open_routes = [context for context in found if not is_guarded(context)]
    assert [context.path for context in open_routes if not PUBLIC.match(context.path or "")] == []
    assert [context.path for context in open_routes if not (context.methods or set()) <= {"GET", "HEAD"}] == []


def test_operation_ids_are_short_and_differ(app: FastAPI) -> None:
    names = Counter(operation["operationId"] for operation in operations(app))
    assert [name for name, count in names.items() if count > 1] == []
    assert "list_jobs" in names


def test_every_operation_declares_its_errors_as_problems(app: FastAPI) -> None:
    for operation in operations(app):
        assert {"422", "500"} <= set(operation["responses"])
        for status, answer in operation["responses"].items():
            if status in {"401", "404", "409", "412", "422", "428", "500"}:
                assert list(answer["content"]) == ["application/problem+json"], (operation["operationId"], status)
    assert "HTTPValidationError" not in json.dumps(app.openapi())


def operations(app: FastAPI) -> list[dict[str, Any]]:
    return [operation for operations in app.openapi()["paths"].values() for operation in operations.values()]


def test_the_api_reference_asks_no_outside_address(visitor: TestClient) -> None:
    page = visitor.get("/docs").text
    assert re.findall(r"https?://", page) == []
    files = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(files) == 3
    assert [visitor.get(file).status_code for file in files] == [200, 200, 200]
    assert '"validatorUrl": null' in page
    assert visitor.get("/docs/other.js").status_code == 404


def test_a_request_id_is_kept_or_given(visitor: TestClient) -> None:
    assert visitor.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert re.fullmatch(r"[0-9a-f]{32}", visitor.get("/healthz").headers["x-request-id"])
    assert visitor.get("/healthz", headers={"X-Request-ID": "a b\t{}"}).headers["x-request-id"] != "a b\t{}"


def test_the_access_log_names_the_route_and_nobody(visitor: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    visitor.get("/api/v1/jobs/Nguyen-Van-A?kind=secret", headers={"X-Request-ID": "r-7"})
    line = next(line for line in capsys.readouterr().err.splitlines() if '"r-7"' in line)
    entry = json.loads(line)
    assert (entry["route"], entry["status"], entry["method"]) == ("/api/v1/jobs/{job_id}", 401, "GET")
    assert "Nguyen" not in line
    assert "secret" not in line


def test_an_unknown_address_is_logged_without_the_address(visitor: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    visitor.get("/Nguyen-Van-A")
    assert "Nguyen" not in capsys.readouterr().err
