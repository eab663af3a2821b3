"""Nothing of an erased person is left but a trace, whatever tables there are."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from matching.gate.result import GatePolicy
from models.audit import AuditEvent
from models.data_requests import DataRequest
from models.database import reading, writing
from models.erasure import Erasure
from models.experts import Evidence, Expert, Relation
from models.jobs import Job, TextVector
from models.tables import metadata
from models.vocabulary import ErasureReason, JobStatus
from service.audit.verification import verify
from service.kit.problems import NotFound
from service.matches.network.kept import FOLDER
from service.matches.network.live import LiveNetwork, Snapshot, read_stored
from service.people.profiles.erased_ids import digest_of, was_erased
from service.privacy.erasure.ledger import LedgerEntry, read_ledger
from service.privacy.erasure.operations import erase, replay
from tests.service.privacy.erasure.conftest import BY, ERASED, NOW, OWN, vector

NOT_SEARCHED = {"audit_event"}


def erase_one(engine: Engine, expert_id: str = ERASED) -> LedgerEntry:
    with writing(engine) as session:
        return LedgerEntry.model_validate(erase(session, BY, expert_id, ErasureReason.REQUEST))


def everything(session: Session) -> dict[str, list[Any]]:
    tables = [table for table in metadata.sorted_tables if table.name not in NOT_SEARCHED]
    return {table.name: [tuple(row) for row in session.execute(sa.select(table))] for table in tables}


def naming(engine: Engine, words: list[str]) -> dict[str, list[str]]:
    """Return the tables whose rows hold one of ``words``, with the words found."""
    with reading(engine) as session:
        texts = {name: repr(rows) for name, rows in everything(session).items()}
    return {name: found for name, text in texts.items() if (found := [word for word in words if word in text])}


def words_of(engine: Engine) -> list[str]:
    with reading(engine) as session:
        person = session.get_one(Expert, ERASED)
        titles = session.scalars(sa.select(col(Evidence.id)).where(col(Evidence.expert_id) == ERASED)).all()
        return [f"'{ERASED}'", f'"{ERASED}"', f" {ERASED}", person.display_name, person.email, *titles]


def test_no_table_says_anything_of_an_erased_person(full_world: Engine) -> None:
    words = words_of(full_world)
    before = naming(full_world, words)
    assert {
        "expert",
        "evidence",
        "consent",
        "relation",
        "job",
        "data_request",
        "kept_answer",
        "retention_deadline",
        "person_reading",
    } <= set(before)
    trace = erase_one(full_world)
    assert naming(full_world, words) == {}
    assert (trace.digest, trace.reason) == (digest_of(trace.salt, ERASED), ErasureReason.REQUEST)


def test_every_table_that_points_to_a_person_lets_the_person_go() -> None:
    keys = [key for table in metadata.tables.values() for key in table.foreign_keys if key.column.table.name == "expert"]
    assert len(keys) >= 6
    assert [str(key.parent) for key in keys if key.ondelete not in {"CASCADE", "SET NULL"}] == []


def test_others_keep_what_is_theirs(full_world: Engine) -> None:
    erase_one(full_world)
    with reading(full_world) as session:
        jobs = {job.id: job for job in session.scalars(sa.select(Job))}
        assert session.scalar(sa.select(sa.func.count()).select_from(Expert)) == 5
        assert session.scalars(sa.select(col(Relation.organisation_id))).all() == ["B1"]
        assert session.get_one(DataRequest, "R1").due_on.isoformat() == "2026-10-11"
    assert (jobs["J1"].result, jobs["J3"].result) == ({}, {"seats": [{"person": "E3"}]})
    assert (jobs["J2"].arguments, jobs["J2"].message, jobs["J2"].status) == ({}, "", JobStatus.FAILED)


def test_the_erasure_is_an_event_without_the_person(full_world: Engine) -> None:
    trace = erase_one(full_world)
    with reading(full_world) as session:
        event = session.scalars(sa.select(AuditEvent)).one()
        assert verify(session).broken is None
    assert (event.action, event.object_id, event.details) == ("expert_erased", trace.digest, {"reason": "request"})


def test_vectors_of_texts_that_nobody_else_has_are_forgotten(full_world: Engine) -> None:
    own, shared, gone = "Programme for satellite control", "Programme for grid storage", "A title that was changed long ago"
    with writing(full_world) as session:
        item = session.get_one(Evidence, f"{ERASED}-01")
        other = session.get_one(Evidence, "E3-01")
        item.title, item.text, other.title = own, shared, shared
        mine = session.get_one(Evidence, f"{ERASED}-02")
        mine.title = own
        for somebody in session.scalars(sa.select(Evidence).where(col(Evidence.expert_id) != ERASED, col(Evidence.title) == own)):
            somebody.title = "Something else"
        session.add_all([vector(own), vector(shared), vector(gone)])
    erase_one(full_world)
    with reading(full_world) as session:
        assert session.scalars(sa.select(col(TextVector.digest))).all() == [vector(shared).digest]


def use(live: LiveNetwork, engine: Engine) -> Snapshot:
    with reading(engine) as session:
        return live.snapshot(session, read_stored(session))


def test_every_process_drops_the_person_at_its_next_use(full_world: Engine) -> None:
    processes = LiveNetwork(GatePolicy()), LiveNetwork(GatePolicy())
    assert all(ERASED in use(process, full_world).network.position for process in processes)
    erase_one(full_world)
    for process in processes:
        network = use(process, full_world).network
        assert sorted(network.position) == ["E1", "E3", "E4", "E5", "E6"]
        assert [relation.other_expert_id for relation in network.profiles[0].relations] == [None]


def test_what_is_kept_between_starts_goes_with_the_erasure(full_world: Engine, tmp_path: Path) -> None:
    kept_in = tmp_path / "kept"
    full_world.update_execution_options(**{FOLDER: kept_in})
    LiveNetwork(GatePolicy(), folder=kept_in).keep(full_world)
    assert any(OWN.encode() in file.read_bytes() for file in kept_in.glob("*/*.npy"))
    erase_one(full_world)
    assert not kept_in.exists()


def test_somebody_who_is_not_there_cannot_be_erased(full_world: Engine) -> None:
    with pytest.raises(NotFound):
        erase_one(full_world, "E9")
    with reading(full_world) as session:
        assert read_ledger(session) == []


def restore(engine: Engine) -> None:
    """Bring the person back, as a backup from before the erasure would."""
    with writing(engine) as session:
        lost = session.get_one(Expert, "E3").model_dump() | {"id": ERASED, "display_name": "Back again", "version": None}
        session.add(Expert(**lost))


def test_a_replay_erases_whoever_came_back_with_a_backup(full_world: Engine) -> None:
    erase_one(full_world)
    with reading(full_world) as session:
        ledger = read_ledger(session)
    restore(full_world)
    assert (replay(full_world, BY, ledger), replay(full_world, BY, ledger)) == (1, 0)
    with reading(full_world) as session:
        assert session.get(Expert, ERASED) is None
        assert [entry.erased_at for entry in read_ledger(session)] == [NOW]
        assert (was_erased(session, ERASED), was_erased(session, "E3")) == (True, False)


def test_a_replay_takes_the_ledger_over_where_the_backup_knows_nothing_of_it(full_world: Engine) -> None:
    trace = erase_one(full_world)
    with reading(full_world) as session:
        ledger = read_ledger(session)
    with writing(full_world) as session:
        session.execute(sa.delete(Erasure))
    restore(full_world)
    assert replay(full_world, BY, ledger) == 1
    with reading(full_world) as session:
        assert [entry.digest for entry in read_ledger(session)] == [trace.digest]
