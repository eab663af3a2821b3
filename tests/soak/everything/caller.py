"""One client of the service, which comes again when it is told to."""

from typing import Any

import httpx

from tests.soak.everything.book import Book

API = "/api/v1"
PATIENCE = 300.0
"""Seconds: what is checked here is what is answered, not how soon."""
OUTDATED = 412
ROLE = "CE_PROJECT"


class Stopped(Exception):
    """The time is up."""


class Caller:
    """Sends requests with the key of one account, or with none, and writes down what is answered."""

    def __init__(self, address: str, book: Book, key: dict[str, str]) -> None:
        self.book = book
        # Before the server closes a connection that rests, which it does after five seconds: else a request may meet it closing.
        resting = httpx.Limits(keepalive_expiry=1.0)
        self.client = httpx.Client(base_url=address, headers=key, timeout=PATIENCE, follow_redirects=True, limits=resting)

    def of_another(self, key: dict[str, str]) -> "Caller":
        """Return a client of the same service with the key of another account."""
        return Caller(str(self.client.base_url), self.book, key)

    def ask(self, method: str, path: str, *also: int, **sent: Any) -> httpx.Response:
        """Return the answer: 2xx, or a status of ``also``; anything else is a fault. Whoever is to come again does."""
        while not self.book.over.is_set():
            answer = self.client.request(method, path, **sent)
            self.book.note(self.book.statuses, answer.status_code)
            if not _is_refused_for_now(answer):
                self.book.must(answer.is_success or answer.status_code in also, _told(answer))
                return answer
            self.book.note(self.book.refusals, answer.json()["detail_en"])
            self.book.over.wait(float(answer.headers["retry-after"]))
        raise Stopped

    def get(self, path: str, *also: int, **query: Any) -> Any:
        """Return what stands at ``path`` of the API."""
        return self.ask("GET", API + path, *also, params=query).json()

    def post(self, path: str, content: object, *also: int, **sent: Any) -> httpx.Response:
        """Send ``content`` to ``path`` of the API."""
        return self.ask("POST", API + path, *also, json=content, **sent)


def _is_refused_for_now(answer: httpx.Response) -> bool:
    return answer.status_code == httpx.codes.SERVICE_UNAVAILABLE and "retry-after" in answer.headers and bool(answer.json()["code"])


def _told(answer: httpx.Response) -> str:
    return f"{answer.request.method} {answer.request.url} answered {answer.status_code}: {answer.text[:600]}"
