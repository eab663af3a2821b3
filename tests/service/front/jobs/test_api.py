from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from service.kit.jobs.queue import enqueue


def test_a_job_is_followed_by_its_id(client: TestClient, engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, "fit", {"secret": "inside"}).id
    answer = client.get(f"/api/v1/jobs/{job_id}")
    assert (answer.json()["status"], answer.json()["progress"]) == ("queued", 0.0)
    assert "secret" not in answer.text


def test_jobs_are_listed_by_status_and_kind(client: TestClient, engine: Engine) -> None:
    with writing(engine) as session:
        enqueue(session, "fit", {})
        enqueue(session, "import", {})
    assert client.get("/api/v1/jobs").json()["total"] == 2
    assert [job["kind"] for job in client.get("/api/v1/jobs?kind=import&status=queued").json()["items"]] == ["import"]
    assert client.get("/api/v1/jobs?status=done").json() == {"items": [], "total": 0, "next": None}
    assert client.get("/api/v1/jobs?status=lost").status_code == 422


def test_an_unknown_job_is_not_found(client: TestClient) -> None:
    answer = client.get("/api/v1/jobs/none")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert client.get("/api/v1/jobs/%00").status_code in {404, 422}
