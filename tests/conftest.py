"""Databases and clients for every test: SQLite and PostgreSQL, each test with a migrated database of its own."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from threadpoolctl import threadpool_limits

from models.database import make_engine, writing
from models.experts import NetworkState
from models.vocabulary import AccountRole
from service.kit.settings import PREFIX, Settings
from tests.accounts import key_header
from tests.applications import running_client
from tests.passwords import hash_with_little_work
from tests.postgresql import NO_POSTGRESQL, PostgreSQL, new_database, start_postgresql
from tests.statements import share_compiled_statements
from tests.worlds import Worlds

KINDS = ["sqlite", "postgresql"]
both = pytest.mark.parametrize("database_kind", KINDS)
"""For tests of what a database does, in a folder whose other tests run on SQLite alone."""
YOUNG_OBJECTS = 50_000  # objects that may be made before the youngest are searched for garbage; Python's default is 700
LONGEST = "test_contract.py"
FOLDER_KEY = pytest.StashKey[Path]()
hash_with_little_work()  # before a folder's conftest hashes the password of its accounts
MEMORY, ROOM = "/dev/shm", 2**31


def pytest_configure(config: pytest.Config) -> None:
    """Agree on one folder per run: the worker processes of a parallel run share the server in it. Engines share what they compile."""
    shared = getattr(config, "workerinput", {}).get("shared_folder")
    threadpool_limits(1)  # as the server sets them: threads of several processes would wait for one another, and that busily
    share_compiled_statements()
    config.stash[FOLDER_KEY] = Path(shared or tempfile.mkdtemp(prefix="vinmatch-tests-", dir=_memory()))


def _memory() -> str | None:
    """Return the folder whose files live in memory, where it has room for the databases of a run; else None, for the usual one."""
    try:
        return MEMORY if shutil.disk_usage(MEMORY).free > ROOM else None
    except OSError:
        return None


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    node.workerinput["shared_folder"] = str(node.config.stash[FOLDER_KEY])  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[FOLDER_KEY], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest test, so that at the end no process waits for the one that has it."""
    items.sort(key=lambda item: LONGEST not in item.nodeid)


def pytest_collection_finish() -> None:
    """Leave alone what stays to the end; to search it for garbage takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = [report for report in terminalreporter.stats.get("skipped", []) if NO_POSTGRESQL in str(report.longrepr)]
    if left_out:
        terminalreporter.section("POSTGRESQL WAS NOT TESTED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(left_out)} tests ran on SQLite alone. {left_out[0].longrepr[2]}", red=True)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith((PREFIX, "OTEL_")) or name == "DATABASE_URL"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv(Settings.variable("encoder"), "none")  # a test that is about an encoder names one
    monkeypatch.setenv(Settings.variable("warm_up"), "false")


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[PostgreSQL | str]:
    """The run's server with a migrated template, or the reason why there is none."""
    yield from start_postgresql(request.config.stash[FOLDER_KEY])


@pytest.fixture(scope="session")
def worlds(request: pytest.FixtureRequest) -> Worlds:
    """The run's databases to copy; the server is started where one is needed on it."""
    return Worlds(request.config.stash[FOLDER_KEY], lambda: request.getfixturevalue("postgresql"))


@pytest.fixture
def sqlite_url(worlds: Worlds, tmp_path: Path) -> str:
    return worlds.copied(tmp_path / "test.sqlite3")


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL | str) -> Iterator[str]:
    with new_database(postgresql) as url:
        yield url


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """The kind of database: the test runs once on each, unless its folder says otherwise."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """Address of a migrated, empty database."""
    url: str = request.getfixturevalue(f"{database_kind}_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """For tests of what does not depend on the database."""
    engine = make_engine(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(database_url=database_url, selection_date=date(2026, 10, 1), run_worker=False)


class ClientFor(Protocol):
    """Make a running client for settings, with the routes of ``extra`` added; errors come as answers.

    It holds a key of an account with ``role``, by default a coordinator; with None it is not signed in.
    """

    def __call__(
        self, settings: Settings, extra: APIRouter | None = None, role: AccountRole | None = AccountRole.COORDINATOR, **permissions: Any
    ) -> TestClient: ...


@pytest.fixture
def client_for() -> Iterator[ClientFor]:
    with ExitStack() as stack:

        def make(
            settings: Settings, extra: APIRouter | None = None, role: AccountRole | None = AccountRole.COORDINATOR, **permissions: Any
        ) -> TestClient:
            headers = key_header(settings.database_url, role, **permissions) if role else {}
            return stack.enter_context(running_client(settings, extra, headers=headers))

        yield make


@pytest.fixture
def client(settings: Settings, client_for: ClientFor) -> TestClient:
    """A client of the service on a migrated, empty database, signed in as a coordinator; once on each kind of database."""
    return client_for(settings)


@pytest.fixture
def auditor(settings: Settings) -> dict[str, str]:
    """The header of an auditor, who reads what a coordinator does not."""
    return key_header(settings.database_url, AccountRole.AUDITOR)


@pytest.fixture
def mark_synthetic() -> Callable[[Engine], None]:
    """A function that marks the people in a database as invented, so that anybody may read of them."""

    def mark(engine: Engine) -> None:
        with writing(engine) as session:
            session.merge(NetworkState(id=1, synthetic=True))

    return mark
