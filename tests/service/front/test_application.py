import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from fastapi.testclient import TestClient

from service.identity.access.guards import OPERATION
from service.identity.access.viewer import current_viewer
from service.kit import sessions as sessions_module
from service.kit.settings import Settings
from tests.applications import application
from tests.conftest import ClientFor

# What needs no permission: the catalogue, the rules, health, signing in. Everything else has exactly one guard.
PUBLIC = {
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /docs",
    "GET /sign-in",
    "POST /sign-in",
    "POST /sign-out",
    "GET /sign-in/code",
    "POST /sign-in/code",
    "GET /sign-in/openid",
    "GET /sign-in/openid/return",
    "GET /invitations/{token}",
    "POST /invitations/{token}",
    "GET /docs/{name}",
    "GET /verify",
    "GET /invited/{token}",
    "POST /invited/{token}",
    "GET /api/v1/invited/{token}",
    "POST /api/v1/invited/{token}/answers",
    "GET /style.css",
    "GET /htmx.js",
    "GET /live.js",
    "GET /favicon.ico",
    "GET /",
    "GET /help",
    "GET /about",
    "GET /contact",
    "GET /products/{identifier}",
    "GET /projects/{identifier}",
    "GET /groups/{identifier}",
    "GET /programmes",
    "GET /programmes/{code}",
    "GET /roles",
    "GET /api/v1/catalogues",
    "GET /api/v1/catalogues/{code}",
    "GET /api/v1/groups",
    "GET /api/v1/groups/{group_id}",
    "GET /api/v1/products",
    "GET /api/v1/products/{product_id}",
    "GET /api/v1/programmes",
    "GET /api/v1/programmes/{code}",
    "GET /api/v1/priority-sectors",
    "GET /api/v1/product-criteria",
    "GET /api/v1/projects",
    "GET /api/v1/projects/{project_id}",
    "GET /api/v1/capabilities",
    "GET /api/v1/capabilities/{capability_id}",
    "GET /api/v1/roles",
    "GET /api/v1/rules",
    "GET /api/v1/selection-states",
    "GET /api/v1/data-protection-duties",
    "GET /api/v1/consent-texts",
}


@pytest.fixture
def app() -> Iterator[FastAPI]:
    with application(Settings(run_worker=False)) as app:
        yield app


@pytest.fixture
def visitor(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)


def routes(app: FastAPI) -> list[RouteContext]:
    return [context for context in iter_route_contexts(app.routes) if isinstance(context.original_route, APIRoute)]


def calls(dependant: Dependant) -> Iterator[Any]:
    """Yield what a route depends on, in the order in which it is solved."""
    for dependency in dependant.dependencies:
        yield from calls(dependency)
        yield dependency.call


def guards_of(context: RouteContext) -> int:
    return len({call for call in calls(context.dependant) if hasattr(call, OPERATION)})


def addresses(contexts: Iterable[RouteContext]) -> set[str]:
    return {f"{method} {context.path}" for context in contexts for method in (context.methods or set()) - {"HEAD"}}


def test_every_route_has_one_guard_or_is_public_on_purpose(app: FastAPI) -> None:
    found = routes(app)
    assert len(found) > len(PUBLIC)
    assert addresses(context for context in found if guards_of(context) > 1) == set()
    assert addresses(context for context in found if guards_of(context) == 0) == PUBLIC


def test_a_route_without_a_guard_is_found(app: FastAPI) -> None:
    app.add_api_route("/forgotten", lambda: None)
    assert addresses(context for context in routes(app) if guards_of(context) == 0) - PUBLIC == {"GET /forgotten"}


def test_the_viewer_is_known_before_a_session_is_opened(app: FastAPI) -> None:
    """Two connections held by one request could empty the pool."""
    for context in routes(app):
        order = list(calls(context.dependant))
        sessions = [order.index(call) for call in (sessions_module._reading, sessions_module._writing) if call in order]
        if current_viewer in order and sessions:
            assert order.index(current_viewer) < min(sessions), context.path


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


def test_signing_in_is_declared_a_choice_exactly_where_everybody_is_answered(app: FastAPI) -> None:
    for operation in operations(app):
        if "security" in operation:
            assert ({} in operation["security"]) is ("401" not in operation["responses"]), operation["operationId"]


def test_a_body_that_is_no_text_is_said_to_be_wrong(visitor: TestClient) -> None:
    answer = visitor.post("/api/v1/invited/a-token/answers", content=b"\xff", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["detail_en"]) == (422, "The body cannot be read.")


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


def test_the_api_reference_has_a_policy_that_lets_run_its_own_script_alone(visitor: TestClient) -> None:
    answer = visitor.get("/docs")
    policy = answer.headers["content-security-policy"]
    assert re.search(r"script-src 'self' 'sha256-[\w+/]{43}='; ", policy)
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]


def test_pages_are_compressed_and_have_a_sign(visitor: TestClient) -> None:
    assert visitor.get("/style.css", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert visitor.get("/favicon.ico").headers["content-type"] == "image/svg+xml"


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
