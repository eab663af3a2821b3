"""The first page is made ready beside the running server, and nothing depends on that."""

import gc
import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from models.database import make_engine, reading, writing
from models.jobs import TextSpaceVersion
from service.front.observation import configure_log
from service.front.warm_up import WarmUp
from service.identity.access.viewer import OPERATOR
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommender
from tests.service.synthetic_world import address, world_settings


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the collector was told to leave alone what there is, instead of telling it."""
    told: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: told.append(True))
    return told


def warmed(url: str, *, wanted: bool = True) -> WarmUp:
    engine = make_engine(url)
    warm_up = WarmUp(Overview(Recommender(world_settings(url))), wanted=wanted)
    with warm_up.beside(engine):
        pass  # the server would run here
    engine.dispose()
    return warm_up


def test_the_first_page_is_ready_afterwards(world_file: Path, frozen: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    warm_up = warmed(address(world_file))
    assert (warm_up.under_way, frozen) == (False, [True])
    monkeypatch.setattr(warm_up.overview.recommender, "recommend", None)  # whoever computed again would fail
    engine = make_engine(address(world_file))
    with reading(engine) as session:
        assert len(warm_up.overview.cells(session, "QD21-2026", OPERATOR)) == 60
    engine.dispose()


@pytest.mark.parametrize("lack", ["text space", "tables"])
def test_what_is_missing_ends_the_warm_up_and_nothing_else(lack: str, world_copy: str, capsys: pytest.CaptureFixture[str]) -> None:
    engine = make_engine(world_copy)
    with writing(engine) as session:
        session.execute(sa.delete(TextSpaceVersion) if lack == "text space" else sa.text("DROP TABLE network_state"))
    engine.dispose()
    configure_log("warning")
    assert not warmed(world_copy).under_way
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["error"]) == ("not warmed up", "Unavailable" if lack == "text space" else "OperationalError")


def test_who_does_not_want_it_gets_none(world_file: Path, frozen: list[bool]) -> None:
    assert not warmed(address(world_file), wanted=False).under_way
    assert frozen == []
