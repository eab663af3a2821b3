"""The network between starts: a start from the folder answers as one from the database does, and nothing else is believed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from matching.gate.result import GatePolicy
from matching.network import Network
from matching.profiles import Profile
from models.database import writing
from models.experts import Expert
from models.jobs import TextSpaceVersion
from service.kit.problems import Unavailable
from service.matches.network import kept, live
from service.matches.network.live import LiveNetwork, Snapshot
from service.people.profiles.reader import read_profiles
from tests.service.matches.network.test_live import edit, ranking, use, withdraw


@pytest.fixture
def folder(small_network: Engine, tmp_path: Path) -> Path:
    """What a process kept that had ranked people."""
    process = LiveNetwork(GatePolicy(), folder=tmp_path / "kept")
    ranked(process, small_network)
    process.keep(small_network)
    return tmp_path / "kept"


def ranked(process: LiveNetwork, engine: Engine) -> tuple[bytes, bytes, list[object]]:
    held = use(process, engine)
    found = ranking(engine, held.network, held.gatekeeper)
    return found.scores.parts.tobytes(), found.tiers.tobytes(), list(found.entries(everybody=True))


def as_bytes(network: Network) -> list[bytes]:
    blocks = (network.about, network.strengths, network.shown.toarray(), network.named.toarray(), network.vectors, network.level)
    return [np.ascontiguousarray(block).tobytes() for block in (*blocks, network.last_years, network.verification, network.hours)]


def start(folder: Path | None, engine: Engine) -> tuple[LiveNetwork, Snapshot]:
    process = LiveNetwork(GatePolicy(), folder=folder)
    return process, use(process, engine)


def reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "read_profiles", lambda *_: pytest.fail("everybody was read again"))


def test_a_start_from_the_folder_is_a_start_from_the_database(folder: Path, small_network: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, afresh = start(None, small_network)
    reads_nothing(monkeypatch)
    process, held = start(folder, small_network)
    assert as_bytes(held.network) == as_bytes(afresh.network)
    assert held.network.profiles == afresh.network.profiles
    assert (held.network.bonds, held.network.bound_to, held.network.judged) == (
        afresh.network.bonds,
        afresh.network.bound_to,
        afresh.network.judged,
    )
    assert ranked(process, small_network) == ranked(plain, small_network)


def test_who_changed_since_is_read_again_and_nobody_else(folder: Path, small_network: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(small_network, "E3-01", "Now about quantum sensors.")
    withdraw(small_network, "E2")
    plain, afresh = start(None, small_network)
    reads_nothing(monkeypatch)
    process, held = start(folder, small_network)
    assert as_bytes(held.network) == as_bytes(afresh.network)
    assert held.network.profiles == afresh.network.profiles
    assert ranked(process, small_network) == ranked(plain, small_network)


def test_nothing_of_who_is_gone_stays(folder: Path, small_network: Engine) -> None:
    assert b"E3-01" in b"".join(file.read_bytes() for file in folder.glob("*/*"))
    with writing(small_network) as session:
        session.execute(sa.delete(Expert).where(col(Expert.id) == "E3"))
    edit(small_network, "E1-01", "Work on optics.")
    process, held = start(folder, small_network)
    assert "E3" not in held.network.position
    assert not folder.exists()
    process.keep(small_network)
    assert b"E3-01" not in b"".join(file.read_bytes() for file in folder.glob("*/*"))


def test_nothing_is_written_again_while_nothing_changes(folder: Path, small_network: Engine) -> None:
    before = (folder / "current").read_text()
    process, _ = start(folder, small_network)
    process.keep(small_network)
    assert (folder / "current").read_text() == before
    edit(small_network, "E3-01", "Now about quantum sensors.")
    process.keep(small_network)
    assert (folder / "current").read_text() != before


def readings_of_everybody(folder: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often a start reads everybody."""
    read: list[Session] = []

    def reading_everybody(session: Session) -> list[Profile]:
        read.append(session)
        return read_profiles(session)

    monkeypatch.setattr(live, "read_profiles", reading_everybody)
    start(folder, engine)
    return len(read)


def changed_without_a_number(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(sa.update(Expert).where(col(Expert.id) == "E1").values(version=7))


def made_by_another_database(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(sa.update(TextSpaceVersion).values(fitted_at=sa.func.current_timestamp()))


@pytest.mark.parametrize("change", [changed_without_a_number, made_by_another_database])
def test_what_does_not_agree_with_the_database_is_not_believed(
    folder: Path, small_network: Engine, change: Callable[[Engine], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(small_network)
    assert readings_of_everybody(folder, small_network, monkeypatch) == 1


def test_what_another_program_kept_is_not_believed(folder: Path, small_network: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "program", lambda: "another")
    assert readings_of_everybody(folder, small_network, monkeypatch) == 1


def test_a_damaged_profile_is_never_shown(folder: Path, small_network: Engine) -> None:
    (file,) = folder.glob("*/profiles.npy")
    file.write_bytes(file.read_bytes().replace(b"robot arms", b"cobot arms"))
    process, held = start(folder, small_network)
    with pytest.raises(Unavailable):
        _ = held.network.profiles[held.network.position["E3"]]
    again = use(process, small_network)
    assert again.network.profiles[2].items[0].text == "Built robot arms with sensing and control."


@pytest.mark.parametrize(
    ("url", "beside"),
    [
        ("sqlite:////data/a.sqlite3", Path("/data/a.sqlite3.network")),
        ("sqlite://", None),
        ("postgresql+psycopg://somebody:secret@host/name", None),
    ],
)
def test_the_folder_lies_beside_the_file_of_the_database(url: str, beside: Path | None) -> None:
    assert kept.folder_beside(url) == beside
