"""Asks a registry: configured hosts only, HTTPS only, no way to another host, bounded in time, size and attempts."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

import httpx

from service.imports.fetching import faults
from service.imports.fetching.answers import MOST_PATIENCE, is_out_of_credit, is_rate_limited, wait_of
from service.kit.settings import Settings
from service.kit.stages import stage

_ATTEMPTS, _HOPS = 4, 2
_TIMEOUT = httpx.Timeout(20.0, connect=10.0)
_SECONDS = 60.0  # for one answer, however slowly it drips
_MOST_BYTES = 20_000_000  # of an answer, unpacked
_AGENT = "vinmatch"


@dataclass(frozen=True)
class Registries:
    """The registries that may be asked. ``sleep`` takes seconds; ``clock`` gives seconds that only grow."""

    hosts: frozenset[str]
    transport: httpx.BaseTransport | None = None
    mailto: str = ""
    openalex_key: str = ""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    most_bytes: int = _MOST_BYTES

    @classmethod
    def of(cls, settings: Settings, transport: httpx.BaseTransport | None = None) -> Self:
        """Return the registries that the operator allows; none by default."""
        key = settings.openalex_key.get_secret_value() if settings.openalex_key else ""
        return cls(frozenset(settings.registry_hosts), transport, settings.registry_mailto, key)

    def get(self, host: str, path: str, query: Mapping[str, str] | None = None, accept: str = "application/json") -> bytes:
        """Return the body of the answer; raises ``NotFetched``, ``RateLimited`` or ``OutOfCredit``."""
        if host not in self.hosts:
            raise faults.SwitchedOff(host)
        agent = f"{_AGENT} (mailto:{self.mailto})" if self.mailto else _AGENT
        headers = {"Accept": accept, "User-Agent": agent}
        # Nothing from the environment: no proxy, no stored password.
        client = httpx.Client(transport=self.transport, timeout=_TIMEOUT, headers=headers, trust_env=False, follow_redirects=False)
        with stage("registry"), client:
            return self._asked(client, host, httpx.URL(f"https://{host}{path}", params=dict(query or {})))

    def _asked(self, client: httpx.Client, host: str, address: httpx.URL) -> bytes:
        for attempt in range(_ATTEMPTS):
            last = attempt == _ATTEMPTS - 1
            try:
                answer, body = self._followed(client, host, address)
            except httpx.TransportError:
                if last:
                    raise faults.silent(host) from None
                self.sleep(float(2**attempt))
                continue
            if answer.is_success:
                return body
            self._judge(answer, body.decode(errors="replace")[:2000], host, attempt, last=last)
        raise faults.silent(host)

    def _judge(self, answer: httpx.Response, body: str, host: str, attempt: int, *, last: bool) -> None:
        """Wait where trying again can help, else raise why it cannot."""
        limited = is_rate_limited(answer, body)
        if is_out_of_credit(answer, body):
            raise faults.OutOfCredit(host)
        if answer.status_code in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            raise faults.unknown(host)
        if not limited and answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
            raise faults.refused(host, answer.status_code)
        wait = wait_of(answer, attempt, datetime.now(UTC))
        if last or wait > MOST_PATIENCE:
            raise faults.RateLimited(host) if limited else faults.refused(host, answer.status_code)
        self.sleep(wait)

    def _followed(self, client: httpx.Client, host: str, address: httpx.URL) -> tuple[httpx.Response, bytes]:
        """Return the answer and its body; a record that was merged is followed to its new place on the same host."""
        for _ in range(_HOPS + 1):
            with client.stream("GET", address) as answer:
                if not answer.has_redirect_location:
                    return answer, self._body(answer, host)
                address = address.join(answer.headers["location"])
            parts = urlsplit(str(address))
            if parts.scheme != "https" or parts.hostname != host or parts.port not in (None, 443):
                break
        raise faults.led_elsewhere(host)

    def _body(self, answer: httpx.Response, host: str) -> bytes:
        """Return the body, unpacked as it comes, so that a small answer cannot grow over the limit."""
        until, body = self.clock() + _SECONDS, bytearray()
        for chunk in answer.iter_bytes(65_536):
            body += chunk
            if len(body) > self.most_bytes:
                raise faults.too_large(host)
            if self.clock() > until:
                raise faults.silent(host)
        return bytes(body)
