import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import uvicorn
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import make_engine, writing
from models.experts import Expert
from models.migrations.state import State, Version
from models.migrations.upgrade import NotUpgradable
from service.front.command_line import demo
from service.matches.encoders.choice import NO_ENCODER
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import address


@pytest.mark.long
def test_an_empty_database_ends_in_a_shortlist_for_every_product(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--no-serve", "--json", "--size", 200, "--seed", 7, "--database", address(tmp_path / "new.sqlite3"))
    assert result.exit_code == 0, result.stderr
    cells = json.loads(result.stdout)
    assert {(cell["product"], cell["role"]) for cell in cells} == {
        (f"P{number:02d}", role) for number in range(1, 31) for role in ("CE_PROJECT", "CA_PROJECT")
    }
    assert all(cell["answer"]["counts"]["considered"] == 200 + 380 for cell in cells)
    assert "60/60" in result.stderr
    assert NO_ENCODER.vi in " ".join(result.stderr.split())


def test_the_table_names_products_people_and_reasons(run: Run, world_copy: str) -> None:
    result = run("demo", "--no-serve", "--catalogue", "QD2815-2025", "--lang", "en", "--database", world_copy)
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("QD2815-1", "answered as", "Chief engineer", "Chief architect", "fit,", "/6"))
    assert "Experts" not in result.stderr


def test_a_product_that_left_the_list_says_so(run: Run, world_copy: str) -> None:
    result = run("demo", "--no-serve", "--catalogue", "QD1131-2025", "--lang", "vi", "--database", world_copy)
    assert "không thuộc danh mục đang có hiệu lực" in " ".join(result.stdout.replace("│", " ").split())


def test_an_unknown_list_is_wrong_use(run: Run, world_copy: str) -> None:
    result = run("demo", "--no-serve", "--catalogue", "QD1", "--database", world_copy)
    assert result.exit_code == 2
    assert "must be one of QD1131-2025, QD21-2026, QD2815-2025" in result.stderr


def test_afterwards_it_serves_and_says_what_to_open(run: Run, world_copy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    served: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: served.update(options, settings=app.state.services.settings))
    result = run("demo", "--catalogue", "QD2815-2025", "--port", 8123, "--database", world_copy)
    assert result.exit_code == 0
    assert (served["host"], served["port"], served["settings"].database_url) == ("127.0.0.1", 8123, world_copy)
    assert "http://127.0.0.1:8123/docs" in result.stderr
    assert served["settings"].log_level == "error"  # no line of the log stands behind the links


def test_a_log_that_is_asked_for_is_written(run: Run, world_copy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    served: dict[str, Any] = {}
    monkeypatch.setenv("VINMATCH_LOG_LEVEL", "info")
    monkeypatch.setattr(uvicorn, "run", lambda app, **_options: served.update(settings=app.state.services.settings))
    assert run("demo", "--catalogue", "QD2815-2025", "--database", world_copy).exit_code == 0
    assert served["settings"].log_level == "info"


@pytest.fixture
def older(world_copy: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The database of the synthetic world, as if a migration had come after it."""
    engine = make_engine(world_copy)
    monkeypatch.setattr(demo, "state_of", lambda _engine: State(Version.OLDER))
    yield engine
    engine.dispose()


def test_an_older_file_of_invented_people_is_upgraded(older: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    demo._upgrade(older)
    assert "invented people only and is upgraded" in capsys.readouterr().err


def test_an_older_file_with_a_real_person_is_left_to_the_command(older: Engine) -> None:
    with writing(older) as session:
        session.execute(sa.update(Expert).where(col(Expert.id) == "E000001").values(synthetic=False))
    with pytest.raises(NotUpgradable):
        demo._upgrade(older)
