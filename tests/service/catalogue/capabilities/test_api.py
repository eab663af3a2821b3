import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import shared_both


def found(client: TestClient, query: str) -> list[str]:
    return [item["id"] for item in client.get("/api/v1/capabilities", params={"q": query, "limit": 200}).json()["items"]]


@shared_both
@pytest.mark.parametrize("query", ["bản sao số", "ban sao so", "BAN SAO SO", "digital twin", "Digital  Twins"])
def test_a_capability_is_found_by_its_names_in_both_languages(catalogue_client: TestClient, query: str) -> None:
    assert found(catalogue_client, query)[0] == "digital-twin"


@shared_both
def test_accents_in_a_query_count(catalogue_client: TestClient) -> None:
    assert found(catalogue_client, "bàn sảo sổ") == []


@shared_both
def test_a_query_matches_from_the_beginning_of_a_word(catalogue_client: TestClient) -> None:
    assert "edge-computing" not in found(catalogue_client, "omputing")
    assert "edge-computing" in found(catalogue_client, "comput")


@shared_both
def test_what_a_product_needs_is_found_by_any_of_its_ids(catalogue_client: TestClient) -> None:
    by_new, by_old = (catalogue_client.get(f"/api/v1/capabilities?product={code}&limit=200").json() for code in ("P03", "H01-5"))
    assert by_new == by_old
    assert by_new["total"] >= 14


@pytest.mark.parametrize("product", ["P99", "H01-6"])
def test_a_product_that_is_not_in_force_is_refused_as_a_filter(catalogue_client: TestClient, product: str) -> None:
    answer = catalogue_client.get(f"/api/v1/capabilities?product={product}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "product")


@shared_both
def test_a_capability_shows_what_stands_around_it(catalogue_client: TestClient) -> None:
    capability = catalogue_client.get("/api/v1/capabilities/model-based-systems-engineering").json()
    assert capability["parent"]["id"] == "systems-engineering"
    assert "MBSE" in capability["aliases"]["vi"]
    assert {"id": "P28", "role": "CA_PROJECT", "level": "must"} in [
        {"id": use["product"]["id"], "role": use["role"], "level": use["level"]} for use in capability["products"]
    ]
    parent = catalogue_client.get("/api/v1/capabilities/systems-engineering").json()
    assert "model-based-systems-engineering" in [child["id"] for child in parent["children"]]


def test_an_unknown_capability_is_not_found(catalogue_client: TestClient) -> None:
    assert catalogue_client.get("/api/v1/capabilities/alchemy").status_code == 404
