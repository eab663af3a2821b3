"""A small client of a service on this machine, made of the standard library alone."""

import http.client
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

HOST, PATIENCE_SECONDS = "127.0.0.1", 600
OK, CREATED, SEE_OTHER, FIRST_ERROR = 200, 201, 303, 300
PASSWORD = "Quyet-tam-lon-2026!"  # noqa: S105 - of an account in a database that is thrown away


class Refused(RuntimeError):
    """The service answered with an error; the message holds status and answer."""


@dataclass
class Client:
    """One caller: an API key, or the cookies of a signed-in browser."""

    port: int
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def call(self, method: str, path: str, body: object = None, *, form: bool = False) -> tuple[int, str]:
        """Return the status and the text of the answer; raises OSError where nobody listens."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE_SECONDS)
        payload = None if body is None else urlencode(body) if form else json.dumps(body)  # type: ignore[arg-type]
        try:
            connection.request(method, path, payload, self._headers(form=form))
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """Return the JSON of the answer; raises ``Refused``."""
        status, text = self.call(method, path, body)
        if status >= FIRST_ERROR:
            raise Refused(f"{method} {path}: {status} {text[:300]}")
        return json.loads(text)

    def pages(self, method: str, path: str, query: dict[str, str], body: object = None) -> list[Any]:
        """Return the items of every page of a list, none where it is refused."""
        rows: list[Any] = []
        cursor = ""
        while True:
            asked = urlencode({**query, "limit": 200, **({"cursor": cursor} if cursor else {})})
            status, text = self.call(method, f"{path}?{asked}", body)
            if status != OK:
                return rows
            page = json.loads(text)
            rows += page["items"]
            cursor = page.get("next") or ""
            if not cursor:
                return rows

    def _headers(self, *, form: bool) -> dict[str, str]:
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        headers = {"Content-Type": kind, "Origin": f"http://{HOST}:{self.port}"}
        if self.key:
            headers["X-API-Key"] = self.key
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return headers


def signed_in(port: int, link: str) -> Client:
    """Return a client with a key of the account that the invitation ``link`` opens; raises ``Refused``."""
    browser = Client(port)
    path = re.sub(r"^https?://[^/]+", "", link)
    status, text = browser.call("POST", path, {"password": PASSWORD}, form=True)
    if status != SEE_OTHER:
        raise Refused(f"{path}: {status} {text[-300:]}")
    key = browser.ask("POST", "/api/v1/me/keys", {"label": "measure", "scopes": ["read", "write", "account"], "days": 30})
    return Client(port, key["key"])
