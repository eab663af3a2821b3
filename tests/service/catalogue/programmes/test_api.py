import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import shared_both


@shared_both
def test_six_programmes_are_listed(catalogue_client: TestClient) -> None:
    page = catalogue_client.get("/api/v1/programmes").json()
    assert [item["code"] for item in page["items"]] == ["NQ57-2024", "QD1131-2025", "QD118-2021", "QD1992-2021", "QD21-2026", "QD2815-2025"]
    assert all(item["issuer"]["vi"] and item["sureness"]["vi"] for item in page["items"])


@shared_both
def test_a_programme_shows_targets_tasks_bodies_funding_and_products(catalogue_client: TestClient) -> None:
    programme = catalogue_client.get("/api/v1/programmes/QD2815-2025").json()
    demand = next(target for target in programme["targets"] if target["code"] == "demand")
    assert (demand["operator"], demand["value"], demand["unit"], demand["due"]) == (">=", 30, "percent", "2030")
    assert [task["code"] for task in programme["tasks"]] == [f"QD2815-2025-T{number}" for number in range(1, 7)]
    assert [body["name"]["vi"] for body in programme["bodies"]] == ["Tổ công tác triển khai Chương trình"]
    assert len(programme["funding"]) == 3
    assert [link["product"]["id"] for link in programme["products"]] == ["P01", "P02", "P05", "P06", "P07", "P22"]
    assert programme["products"][0]["why"] == {"vi": "một trong sáu sản phẩm", "en": "one of the six products"}
    assert "criteria" not in programme


@shared_both
def test_a_resolution_shows_its_priority_sectors(catalogue_client: TestClient) -> None:
    programme = catalogue_client.get("/api/v1/programmes/NQ57-2024").json()
    assert len(programme["sectors"]) == 11
    assert {sector["sector"]["en"]: sector["group"] for sector in programme["sectors"]}["Defence"] is None


@shared_both
@pytest.mark.parametrize(("address", "total"), [("/priority-sectors", 11), ("/product-criteria", 6)])
def test_sectors_and_criteria_are_listed_with_their_source(catalogue_client: TestClient, address: str, total: int) -> None:
    page = catalogue_client.get(f"/api/v1{address}?limit=2").json()
    assert page["total"] == total
    assert page["items"][0]["source"]["vi"].startswith("tin pháp luật")


def test_an_unknown_programme_is_not_found(catalogue_client: TestClient) -> None:
    assert catalogue_client.get("/api/v1/programmes/none").status_code == 404
