"""One client that keeps its connection, and the clock around each request."""

import http.client
import time
from dataclasses import dataclass, field

TIMEOUT_SECONDS = 30


@dataclass
class Client:
    """Asks the server on ``port`` with ``key``."""

    port: int
    key: str
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        """Open no connection yet: the first request does."""
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)

    def seconds(self, address: str) -> float:
        """Return how long ``address`` took, from sending the request to the last byte; raises ValueError unless it answered 200."""
        begin = time.perf_counter()
        self.connection.request("GET", address, headers={"Authorization": f"Bearer {self.key}"})
        answer = self.connection.getresponse()
        body = answer.read()
        taken = time.perf_counter() - begin
        if answer.status != http.client.OK:
            raise ValueError(f"{address} answered {answer.status}: {body[:500]!r}")
        return taken
