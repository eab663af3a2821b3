"""One client that keeps its connection, and the clock around each request."""

import http.client
import json
import time
from dataclasses import dataclass, field

TIMEOUT_SECONDS = 30


@dataclass
class Client:
    """Asks the server on ``port`` with ``key``, and gives up on an answer after ``patience`` seconds."""

    port: int
    key: str
    patience: float = TIMEOUT_SECONDS
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        """Open no connection yet: the first request does."""
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)

    def seconds(self, address: str) -> float:
        """Return how long ``address`` took, from sending the request to the last byte; raises ValueError unless it answered 200."""
        return self._ask("GET", address, None, http.client.OK)[0]

    def post(self, address: str, fields: object) -> tuple[float, bytes]:
        """Return how long creating something at ``address`` took, and the answer; raises ValueError unless it answered 201."""
        return self._ask("POST", address, json.dumps(fields).encode(), http.client.CREATED)

    def _ask(self, method: str, address: str, sent: bytes | None, expected: int) -> tuple[float, bytes]:
        headers = {"Authorization": f"Bearer {self.key}"} | ({"Content-Type": "application/json"} if sent else {})
        begin = time.perf_counter()
        self.connection.request(method, address, body=sent, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        taken = time.perf_counter() - begin
        if answer.status != expected:
            raise ValueError(f"{address} answered {answer.status}: {body[:500]!r}")
        return taken, body
