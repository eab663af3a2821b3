"""The doctor names what is wrong, looks at everything else all the same, and ends with 1."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from models.audit import AuditAction
from models.database import make_engine, writing
from service.front.health import doctor, storage
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.settings import Settings
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import address


def add_event(url: str, at: datetime) -> None:
    engine = make_engine(url)
    with writing(engine) as session:
        record(session, Actor("a-tester", at), AuditAction.INCIDENT_RECORDED, AuditedObject("incident", "1"))
    engine.dispose()


def found(run: Run, url: str) -> tuple[int, dict[str, str]]:
    result = run("doctor", "--json", "--database", url)
    said: dict[str, Any] = json.loads(result.stdout)
    assert said["sound"] is (result.exit_code == 0)
    return result.exit_code, {one["subject"]: one["verdict"] for one in said["findings"]}


def test_a_database_in_order_is_sound(run: Run, sqlite_url: str) -> None:
    code, verdicts = found(run, sqlite_url)
    assert (code, [subject for subject, verdict in verdicts.items() if verdict == "bad"]) == (0, [])
    assert list(verdicts) == ["settings", "database", "disk", "clock", "encoder", "chain", "mail"]


def test_what_is_wrong_is_said_in_words(run: Run, tmp_path: Path) -> None:
    result = run("doctor", "--lang", "en", "--database", address(tmp_path / "new.sqlite3"))
    assert result.exit_code == 1
    assert "- database: There is no database here yet" in result.stdout
    assert result.stdout.splitlines()[-1] == "Mend what is marked with -."


def test_a_full_disk_is_bad(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LEAST_FREE", 2**62)
    assert found(run, sqlite_url)[1]["disk"] == "bad"


def test_a_clock_behind_the_last_event_is_bad(run: Run, sqlite_url: str) -> None:
    add_event(sqlite_url, datetime(2126, 1, 1, tzinfo=UTC))
    assert found(run, sqlite_url)[1]["clock"] == "bad"


def test_a_clock_before_the_program_is_bad(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "utc_now", lambda: datetime(1970, 1, 1, tzinfo=UTC))
    assert found(run, sqlite_url)[1]["clock"] == "bad"


def test_a_broken_chain_is_bad(run: Run, sqlite_url: str) -> None:
    add_event(sqlite_url, datetime(2026, 1, 1, tzinfo=UTC))
    engine = make_engine(sqlite_url)
    with writing(engine) as session:
        session.execute(sa.text("UPDATE audit_head SET sequence = 7"))
    engine.dispose()
    assert found(run, sqlite_url)[1]["chain"] == "bad"


def test_a_mail_server_that_is_silent_is_bad(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(Settings.variable("smtp_host"), "127.0.0.1")
    monkeypatch.setenv(Settings.variable("smtp_port"), "9")
    assert found(run, sqlite_url)[1]["mail"] == "bad"


def test_a_setting_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(Settings.variable("port"), "many")
    result = run("doctor")
    assert (result.exit_code, "VINMATCH_PORT" in result.stderr) == (2, True)
