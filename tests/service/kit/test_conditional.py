import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.database import writing


@pytest.fixture
def database_url(catalogue_copy: str) -> str:
    return catalogue_copy


def test_a_reader_with_the_present_version_gets_304(catalogue_client: TestClient) -> None:
    first = catalogue_client.get("/api/v1/products/P01")
    again = catalogue_client.get("/api/v1/products/P01", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_changed_answer_has_another_version(engine: Engine, client: TestClient) -> None:
    before = client.get("/api/v1/products/P01").headers["ETag"]
    with writing(engine) as session:
        session.get_one(Product, "P01").name_en = "Language models"
    after = client.get("/api/v1/products/P01", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["ETag"] != before
