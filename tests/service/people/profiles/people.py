"""Requests that the tests of people share."""

from datetime import UTC, datetime
from typing import Any

from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.database import writing
from models.projects import Organisation

EXPERTS = "/api/v1/experts"
MOMENT = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
AN = {"display_name": "Nguyễn Văn An", "family_name": "Nguyễn", "given_name": "Văn An", "country": "VN"}
ITEM = {"kind": "programme", "language": "en", "title": "National robot programme"}


def add(client: TestClient, **fields: Any) -> str:
    """Add a person, by default Nguyễn Văn An, and return the id."""
    answer = client.post(EXPERTS, json=AN | fields)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def version_of(client: TestClient, expert_id: str) -> dict[str, str]:
    """Return the header that names the version now stored."""
    return {"If-Match": client.get(f"{EXPERTS}/{expert_id}").headers["etag"]}


def wrong_fields(answer: Response) -> list[str]:
    """Return the fields that a refused request is told are wrong."""
    assert answer.status_code == 422, answer.text
    return [error["field"] for error in answer.json()["errors"]]


def add_organisation(engine: Engine, identifier: str) -> None:
    with writing(engine) as session:
        session.add(Organisation(id=identifier, name=f"Organisation {identifier}"))
