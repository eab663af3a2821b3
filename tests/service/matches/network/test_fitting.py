from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from matching.network import Network
from models.database import reading, writing
from models.jobs import Job, TextSpaceVersion
from models.vocabulary import JobStatus
from service.front.jobs.kinds import kinds_for
from service.kit.jobs.queue import LeaseLost, Queue, enqueue
from service.kit.jobs.worker import Worker
from service.kit.settings import Settings
from service.matches.network.fitting import KIND, read_briefs, read_items
from service.matches.network.space_store import current_encoder, current_version, load_current
from service.people.profiles.reader import read_profiles
from tests.service.matches.encoders.examples import LocalModel
from tests.service.matches.network.conftest import fit


def test_the_queue_fits_what_is_stored(small_world: Engine) -> None:
    with writing(small_world) as session:
        job = enqueue(session, KIND, {}).id
    assert Worker(Queue(small_world, timedelta(minutes=5)), kinds_for(Settings(encoder="none"))).run_once()
    with reading(small_world) as session:
        done = session.get_one(Job, job)
        assert (done.status, done.message) == (JobStatus.DONE, "Storing / Đang lưu")
        assert done.result == {"version": current_version(session), "documents": 16}
        assert session.get_one(TextSpaceVersion, current_version(session)).documents == 16


def test_the_same_texts_give_the_same_version_and_progress_only_grows(small_world: Engine) -> None:
    progress: list[float] = []
    assert fit(small_world, lambda done, _message: progress.append(done)) == fit(small_world)
    assert progress == sorted(progress)


def test_every_item_is_read_with_its_owner_in_the_order_of_ids(small_world: Engine) -> None:
    with reading(small_world) as session:
        items = read_items(session)
        briefs = read_briefs(session)
    assert [expert for expert, _ in items] == [f"E{number}" for number in range(1, 7) for _ in range(2)]
    assert items[0][1] == "Programme for rice genomics. Built rice genomics with sensing and control."
    assert briefs == [
        ("Sản phẩm 1. Về quantum sensors.", "Product 1. About quantum sensors."),
        ("Sản phẩm 2. Về satellite control.", "Product 2. About satellite control."),
    ]


def test_with_an_encoder_everything_is_encoded_once_before_the_fit(
    small_world: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = LocalModel(tmp_path / "words", monkeypatch)
    reports: list[tuple[float, str]] = []
    version = fit(small_world, lambda *report: reports.append(report), local.setting)
    asked_once = len(local.encoded)
    progress = [done for done, _ in reports]
    assert progress == sorted(progress)
    assert any("Encoding" in message and "Đang mã hóa" in message for _, message in reports)
    assert fit(small_world, encoder_setting=local.setting) == version
    assert len(local.encoded) == asked_once
    with reading(small_world) as session:
        assert (current_encoder(session) or "").startswith("words-")
        Network.build((load_current(session, local.setting) or pytest.fail("nothing fitted"))[1], read_profiles(session))
    assert len(local.encoded) == asked_once


def test_what_was_encoded_before_an_interruption_stays(small_world: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = LocalModel(tmp_path / "words", monkeypatch)

    def stop(_progress: float, message: str) -> None:
        if message.startswith("Fitting"):
            raise LeaseLost

    with pytest.raises(LeaseLost):
        fit(small_world, stop, local.setting)
    asked_once = len(local.encoded)
    fit(small_world, encoder_setting=local.setting)
    assert len(local.encoded) == asked_once
