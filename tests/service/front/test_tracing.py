"""Traces say where a request spent its time and nothing of anybody; they leave only for where the environment says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
import structlog
from fastapi import APIRouter
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, Sampler

from service.front.observation import configure_log
from service.front.tracing import PACKAGES_MISSING, Tracing, tracing_of_environment
from service.kit.settings import Settings
from tests.conftest import ClientFor

LIST = "/api/v1/products/P01/recommendations"
CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
PLACE = "OTEL_EXPORTER_OTLP_ENDPOINT"
broken = APIRouter()


@broken.get("/broken/{name}")
def break_down(name: str) -> None:
    raise RuntimeError(f"{name}: an@mail.example")


def traced(client: TestClient, monkeypatch: pytest.MonkeyPatch, sampler: Sampler | None = None) -> InMemorySpanExporter:
    exporter = InMemorySpanExporter()
    provider = TracerProvider(sampler, shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(client.app.state.services, "tracing", Tracing(provider))  # type: ignore[attr-defined]
    return exporter


@pytest.fixture
def exporter(world_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    return traced(world_client, monkeypatch)


@pytest.fixture
def log() -> Iterator[None]:
    configure_log("info")
    yield
    structlog.reset_defaults()


def server_span(exporter: InMemorySpanExporter) -> ReadableSpan:
    (found,) = [span for span in exporter.get_finished_spans() if span.kind is trace.SpanKind.SERVER]
    return found


def test_a_request_is_one_span_named_by_its_route_with_its_stages_within(
    world_client: TestClient, exporter: InMemorySpanExporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.kit.stages.SHORTEST_KEPT", 0.0)
    assert world_client.get(LIST, params={"role": "CE_PROJECT"}).status_code == 200
    whole, spans = server_span(exporter), exporter.get_finished_spans()
    assert whole.name == "GET /api/v1/products/{product_id}/recommendations"
    assert dict(whole.attributes or {}) == {
        "http.request.method": "GET",
        "http.route": "/api/v1/products/{product_id}/recommendations",
        "http.response.status_code": 200,
    }
    stages = [span for span in spans if span is not whole]
    assert {"access", "database", "gate", "matching", "answer"} <= {span.name for span in stages}
    known = {span.context.span_id for span in spans if span.context}
    for span in stages:
        assert span.parent is not None
        assert span.parent.span_id in known
        assert (whole.start_time or 0) <= (span.start_time or 0) <= (span.end_time or 0) <= (whole.end_time or 0)
        assert not span.attributes


def test_the_trace_of_the_caller_goes_on(world_client: TestClient, exporter: InMemorySpanExporter) -> None:
    world_client.get("/healthz", headers={"traceparent": CALLER})
    span = server_span(exporter)
    assert span.parent is not None
    assert span.context is not None
    assert f"00-{span.context.trace_id:032x}-{span.parent.span_id:016x}-01" == CALLER


@pytest.mark.parametrize("unfit", ["", "nonsense", "00-" + "0" * 32 + "-b7ad6b7169203331-01", f"{CALLER},{CALLER}"])
def test_an_unfit_trace_of_a_caller_is_not_followed(unfit: str, world_client: TestClient, exporter: InMemorySpanExporter) -> None:
    assert world_client.get("/healthz", headers={"traceparent": unfit}).status_code == 200
    assert server_span(exporter).parent is None


SECRETS = ["tok3n", "Mai", "an@mail.example", "E000001", "mạng nơ-ron", "nobody-knows", "10.1.2.3", "browser-of-mai"]


def test_no_span_says_who_or_what_was_asked(world_client: TestClient, exporter: InMemorySpanExporter) -> None:
    told = {"headers": {"User-Agent": "browser-of-mai", "X-Forwarded-For": "10.1.2.3", "X-Request-ID": "Mai"}}
    world_client.get("/invited/tok3n", **told)
    world_client.get("/invitations/tok3n", **told)
    world_client.get("/people?q=Mai+an@mail.example", **told)
    world_client.get("/api/v1/experts/E000001", **told)
    world_client.get("/nobody-knows/an@mail.example", **told)
    world_client.post("/api/v1/search/people", json={"text": "mạng nơ-ron"}, **told)
    whole = [span for span in exporter.get_finished_spans() if span.kind is trace.SpanKind.SERVER]
    assert [span.name for span in whole] == [
        "GET /invited/{token}",
        "GET /invitations/{token}",
        "GET /people",
        "GET /api/v1/experts/{expert_id}",
        "GET",
        "POST /api/v1/search/people",
    ]
    said = "".join(span.to_json() for span in exporter.get_finished_spans())
    assert [secret for secret in SECRETS if secret in said or json.dumps(secret)[1:-1] in said] == []


def test_an_error_is_told_without_its_message(settings: Settings, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_for(settings, broken)
    exporter = traced(client, monkeypatch)
    assert client.get("/broken/Mai").status_code == 500
    span = server_span(exporter)
    assert (span.name, span.status.status_code, span.events) == ("GET /broken/{name}", trace.StatusCode.ERROR, ())
    assert [secret for secret in SECRETS if secret in span.to_json()] == []


def test_a_method_that_nobody_knows_is_not_repeated(world_client: TestClient, exporter: InMemorySpanExporter) -> None:
    world_client.request("MAI", "/healthz")
    assert "MAI" not in server_span(exporter).to_json()


@pytest.mark.usefixtures("log")
def test_log_lines_of_a_request_name_its_trace(
    world_client: TestClient, exporter: InMemorySpanExporter, capsys: pytest.CaptureFixture[str]
) -> None:
    world_client.get("/healthz", headers={"traceparent": CALLER, "X-Request-ID": "one"})
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["request_id"], line["trace_id"]) == ("request", "one", CALLER.split("-")[1])
    assert line["span_id"] == f"{(server_span(exporter).context or trace.INVALID_SPAN_CONTEXT).span_id:016x}"


def test_who_is_not_sampled_makes_no_span(world_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    exporter = traced(world_client, monkeypatch, ALWAYS_OFF)
    assert world_client.get("/healthz").status_code == 200
    assert exporter.get_finished_spans() == ()


def test_the_framework_itself_tells_nothing(world_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: provider)  # as a package that instruments everything would
    world_client.get("/invited/tok3n")
    assert exporter.get_finished_spans() == ()


class Receiver(BaseHTTPRequestHandler):
    """Takes spans as a collector does."""

    taken: list[tuple[str, ExportTraceServiceRequest]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((self.path, ExportTraceServiceRequest.FromString(body)))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def collector() -> Iterator[tuple[str, list[tuple[str, ExportTraceServiceRequest]]]]:
    taken: list[tuple[str, ExportTraceServiceRequest]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Taking", (Receiver,), {"taken": taken}))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", taken
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("named", "service"), [({}, "vinmatch"), ({"OTEL_SERVICE_NAME": "vinmatch-north"}, "vinmatch-north")])
def test_spans_go_where_the_environment_says(
    named: dict[str, str], service: str, settings: Settings, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collector() as (place, taken):
        for name, value in {PLACE: place, **named}.items():
            monkeypatch.setenv(name, value)
        client = client_for(settings)
        client.get("/healthz")
        client.app.state.services.tracing.end()  # type: ignore[attr-defined]
    ((path, sent),) = taken
    assert path == "/v1/traces"
    assert [span.name for one in sent.resource_spans[0].scope_spans for span in one.spans] == ["GET /healthz"]
    resource = {pair.key: pair.value.string_value for pair in sent.resource_spans[0].resource.attributes}
    assert resource["service.name"] == service
    assert set(resource) <= {"service.name", "service.instance.id", "telemetry.sdk.language", "telemetry.sdk.name", "telemetry.sdk.version"}


NOWHERE = "http://127.0.0.1:1"
OFF = [{}, {PLACE: ""}, {PLACE: NOWHERE, "OTEL_SDK_DISABLED": "True"}, {PLACE: NOWHERE, "OTEL_TRACES_EXPORTER": "none"}]


@pytest.mark.parametrize("variables", OFF, ids=str)
def test_without_a_place_or_disabled_nothing_is_made(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("service.front.tracing._exporting", None)  # whoever asked for it would fail
    assert tracing_of_environment()._provider is None


def test_without_a_place_the_packages_are_not_even_imported() -> None:
    program = (
        "import sys, service.front.application, service.front.tracing as t; t.tracing_of_environment(); "
        "print([name for name in sys.modules if name.startswith(('opentelemetry.sdk', 'opentelemetry.exporter', 'google'))])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.usefixtures("log")
def test_without_the_packages_one_line_names_the_cure_and_the_service_runs(
    settings: Settings, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PLACE, NOWHERE)
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    assert client_for(settings).get("/healthz").status_code == 200
    said = [line for line in map(json.loads, capsys.readouterr().err.splitlines()) if line["event"] == "traces are not exported"]
    assert [(line["level"], line["why"]) for line in said] == [("warning", PACKAGES_MISSING)]


@pytest.mark.usefixtures("log")
def test_a_place_that_takes_nothing_is_told_in_lines_like_all_others(
    settings: Settings, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PLACE, NOWHERE)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "0.1")  # seconds, which leaves no time for a second try
    client = client_for(settings)
    assert client.get("/healthz").status_code == 200
    client.app.state.services.tracing.end()  # type: ignore[attr-defined]
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["level"] for line in lines if line["event"] == "telemetry" and "Failed to export span" in line["said"]] == ["warning"]


UNFIT = [
    ({PLACE: "localhost:4318"}, PLACE),
    ({PLACE: NOWHERE, "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "http/protobuf"),
    ({PLACE: NOWHERE, "OTEL_BSP_MAX_QUEUE_SIZE": "-1"}, "max_queue_size"),
]


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(("variables", "named"), UNFIT, ids=[named for _, named in UNFIT])
def test_what_cannot_be_done_is_said(
    variables: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert tracing_of_environment()._provider is None
    assert named in json.loads(capsys.readouterr().err)["why"]
