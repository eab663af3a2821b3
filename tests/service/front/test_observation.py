"""What is logged of an error says where it happened and nothing of anybody's data."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from models.database import writing
from service.front.observation import configure_log
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.models.test_tables import expert

SECRETS = ["Trần", "Mai", "tran mai", "an@mail.example"]


@pytest.fixture(autouse=True)
def _log() -> Iterator[None]:
    configure_log("info")
    yield
    structlog.reset_defaults()


def test_a_line_names_the_account_and_the_caller(settings: Settings, client_for: ClientFor, capsys: pytest.CaptureFixture[str]) -> None:
    client = client_for(settings)
    me = client.get("/api/v1/me").json()["id"]
    client.get("/healthz", headers={"Authorization": ""})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines() if '"event": "request"' in line]
    assert [(line["account"], line["caller"]) for line in lines] == [(me, "testclient"), (None, "testclient")]


@pytest.mark.parametrize(("limit", "told"), [(1e-6, 1), (60.0, 0), (0.0, 0)])
def test_a_slow_request_is_told_with_its_stages(
    limit: float, told: int, settings: Settings, client_for: ClientFor, capsys: pytest.CaptureFixture[str]
) -> None:
    client = client_for(settings.model_copy(update={"slow_request_seconds": limit}))
    me = client.get("/api/v1/me", headers={"X-Request-ID": "slow"}).json()["id"]
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines() if '"event": "slow_request"' in line]
    said = [(line["level"], line["method"], line["route"], line["status"], line["account"], line["request_id"]) for line in lines]
    assert said == [("warning", "GET", "/api/v1/me", 200, me, "slow")] * told
    for line in lines:
        assert {"access", "database"} <= set(line["stages"])
        assert 0 < sum(line["stages"].values()) <= line["seconds"] + 0.001  # rounded


def test_an_error_of_the_database_is_logged_without_the_row(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DBAPIError) as refused, writing(engine) as session:
        session.add(expert(hours_per_week=200, email="an@mail.example"))
    structlog.get_logger().error("unexpected error", exc_info=refused.value)
    line = capsys.readouterr().err
    entry = json.loads(line)
    assert entry["exception"][0] == "IntegrityError"
    assert any("test_observation.py" in place for place in entry["through"])
    assert [secret for secret in SECRETS if secret in line] == []


def break_down() -> None:
    try:
        {}["an@mail.example"]
    except KeyError as cause:
        raise RuntimeError("Trần Mai") from cause


def test_a_message_is_never_logged_nor_that_of_a_cause(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError) as broken:
        break_down()
    structlog.get_logger().error("unexpected error", exc_info=broken.value)
    line = capsys.readouterr().err
    assert json.loads(line)["exception"] == ["RuntimeError", "KeyError"]
    assert [secret for secret in SECRETS if secret in line] == []


def test_the_web_server_logs_no_message_of_an_error_either(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RuntimeError) as broken:
        break_down()
    logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=broken.value)
    assert "Exception in ASGI application" in caplog.text
    assert [secret for secret in SECRETS if secret in caplog.text] == []
