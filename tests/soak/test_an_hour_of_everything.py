"""An hour of everything that people do, sixteen at once: nothing is lost, nothing is torn, and the server does not grow."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import make_engine, reading
from models.experts import Evidence, Expert
from models.jobs import Job
from models.vocabulary import AccountRole, JobStatus
from seed.network.world import WORLD_DATE
from service.audit.verification import verify
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.benchmarks.processes import free_port, serving
from tests.service.synthetic_world import WORLD, load_world
from tests.soak.effort import FULL, times
from tests.soak.everything.book import Book
from tests.soak.everything.caller import API, PATIENCE, ROLE, Caller
from tests.soak.everything.crew import Place, at_work
from tests.soak.everything.editing import number_of
from tests.soak.everything.importing import look_at_imported
from tests.soak.everything.selecting import verified
from tests.soak.everything.watching import Watched, growth, watching
from tests.worlds import Worlds

SECONDS = int(os.environ.get("SOAK_SECONDS", times(60, 3600)))
LOOKS = 360
EDITED = 4
MEMORY, DESCRIPTORS = 0.10 if FULL else 0.50, 0.05
"""By which share what the server holds may grow from the second quarter to the last; in a minute it still warms up."""
MOST_VERIFIED = 100
SERVE = ("service.front.command_line.main", "serve")


@dataclass(frozen=True)
class Service:
    """The server of one run, with what stood in its database before."""

    place: Place
    pid: int
    log: Path
    engine: Engine
    before: dict[str, tuple[int, frozenset[str]]]


@pytest.fixture
def service(worlds: Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv(Settings.variable("real_people"), "no")  # else nobody signs any more once a file brought people in
    url = worlds.copied(tmp_path / "world.sqlite3", WORLD, load_world)
    settings = Settings(database_url=url, port=free_port(), selection_date=WORLD_DATE, encoder="none")
    log = tmp_path / "server.log"
    with opened(url) as engine, log.open("wb") as output, serving(settings, SERVE, output) as server:
        place = place_of(f"http://127.0.0.1:{settings.port}", url)
        yield Service(place, server.pid, log, engine, states(engine, [*place.edited, place.withdrawing]))


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = make_engine(url)
    yield engine
    engine.dispose()


def place_of(address: str, url: str) -> Place:
    """Return whom it is about: the first of the lists, of whom the first of all withdraws and the next are edited."""
    found: dict[str, str] = {}
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        products = [one["id"] for one in client.get(f"{API}/products", params={"limit": 200}).json()["items"]]
        for product in products:
            asked = f"/products/{product}/recommendations"
            answer = client.get(API + asked, params={"role": ROLE, "limit": 1}).json()
            found |= {entry["expert"]["id"]: asked for entry in answer.get("items", []) if entry["expert"]["id"] not in found}
    withdrawing, *others = found
    return Place(address, url, products, others[:EDITED], withdrawing, found[withdrawing])


def states(engine: Engine, people: list[str]) -> dict[str, tuple[int, frozenset[str]]]:
    """Return the version and the items of each person."""
    with reading(engine) as session:
        return {
            person: (
                session.get_one(Expert, person).version,
                frozenset(session.scalars(sa.select(col(Evidence.id)).where(col(Evidence.expert_id) == person))),
            )
            for person in people
        }


@pytest.mark.soak
def test_nothing_is_lost_nothing_torn_and_nothing_grows(service: Service) -> None:
    book = Book()
    with watching(service.pid, SECONDS / LOOKS) as watched, at_work(service.place, book):
        book.over.wait(SECONDS)
    tell(book, watched)
    check_what_was_answered(service, book)
    check_what_is_stored(service, book)
    check_log(service.log)
    assert not book.faults, "\n".join(book.faults)
    assert growth(watched.memory) < MEMORY
    assert growth(watched.descriptors) < DESCRIPTORS


def tell(book: Book, watched: Watched) -> None:
    """Print the figures of the run."""
    answers = sum(book.statuses.values())
    print(f"\n{answers} answers {dict(book.statuses)}; to come again {sum(book.refusals.values()) / answers:.2%}: {dict(book.refusals)}")
    print(f"{sum(book.changes.values())} changes, {len(book.signed)} signatures, {book.imported} imports")
    print(f"memory {[one >> 20 for one in watched.memory[:: LOOKS // 12]]} MiB, {growth(watched.memory):+.1%}")
    print(f"descriptors {watched.descriptors[:: LOOKS // 12]}, {growth(watched.descriptors):+.1%}")


def check_what_was_answered(service: Service, book: Book) -> None:
    """Every number is as high as it was acknowledged, the last file came in whole, every signed list is what was signed."""
    book.over.clear()
    reader = Caller(service.place.address, book, key_header(service.place.url, AccountRole.AUDITOR))
    with reader.client:
        for person in service.place.edited:
            found = reader.ask("GET", f"{API}/experts/{person}")
            assert number_of(book, found.json(), found.headers["etag"]) == book.counted[person]
        look_at_imported(reader)
        for shortlist_id in sorted(book.signed)[:: max(1, len(book.signed) // MOST_VERIFIED)]:
            verified(reader, shortlist_id)


def check_what_is_stored(service: Service, book: Book) -> None:
    """Each acknowledged change made one version, the items are those that were added and not removed, the chain is whole."""
    after = states(service.engine, list(service.before))
    for person, (version, items) in service.before.items():
        assert after[person] == (version + book.changes[person], items | book.items[person])
    with reading(service.engine) as session:
        assert verify(session).fault is None
        assert session.scalars(sa.select(col(Job.kind)).where(col(Job.status) == JobStatus.FAILED)).all() == []


def check_log(log: Path) -> None:
    """No line of the server's log tells of an error, but that SQLite was busy: answered with 503, or a job that is done again."""
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert {line["event"] for line in lines if line["level"] == "error"} <= {"database unavailable", "job failed"}
