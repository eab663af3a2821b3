"""A server killed in the middle of writing has stored everything that it acknowledged."""

import http.client
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.jobs import Job
from tests.reliability.processes import process

WRITERS = 3
ACKNOWLEDGED_BEFORE_THE_KILL = 40


def write_until_the_server_dies(port: int, writer: int, enough: threading.Semaphore) -> list[str]:
    """Write one mark after the other and return those whose acknowledgement arrived."""
    acknowledged: list[str] = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        for number in itertools.count():
            connection.request("POST", f"/marks/{writer}-{number}")
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 201
            acknowledged.append(f"{writer}-{number}")
            enough.release()
    except (OSError, http.client.HTTPException):
        return acknowledged
    finally:
        connection.close()
    return acknowledged


def killed_while_writing(database_url: str) -> set[str]:
    """Kill a server among its writers, and return what it had acknowledged."""
    enough = threading.Semaphore(0)
    with process("tests.reliability.acknowledging_server", database_url) as server, ThreadPoolExecutor(WRITERS) as pool:
        port = int(server.stdout.readline())
        writers = [pool.submit(write_until_the_server_dies, port, writer, enough) for writer in range(WRITERS)]
        for _ in range(ACKNOWLEDGED_BEFORE_THE_KILL):
            assert enough.acquire(timeout=60)
        server.kill()
        return {mark for writer in writers for mark in writer.result()}


def test_no_acknowledged_write_is_lost_when_the_server_is_killed(engine: Engine, database_url: str) -> None:
    acknowledged = killed_while_writing(database_url)
    assert len(acknowledged) >= ACKNOWLEDGED_BEFORE_THE_KILL
    assert lost(engine, acknowledged) == set()


def lost(engine: Engine, acknowledged: set[str]) -> set[str]:
    """Return what was acknowledged and is not stored."""
    with reading(engine) as session:
        return acknowledged - set(session.scalars(sa.select(col(Job.id))))
