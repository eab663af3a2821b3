"""The demo as it is served to a browser: a small network, a user of each role with work that waits, a process that answers."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, StorageState

from models.database import make_engine
from models.vocabulary import AccountRole
from service.front.command_line.demo_accounts import demo_links
from service.kit.settings import Settings
from service.matches.recommendations.recommending import Recommender
from tests.benchmarks.processes import free_port, serving
from tests.browser.crowded import add_crowded_draft
from tests.postgresql import migrate
from tests.service.synthetic_world import address, checkpoint, load_world, world_settings

KEPT = "BROWSER_WORLD"
"""Names a file that holds the database between runs; whoever works on pages need not make it anew."""
SERVER = ("service.front.command_line.main", "serve")
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Site:
    """Where the demo answers, and how each role is signed in; nobody's role is None."""

    address: str
    links: dict[AccountRole, str]
    states: dict[AccountRole | None, StorageState] = field(default_factory=lambda: {None: {"cookies": [], "origins": []}})

    def state(self, browser: Browser, role: AccountRole | None) -> StorageState:
        """Return the cookies of ``role``, who enters by the link that works once when first asked for."""
        if role not in self.states:
            assert role is not None
            with browser.new_context() as context, context.new_page() as page:
                page.goto(self.links[role])
                page.locator("main form button").click()
                page.wait_for_url(f"{self.address}/**")
                self.states[role] = context.storage_state()
        return self.states[role]


def load_demo(url: str) -> None:
    """Fill the database at ``url``: a network of 200 generated and the written people, and what waits for the demo's users."""
    load_world(url)
    settings = world_settings(url)
    engine = make_engine(url)
    demo_links(engine, settings, Recommender(settings), made=True)
    add_crowded_draft(engine, settings)
    checkpoint(engine)
    engine.dispose()


def demo_file(folder: Path) -> Path:
    """Return a file in ``folder`` with the demo's database, a copy of the kept one where a file is named for it."""
    file = folder / "demo.sqlite3"
    kept = Path(os.environ[KEPT]) if KEPT in os.environ else None
    if kept is None or not kept.exists():
        migrate(address(file))
        load_demo(address(file))
        if kept:
            shutil.copy(file, kept)
        return file
    return Path(shutil.copy(kept, file))


def demo_of_run(own: Path, of_all: Path) -> Path:
    """Return a copy in ``own`` of the one database of a run: the first of its workers makes it in ``of_all``, the others wait."""
    with (of_all / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = of_all / "made.sqlite3"
        if not made.exists():
            demo_file(own).rename(made)
    return Path(shutil.copy(made, own / "demo.sqlite3"))


@contextmanager
def served(file: Path) -> Iterator[Site]:
    """Serve the demo in ``file`` on a free port of this machine."""
    port = free_port()
    url = address(file)
    settings = world_settings(url).model_copy(update={"host": HOST, "port": port})
    with serving(settings, SERVER):
        yield Site(f"http://{HOST}:{port}", _links(url, settings))


def _links(url: str, settings: Settings) -> dict[AccountRole, str]:
    engine = make_engine(url)
    links = demo_links(engine, settings, Recommender(settings), made=False)
    engine.dispose()
    return links
