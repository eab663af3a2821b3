from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from matching.readers.words import MODEL as WORDS_MODEL
from models.database import writing
from models.jobs import Job, TextSpaceVersion
from service.front.health import storage
from service.kit.settings import Settings
from service.matches.encoders.choice import NO_ENCODER
from service.matches.network.shipped import READINGS
from tests.conftest import ClientFor


def codes(client: TestClient) -> tuple[int, list[str]]:
    answer = client.get("/readyz")
    return answer.status_code, [reason["code"] for reason in answer.json()["reasons"]]


def fitted(engine: Engine, encoder: str) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    with writing(engine) as session:
        session.add(TextSpaceVersion(version=f"{READINGS}1", fitted_at=moment, documents=1, encoder=encoder, blob=b"", current=True))


def test_alive_without_a_database(client_for: ClientFor, tmp_path: Path) -> None:
    client = client_for(Settings(database_url=f"sqlite:///{tmp_path}/no/such/folder.sqlite3", run_worker=False), role=None)
    assert client.get("/healthz").json() == {"status": "alive"}
    assert codes(client) == (503, ["database_unreachable"])


@pytest.mark.parametrize(
    ("lack", "code"), [({"LEAST_FREE": 2**62}, "disk_full"), ({"os": Mock(access=Mock(return_value=False))}, "read_only")]
)
def test_not_ready_where_changes_cannot_be_stored(
    sqlite_url: str, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch, lack: dict[str, object], code: str
) -> None:
    client = client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)
    for name, value in lack.items():
        monkeypatch.setattr(storage, name, value)
    assert codes(client) == (503, [code])


def test_not_ready_before_migration(client_for: ClientFor, tmp_path: Path) -> None:
    client = client_for(Settings(database_url=f"sqlite:///{tmp_path}/empty.sqlite3", run_worker=False), role=None)
    assert codes(client) == (503, ["not_migrated"])


def test_not_ready_with_tables_that_are_not_those_of_the_version(client: TestClient, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE plan_adoption")
    assert codes(client) == (503, ["not_migrated"])
    assert "Missing tables: plan_adoption." in client.get("/readyz").json()["reasons"][0]["en"]


def test_ready_once_people_are_read(client: TestClient, engine: Engine) -> None:
    assert codes(client) == (503, ["text_space_not_fitted"])
    fitted(engine, encoder=WORDS_MODEL)
    assert codes(client) == (200, [])


def test_not_ready_while_it_warms_up(client: TestClient, engine: Engine) -> None:
    fitted(engine, encoder=WORDS_MODEL)
    app = cast("FastAPI", client.app)
    app.state.services.warm_up.under_way = True
    assert codes(client) == (503, ["warming_up"])
    app.state.services.warm_up.under_way = False
    assert codes(client) == (200, [])


def test_ready_without_an_encoder_is_told(client: TestClient, engine: Engine) -> None:
    assert client.get("/readyz").json()["notices"] == []
    fitted(engine, encoder=WORDS_MODEL)
    assert client.get("/readyz").json()["notices"] == [{"code": "no_encoder", **NO_ENCODER._asdict()}]


def test_not_ready_without_the_encoder_that_people_were_read_with(client: TestClient, engine: Engine) -> None:
    fitted(engine, encoder="another model")
    assert codes(client) == (503, ["encoder_missing"])
    assert "another model" in client.get("/readyz").json()["reasons"][0]["vi"]


def test_metrics_count_requests_by_route_and_jobs_by_status(settings: Settings, client_for: ClientFor, engine: Engine) -> None:
    client = client_for(settings.model_copy(update={"metrics": True}))
    with writing(engine) as session:
        session.add(Job(id="j", kind="fit", created_at=datetime(2026, 1, 1, tzinfo=UTC)))
    client.get("/api/v1/jobs/j")
    client.get("/api/v1/jobs/k")
    text = client.get("/metrics").text
    assert 'vinmatch_requests_total{method="GET",route="/api/v1/jobs/{job_id}",status="404"} 1.0' in text
    assert 'vinmatch_request_seconds_count{method="GET",route="/api/v1/jobs/{job_id}",status_class="4xx"} 1.0' in text
    assert 'vinmatch_stage_seconds_count{stage="access"} 2.0' in text
    assert 'vinmatch_jobs{status="queued"} 1.0' in text
    assert 'vinmatch_jobs{status="failed"} 0.0' in text
