"""One browser and one served demo for the whole run; each test opens pages of its own."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from models.vocabulary import AccountRole
from tests.browser.chromium import NEEDED, NONE_HERE, browsing, program
from tests.browser.site import Site, demo_of_run, served
from tests.browser.watching import Watched

DESK, PHONE = (1280, 900), (390, 844)
PATIENCE = 60_000
"""Milliseconds that a busy machine may take for one page."""
Open = Callable[..., Watched]
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    mine = [item for item in items if here in item.path.parents]
    for item in mine:
        item.add_marker(pytest.mark.browser)
        if program() is None and NEEDED in os.environ:
            raise pytest.UsageError(NONE_HERE)
        if program() is None:
            item.add_marker(pytest.mark.skip(reason=NONE_HERE))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if any(NONE_HERE in str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("THE PAGES WERE NOT TESTED IN A BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line(NONE_HERE, red=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing(program() or "") as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, which the tests change; whoever writes takes a product of its own."""
    own = tmp_path_factory.mktemp("demo")
    of_all = tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with served(demo_of_run(own, of_all)) as site:
        yield site


@pytest.fixture
def open_as(site: Site, browser: Browser) -> Iterator[Open]:
    """A function that opens a window of a role (None: nobody is signed in); at the end nothing strange may have been noticed."""
    with ExitStack() as stack:
        opened: list[Watched] = []

        def make(
            role: AccountRole | None, size: tuple[int, int] = DESK, lang: str = "vi", *, scripts: bool = True, zoom: int = 1
        ) -> Watched:
            options: dict[str, Any] = {"viewport": {"width": size[0], "height": size[1]}, "java_script_enabled": scripts}
            options["device_scale_factor"] = zoom
            context = stack.enter_context(browser.new_context(storage_state=site.state(browser, role), **options))
            context.set_default_timeout(PATIENCE)
            page: Page = context.new_page()
            watched = Watched(page, site.address)
            page.goto(f"{site.address}/?lang={lang}")
            opened.append(watched)
            return watched

        yield make
        faults = [fault for watched in opened for fault in watched.faults]
        assert faults == [], "\n".join(faults)
