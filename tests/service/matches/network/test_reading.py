"""The job that reads people: each once, going on where it was broken off, and seen by every process afterwards."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from matching.gate.result import GatePolicy
from matching.readers.packed import pack
from models.database import reading, writing
from models.jobs import Job, PersonReading, TextSpaceVersion
from models.vocabulary import JobStatus
from service.front.jobs.kinds import kinds_for
from service.kit.jobs.queue import LeaseLost, Queue, enqueue
from service.kit.jobs.worker import Worker
from service.kit.settings import Settings
from service.matches.encoders.choice import NONE
from service.matches.network import reading as job
from service.matches.network.live import READ_AT_ONCE, LiveNetwork
from service.matches.network.versions import current_encoder, current_version, load_current
from service.people.profiles.reader import read_profiles
from tests.service.matches.encoders.examples import LocalModel
from tests.service.matches.network.conftest import read_everybody
from tests.service.matches.network.test_live import edit, use

EVERYBODY = [f"E{number}" for number in range(1, 7)]


def kept(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return sorted(session.scalars(sa.select(col(PersonReading.expert_id))))


def forget(engine: Engine, *people: str) -> None:
    with writing(engine) as session:
        session.execute(sa.delete(PersonReading).where(col(PersonReading.expert_id).in_(people)))


def test_the_queue_reads_everybody(small_world: Engine) -> None:
    with writing(small_world) as session:
        number = enqueue(session, job.KIND, {}).id
    assert Worker(Queue(small_world, timedelta(minutes=5)), kinds_for(Settings(encoder=NONE))).run_once()
    with reading(small_world) as session:
        done = session.get_one(Job, number)
        assert (done.status, done.message) == (JobStatus.DONE, "Read 6 of 6 people / Đã đọc 6/6 hồ sơ")
        assert done.result == {"version": current_version(session), "people": 6}
        assert session.get_one(TextSpaceVersion, current_version(session)).documents == 6
    assert kept(small_world) == EVERYBODY


def test_what_is_kept_is_what_the_reader_reads(small_network: Engine) -> None:
    with reading(small_network) as session:
        version, reader = load_current(session, NONE) or pytest.fail("nobody is read")
        stored = {row.expert_id: (row.version, row.blob) for row in session.scalars(sa.select(PersonReading))}
        assert stored == {profile.id: (version, pack(reader.read(profile))) for profile in read_profiles(session)}


def test_nobody_is_read_twice_and_whoever_changed_is_read_again(small_network: Engine) -> None:
    version, nobody = read_everybody(small_network)
    edit(small_network, "E3-01", "Now about quantum sensors.")
    assert nobody == 0
    assert read_everybody(small_network) == (version, 1)


def test_progress_only_grows(small_world: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "_AT_ONCE", 2)
    progress: list[float] = []
    read_everybody(small_world, lambda done, _message: progress.append(done))
    assert progress == sorted(progress)
    assert progress[-1] == 1.0


def test_a_job_that_was_broken_off_goes_on_where_it_was(small_world: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "_AT_ONCE", 2)

    def stop(_progress: float, message: str) -> None:
        if message.startswith("Read 4"):
            raise LeaseLost

    with pytest.raises(LeaseLost):
        read_everybody(small_world, stop)
    assert kept(small_world) == EVERYBODY[:4]
    with reading(small_world) as session:
        assert current_version(session) is None
    assert read_everybody(small_world)[1] == 2


def test_a_few_who_are_not_read_are_read_with_the_request(small_network: Engine) -> None:
    forget(small_network, *EVERYBODY[:READ_AT_ONCE])
    assert use(LiveNetwork(GatePolicy()), small_network).network.unread == frozenset()


def test_many_wait_for_the_job_and_a_running_process_sees_their_readings_after_it(small_network: Engine) -> None:
    waiting = EVERYBODY[: READ_AT_ONCE + 1]
    forget(small_network, *waiting)
    live = LiveNetwork(GatePolicy())
    assert use(live, small_network).network.unread == set(waiting)
    assert read_everybody(small_network)[1] == len(waiting)
    after = use(live, small_network).network
    assert after.unread == frozenset()
    assert after.level.any(axis=1).all()


def test_readings_of_another_version_are_forgotten(small_network: Engine) -> None:
    with writing(small_network) as session:
        session.add(PersonReading(expert_id="E1", version="older", digest="d", blob=b""))
    version, _ = read_everybody(small_network)
    with reading(small_network) as session:
        assert set(session.scalars(sa.select(col(PersonReading.version)))) == {version}


def test_whoever_was_read_in_an_older_form_counts_as_not_read_and_is_read_again(small_network: Engine) -> None:
    with writing(small_network) as session:
        for table in (TextSpaceVersion, PersonReading):
            session.execute(sa.update(table).values(version="r" + "0" * 15))
        session.execute(sa.update(PersonReading).values(blob=b"another form"))
    with reading(small_network) as session:
        assert current_version(session) is None
    job.ask_for_reading(small_network, NONE)
    with reading(small_network) as session:
        assert list(session.scalars(sa.select(col(Job.kind)))) == [job.KIND]
    assert read_everybody(small_network)[1] == 6


def test_who_is_gone_meanwhile_is_left_out(small_world: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with reading(small_world) as session:
        known = read_profiles(session)
    with writing(small_world) as session:
        session.execute(sa.text("DELETE FROM expert WHERE id = 'E5'"))
    monkeypatch.setattr(job, "read_profiles", lambda _session, _ids: known)
    read_everybody(small_world)
    assert kept(small_world) == [name for name in EVERYBODY if name != "E5"]


def test_with_an_encoder_every_text_is_encoded_once(small_world: Engine, local_model: LocalModel) -> None:
    reports: list[tuple[float, str]] = []
    version, _ = read_everybody(small_world, lambda *report: reports.append(report), local_model.setting)
    encoded = list(local_model.encoded)
    assert any("Encoding" in message and "Đang mã hóa" in message for _, message in reports)
    assert len(encoded) == len(set(encoded) - {"?"}) + encoded.count("?")
    forget(small_world, *EVERYBODY)
    assert read_everybody(small_world, encoder_setting=local_model.setting) == (version, 6)
    assert [text for text in local_model.encoded if text != "?"] == [text for text in encoded if text != "?"]
    with reading(small_world) as session:
        assert (current_encoder(session) or "").startswith("local-")
