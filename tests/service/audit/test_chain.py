"""Events stand in one chain that the database refuses to change, and whoever changes it all the same is found out."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from models.audit import GENESIS, AuditAction, AuditEvent, AuditHead
from models.database import reading, writing
from service.audit.verification import CHANGED, CUT_OFF, DETACHED, MISSING, Verdict, verify
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record, record_reading
from tests.service.front.command_line.conftest import Run

BY = Actor("a-tester", datetime(2026, 10, 1, 8, 30, 0, 123456, tzinfo=UTC))


def write(engine: Engine, count: int = 1) -> None:
    for _ in range(count):
        with writing(engine) as session:
            record(
                session, BY, AuditAction.EXPERT_CHANGED, AuditedObject("expert", "E1"), fields=["country"], number=3, none=None, flag=True
            )


def verdict(engine: Engine, expected: str | None = None) -> Verdict:
    with reading(engine) as session:
        return verify(session, expected)


def tamper(engine: Engine, *statements: str) -> None:
    """Do what only somebody with the keys of the database can: take the guards away, change, and put nothing back."""
    guards = {"sqlite": ["DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete"]}
    with engine.begin() as connection:
        for statement in (*guards.get(engine.dialect.name, ["ALTER TABLE audit_event DISABLE TRIGGER ALL"]), *statements):
            connection.execute(sa.text(statement))


def test_an_empty_chain_and_a_written_one_are_sound(engine: Engine) -> None:
    assert verdict(engine) == Verdict(0, GENESIS)
    write(engine, 3)
    found = verdict(engine)
    assert (found.events, found.broken) == (3, None)
    assert re.fullmatch(r"[0-9a-f]{64}", found.last)
    assert verdict(engine, found.last) == found


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event"])
def test_the_database_refuses_to_change_an_event(engine: Engine, statement: str) -> None:
    write(engine, 2)
    with engine.connect() as connection, pytest.raises(IntegrityError, match="never changed or deleted"):
        connection.execute(sa.text(statement))
    assert verdict(engine).events == 2


def test_postgresql_refuses_to_empty_the_table(postgresql_url: str) -> None:
    engine = sa.create_engine(postgresql_url)
    with engine.connect() as connection, pytest.raises(IntegrityError, match="never changed or deleted"):
        connection.execute(sa.text("TRUNCATE audit_event"))
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "broken", "fault"),
    [
        ("UPDATE audit_event SET actor = 'x' WHERE sequence = 2", 2, CHANGED),
        ("UPDATE audit_event SET at = '2026-10-01 08:30:00' WHERE sequence = 3", 3, CHANGED),
        ("UPDATE audit_event SET details = '{}' WHERE sequence = 1", 1, CHANGED),
        ("UPDATE audit_event SET previous_hash = 'x' WHERE sequence = 2", 2, DETACHED),
        ("DELETE FROM audit_event WHERE sequence = 2", 2, MISSING),
        ("DELETE FROM audit_event WHERE sequence = 3", 3, CUT_OFF),
        ("DELETE FROM audit_event", 1, CUT_OFF),
    ],
)
def test_the_first_event_that_was_tampered_with_is_named(engine: Engine, statement: str, broken: int, fault: object) -> None:
    write(engine, 3)
    tamper(engine, statement)
    found = verdict(engine)
    assert (found.broken, found.fault) == (broken, fault)


def test_a_chain_written_anew_lacks_the_hash_that_was_noted(engine: Engine) -> None:
    write(engine, 2)
    noted = verdict(engine).last
    tamper(engine, "DELETE FROM audit_event", "DELETE FROM audit_head")
    with writing(engine) as session:
        record(session, Actor("another", BY.now), AuditAction.EXPERT_CHANGED, AuditedObject("expert", "E1"))
    assert verdict(engine).broken is None
    assert verdict(engine, noted).fault == CUT_OFF


def test_writers_at_once_do_not_fork_the_chain(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: write(engine, 3), range(8)))
    assert (verdict(engine).events, verdict(engine).broken) == (24, None)
    with reading(engine) as session:
        assert session.get_one(AuditHead, 1).sequence == 24


def test_an_event_is_there_exactly_if_the_change_is(engine: Engine) -> None:
    write(engine)

    def fail() -> None:
        with writing(engine) as session:
            record(session, BY, AuditAction.EXPERT_CHANGED, AuditedObject("expert", "E1"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    write(engine)
    assert (verdict(engine).events, verdict(engine).broken) == (2, None)


@pytest.mark.parametrize(
    "details",
    [{"name": "Nguyễn Văn An"}, {"email": "an@mail.example"}, {"text": "free text"}, {"list": [{"deep": "free text"}]}, {"share": 0.5}],
)
def test_names_addresses_and_free_text_are_refused(sqlite_engine: Engine, details: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="ids, codes and numbers only"), writing(sqlite_engine) as session:
        record(session, BY, AuditAction.EXPERT_CHANGED, AuditedObject("expert", "E1"), **details)
    assert verdict(sqlite_engine).events == 0


def test_a_reading_in_bulk_names_everybody_who_was_read(engine: Engine) -> None:
    record_reading(engine, BY, "export", AuditedObject("product", "P01"), ["E1", "E2"])
    with reading(engine) as session:
        event = session.scalars(sa.select(AuditEvent).order_by(col(AuditEvent.sequence))).one()
    assert (event.action, event.actor, event.object_id) == ("people_read", "a-tester", "P01")
    assert event.details == {"purpose": "export", "people": 2, "experts": ["E1", "E2"]}


def test_the_command_tells_what_is_broken(engine: Engine, database_url: str, run: Run) -> None:
    write(engine, 2)
    sound = run("audit", "verify", "--database", database_url, "--lang", "en")
    assert (sound.exit_code, sound.stdout.startswith("2 events, all as they were written.")) == (0, True)
    tamper(engine, "UPDATE audit_event SET action = 'x' WHERE sequence = 2")
    broken = run("audit", "verify", "--database", database_url, "--json")
    assert broken.exit_code == 1
    assert '"broken": 2' in broken.stdout
