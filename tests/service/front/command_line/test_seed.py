import json

import pytest
import sqlalchemy as sa
from sqlmodel import col

from models.database import make_engine, reading, writing
from models.experts import Expert, NetworkState
from models.jobs import Job, PersonReading, TextSpaceVersion
from models.vocabulary import JobStatus, NameOrder
from seed.network.world import WORLD_DATE
from service.kit.settings import Settings
from tests.service.front.command_line.conftest import Run


def scalar(url: str, statement: sa.Select[int]) -> int:
    engine = make_engine(url)
    with reading(engine) as session:
        found = session.scalars(statement).one()
    engine.dispose()
    return found


def people(url: str) -> int:
    return scalar(url, sa.select(sa.func.count()).select_from(Expert))


@pytest.mark.long
def test_written_people_join_by_themselves(run: Run, sqlite_url: str) -> None:
    done = json.loads(run("seed", "--size", 200, "--json", "--database", sqlite_url).stdout)
    assert done["experts_loaded"] == people(sqlite_url) == 200 + 380


@pytest.mark.long
def test_catalogue_network_and_text_space_are_loaded(run: Run, sqlite_url: str) -> None:
    result = run("seed", "--size", 200, "--seed", 3, "--without-written", "--json", "--database", sqlite_url)
    assert result.exit_code == 0, result.stderr
    done = json.loads(result.stdout)
    assert done["experts_loaded"] == people(sqlite_url) == 200
    assert done["catalogue_rows_changed"] > 0
    current = sa.select(sa.func.count()).select_from(TextSpaceVersion).where(col(TextSpaceVersion.version) == done["text_space"])
    assert scalar(sqlite_url, current) == 1
    assert scalar(sqlite_url, sa.select(sa.func.count()).select_from(Job).where(col(Job.status) == JobStatus.DONE)) == 1


def test_loading_again_changes_nothing(run: Run, world_copy: str) -> None:
    engine = make_engine(world_copy)
    with reading(engine) as session:
        version = session.scalar(sa.select(col(TextSpaceVersion.version)).where(col(TextSpaceVersion.current)))
    engine.dispose()
    done = json.loads(run("seed", "--size", 300, "--json", "--database", world_copy).stdout)
    assert done == {"catalogue_rows_changed": 0, "experts_loaded": 0, "text_space": version}


def test_who_is_not_read_yet_is_read_by_a_job(run: Run, world_copy: str) -> None:
    engine = make_engine(world_copy)
    with writing(engine) as session:
        session.execute(sa.delete(PersonReading).where(col(PersonReading.expert_id).in_(["E000001", "E000002"])))
    engine.dispose()
    done = json.loads(run("seed", "--json", "--database", world_copy).stdout)
    read = sa.select(sa.func.count()).select_from(PersonReading).where(col(PersonReading.version) == done["text_space"])
    assert scalar(world_copy, read) == people(world_copy) == 200
    assert scalar(world_copy, sa.select(sa.func.count()).select_from(Job).where(col(Job.status) == JobStatus.DONE)) == 1


def test_the_catalogue_alone_brings_no_people(run: Run, sqlite_url: str) -> None:
    result = run("seed", "--catalogue-only", "--database", sqlite_url)
    assert result.exit_code == 0
    assert "experts loaded: 0" in result.stderr
    assert people(sqlite_url) == 0


@pytest.fixture
def real_url(sqlite_url: str) -> str:
    engine = make_engine(sqlite_url)
    with writing(engine) as session:
        session.add(NetworkState(synthetic=False))
        session.add(
            Expert(
                id="R1",
                display_name="Real",
                family_name="Real",
                given_name="Real",
                name_order=NameOrder.FAMILY_FIRST,
                name_key="real",
                country="VN",
                refreshed_on=WORLD_DATE,
            )
        )
    engine.dispose()
    return sqlite_url


def test_synthetic_people_never_join_real_ones(run: Run, real_url: str) -> None:
    result = run("seed", "--size", 200, "--database", real_url)
    assert result.exit_code == 1
    assert "real people" in result.stderr
    assert people(real_url) == 1


def test_the_database_can_come_from_the_environment(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(Settings.variable("database_url"), sqlite_url)
    assert run("seed", "--catalogue-only").exit_code == 0
    assert scalar(sqlite_url, sa.select(col(NetworkState.catalogue_changes))) == 1
