"""What a browser notices beside the page: requests to other hosts, errors on its console, width that does not fit, faults of access."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Page, Request

GRAVE = ("serious", "critical")
AXE = "axe.run(document, {resultTypes: ['violations'], elementRef: false, preload: false, iframes: false})"
NAMED = "main a, main h1, main h2, main h3, main button, main option, main summary, main legend, main label, nav a"
CODES = re.compile(r"E\d{5,}(-\d+)?|[PG]\d\d|PRJ-[\w-]+|[A-Z]{2,}(_[A-Z]+)+|R-[A-Z]+")
"""What a person cannot be expected to know: ids of people, evidence, products, groups and projects, roles and rules."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Watched:
    """What was noticed on ``page`` since it was opened; requests of the addresses below ``address`` are the service's own."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to the page."""
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "about:")):
            self.faults.append(f"asked of another host: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console on {message.location.get('url', '')}: {message.text}")

    def open(self, path: str) -> None:
        """Open ``path`` of the service and note an answer that is not a page."""
        answer = self.page.goto(f"{self.address}{path}", wait_until="load")
        if answer is None or answer.status != 200:
            self.faults.append(f"{path}: {answer.status if answer else 'no answer'}")
        self.look()

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window ``size``, in pixels."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def look(self) -> None:
        """Note what does not fit the width of the window."""
        over = self.page.evaluate(OVERFLOW)
        if over > 0:
            self.faults.append(f"{self.here}: {over} px too wide")

    def judge(self) -> None:
        """Note the serious and critical findings of axe on the page."""
        self.page.evaluate(AXE_SCRIPT)
        for found in self.page.evaluate(AXE)["violations"]:
            if found["impact"] in GRAVE:
                self.faults.append(f"{self.here}: {found['id']}: {[node['html'][:120] for node in found['nodes'][:3]]}")

    def read(self) -> None:
        """Note what is called by a code alone: a link, a heading, a button, a choice or a field."""
        for text in self.page.locator(NAMED).all_inner_texts():
            if CODES.fullmatch(text.strip()):
                self.faults.append(f"{self.here}: {text.strip()} stands alone")

    @property
    def here(self) -> str:
        """Return the path of the page with its query."""
        parts = urlsplit(self.page.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
