"""Traces of requests, exported over OTLP where the standard variables of OpenTelemetry name a place for them, and nowhere else.

A span says the template of a route, the method, the status and the stages: no address, no word that was asked, nobody's name. The provider
is our own and never the process's: nothing else that speaks OpenTelemetry can write into it, or hand on more than is written here.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPMethod
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer, format_span_id, format_trace_id, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from starlette.datastructures import Headers
from starlette.types import Scope

from service.front.metrics import UNMATCHED
from service.kit.stages import Stages

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

SERVICE = "vinmatch"
PLACES = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
PACKAGES_MISSING = "the packages that export traces are missing: pip install 'vinmatch[telemetry]'"
OTHER_METHOD = "_OTHER", "HTTP"
"""What the conventions of OpenTelemetry call a method that nobody knows, as an attribute and in the name of a span."""
LAST_SECONDS = 5.0
"""How long a server that ends waits for its last spans to be taken."""
_CALLER = TraceContextTextMapPropagator()
log = structlog.get_logger()


class _IntoOurLog(logging.Handler):
    """What the exporter has to say, such as that nobody takes its spans, is a line like every other."""

    def emit(self, record: logging.LogRecord) -> None:
        log.warning("telemetry", said=record.getMessage(), by=record.name)


@dataclass
class Traced:
    """The trace of one request; without a span nothing is told."""

    span: Span | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    method: str = ""

    def answered(self, template: str, status: int) -> None:
        """Say by which route, and how, the request was answered."""
        if self.span is None:
            return
        if template != UNMATCHED:
            self.span.update_name(f"{self.method} {template}")
            self.span.set_attribute("http.route", template)
        self.span.set_attribute("http.response.status_code", status)
        if status >= 500:
            self.span.set_attribute("error.type", str(status))
            self.span.set_status(StatusCode.ERROR)


class Tracing:
    """The traces of one application: made and given to ``provider``, or without one not made at all."""

    def __init__(self, provider: "TracerProvider | None" = None) -> None:
        self._provider = provider
        self._tracer: Tracer | None = provider.get_tracer(SERVICE) if provider else None

    @contextmanager
    def request(self, scope: Scope, stages: Stages) -> Iterator[Traced]:
        """Trace the block as a request, within the trace of the caller where the request names one, with ``stages`` as its parts."""
        if self._tracer is None:
            yield Traced()
            return
        caller = _CALLER.extract({name: ",".join(Headers(scope=scope).getlist(name)) for name in _CALLER.fields})
        given = scope["method"]
        method, name = (given, given) if given in HTTPMethod.__members__ else OTHER_METHOD
        clock, moment = time.perf_counter(), time.time_ns()
        span = self._tracer.start_span(name, caller, SpanKind.SERVER, {"http.request.method": method}, start_time=moment)
        try:
            yield Traced(span, _ids(span), name)
        finally:
            _tell(self._tracer, span, stages, lambda at: moment + round((at - clock) * 1e9))
            span.end(moment + round((time.perf_counter() - clock) * 1e9))

    def end(self) -> None:
        """Export what is still to be exported, for some seconds at most: a place that does not answer must not hold up the end."""
        if self._provider is not None:
            last = threading.Thread(target=self._provider.shutdown, name="last-spans", daemon=True)
            last.start()
            last.join(LAST_SECONDS)


def _ids(span: Span) -> dict[str, str]:
    context = span.get_span_context()
    return {"trace_id": format_trace_id(context.trace_id), "span_id": format_span_id(context.span_id)}


def _tell(tracer: Tracer, span: Span, stages: Stages, moment_of: Callable[[float], int]) -> None:
    """Make a span of each stage, those within another after it; ``moment_of`` turns the clock of stages into nanoseconds of UTC."""
    if not span.is_recording():
        return
    spans = {0: span}
    for one in sorted(stages.timed, key=lambda one: one.begin):
        around = set_span_in_context(spans.get(one.within, span))
        part = tracer.start_span(one.name, around, start_time=moment_of(one.begin))
        part.end(moment_of(one.end))
        spans.setdefault(one.number, part)


def tracing_of_environment() -> Tracing:
    """Return what the variables of the environment ask for; what cannot be had is logged with its cure, and the service does without."""
    if not _is_wanted(os.environ):
        return Tracing()
    fault = _fault(os.environ)
    if fault is None:
        try:
            return Tracing(_exporting())
        except ImportError:
            fault = PACKAGES_MISSING
        except ValueError as error:
            fault = f"a variable of OpenTelemetry cannot be used: {error}"
    log.warning("traces are not exported", why=fault)
    return Tracing()


def _is_wanted(variables: Mapping[str, str]) -> bool:
    named = any(variables.get(place) for place in PLACES)
    disabled = variables.get("OTEL_SDK_DISABLED", "").strip().lower() == "true"
    return named and not disabled and variables.get("OTEL_TRACES_EXPORTER", "") != "none"


def _fault(variables: Mapping[str, str]) -> str | None:
    """Return what the variables ask for and nobody here can do, with the cure."""
    place = next(name for name in PLACES if variables.get(name))
    address = urlsplit(variables[place])
    if address.scheme not in {"http", "https"} or not address.hostname:
        return f"{place} must be an address such as http://127.0.0.1:4318"
    protocol = next((name for name in PROTOCOLS if variables.get(name)), None)
    return f"{protocol} must be http/protobuf, which is also the default" if protocol and variables[protocol] != "http/protobuf" else None


def _exporting() -> "TracerProvider":
    """Return a provider that exports in the background, as the variables say; raises ImportError without the packages of the extra."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415  # an extra that most do without
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    named = os.environ.get("OTEL_SERVICE_NAME") or "service.name=" in os.environ.get("OTEL_RESOURCE_ATTRIBUTES", "")
    provider = TracerProvider(resource=Resource.create({} if named else {"service.name": SERVICE}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    logging.getLogger("opentelemetry").handlers[:] = [_IntoOurLog()]
    return provider
