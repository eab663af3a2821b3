import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.projects import Project
from models.vocabulary import Sensitivity
from tests.service.conftest import shared_both


@pytest.fixture
def database_url(catalogue_copy: str) -> str:
    return catalogue_copy


@shared_both
def test_projects_are_listed_and_marked_as_invented(catalogue_client: TestClient) -> None:
    page = catalogue_client.get("/api/v1/projects?limit=200").json()
    assert page["total"] >= 12
    for project in page["items"]:
        assert project["synthetic"]
        assert project["host"]["synthetic"]
        assert all(party["synthetic"] for party in project["participants"])
        assert project["sureness"] == {"vi": "hư cấu", "en": "invented"}


@shared_both
def test_a_project_shows_host_participants_products_and_brief(catalogue_client: TestClient) -> None:
    project = catalogue_client.get("/api/v1/projects/PRJ-G01-1").json()
    assert project["host"]["id"] == "org-vien-ngon-ngu-so-lam-son"
    assert len(project["participants"]) == 3
    assert [product["id"] for product in project["products"]] == ["P01", "P04"]
    assert project["brief"]["vi"]
    assert project["brief"]["en"]


@shared_both
def test_projects_are_found_by_any_id_of_a_product(catalogue_client: TestClient) -> None:
    assert catalogue_client.get("/api/v1/projects?product=P04").json() == catalogue_client.get("/api/v1/projects?product=H02-1").json()
    assert catalogue_client.get("/api/v1/projects?product=none").status_code == 422


def test_an_unknown_project_is_not_found(catalogue_client: TestClient) -> None:
    assert catalogue_client.get("/api/v1/projects/none").status_code == 404


def test_the_brief_of_a_restricted_project_is_hidden(engine: Engine, client: TestClient) -> None:
    with writing(engine) as session:
        session.get_one(Project, "PRJ-G01-1").sensitivity = Sensitivity.RESTRICTED
    project = client.get("/api/v1/projects/PRJ-G01-1").json()
    assert project["brief"] is None
    assert project["title"]["en"]
