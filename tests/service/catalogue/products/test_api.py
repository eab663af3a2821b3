import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.database import writing
from models.vocabulary import Sensitivity
from seed.catalogue.loader import load_catalogue
from tests.service.conftest import shared_both


def get(client: TestClient, address: str) -> dict:
    answer = client.get(f"/api/v1{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: dict) -> list[str]:
    return [item["id"] for item in page["items"]]


@shared_both
def test_three_lists_are_shown_with_their_dates_and_one_default(catalogue_client: TestClient) -> None:
    lists = {item["code"]: item for item in get(catalogue_client, "/catalogues")["items"]}
    assert {code: (row["groups"], row["products"]) for code, row in lists.items()} == {
        "QD1131-2025": (11, 33),
        "QD21-2026": (10, 30),
        "QD2815-2025": (0, 6),
    }
    assert [code for code, row in lists.items() if row["is_default"]] == ["QD21-2026"]
    assert lists["QD1131-2025"]["valid_until"] == "2026-06-30"
    assert lists["QD21-2026"]["valid_from"] == "2026-07-01"
    assert get(catalogue_client, "/catalogues/QD21-2026") == lists["QD21-2026"]


@shared_both
def test_groups_belong_to_the_list_in_force_unless_another_is_named(catalogue_client: TestClient) -> None:
    assert ids(get(catalogue_client, "/groups")) == [f"G{number:02}" for number in range(1, 11)]
    assert ids(get(catalogue_client, "/groups?catalogue=QD1131-2025")) == [f"H{number:02}" for number in range(1, 12)]
    group = get(catalogue_client, "/groups/G06")
    assert group["scope"]["en"] == "Design and manufacture of semiconductor chips; advanced microelectronics"
    assert [product["id"] for product in group["products"]] == ["P23"]


@shared_both
@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ("", 30),
        ("?band=2", 8),
        ("?priority=true", 6),
        ("?group=G04&band=1", 7),
        ("?group=H01", 6),
        ("?catalogue=QD2815-2025&priority=true", 6),
    ],
)
def test_products_are_filtered(catalogue_client: TestClient, filters: str, count: int) -> None:
    assert get(catalogue_client, f"/products{filters}")["total"] == count


def test_the_six_priority_products_are_those_of_the_programme(catalogue_client: TestClient) -> None:
    assert ids(get(catalogue_client, "/products?priority=true")) == ["P01", "P02", "P05", "P06", "P07", "P22"]


@shared_both
def test_pages_of_products_follow_each_other(catalogue_client: TestClient) -> None:
    first = catalogue_client.get("/api/v1/products?limit=20")
    second = catalogue_client.get(first.links["next"]["url"])
    assert ids(first.json()) + ids(second.json()) == [f"P{number:02}" for number in range(1, 31)]
    assert second.json()["next"] is None


@shared_both
def test_a_product_shows_everything_that_hangs_on_it(catalogue_client: TestClient) -> None:
    product = get(catalogue_client, "/products/P07")
    assert product["group"]["id"] == "G03"
    assert product["in_force"]["id"] == "P07"
    assert product["status"] == {"vi": "thuộc danh mục đang có hiệu lực", "en": "on the list in force"}
    assert product["brief"]["vi"]
    assert product["brief"]["en"]
    assert [programme["code"] for programme in product["programmes"]] == ["NQ57-2024", "QD1992-2021", "QD21-2026", "QD2815-2025"]
    assert [task["code"] for task in product["tasks"]] == ["T-JUNE-3", "T-JUNE-9"]
    assert [needs["role"] for needs in product["needs"]] == ["CE_PROJECT", "CA_PROJECT"]
    assert all(needs["must"] and needs["nice"] for needs in product["needs"])
    assert all(project["synthetic"] for project in product["projects"])


def test_source_and_sureness_stand_in_both_languages(catalogue_client: TestClient) -> None:
    product = get(catalogue_client, "/products/H04-2")
    assert product["source"] == {"vi": "Quyết định 1131/QĐ-TTg", "en": "Decision 1131/QD-TTg"}
    assert product["sureness"] == {
        "vi": "tên tiếng Việt: ghi theo trí nhớ, chưa đối chiếu; tên tiếng Anh: theo báo chí",
        "en": "Vietnamese name: recalled; English name: press",
    }


@shared_both
@pytest.mark.parametrize(("old", "new"), [("H01-5", "P03"), ("H11-3", "P22"), ("QD2815-3", "P07")])
def test_an_older_id_answers_and_names_the_product_in_force(catalogue_client: TestClient, old: str, new: str) -> None:
    product = get(catalogue_client, f"/products/{old}")
    assert product["id"] == old
    assert product["in_force"]["id"] == new
    assert product["in_force"]["name"]["vi"]
    assert new in product["status"]["en"]


def test_an_older_product_without_successor_is_not_on_the_list_in_force(catalogue_client: TestClient) -> None:
    product = get(catalogue_client, "/products/H01-6")
    assert product["in_force"] is None
    assert product["status"] == {"vi": "không thuộc danh mục đang có hiệu lực", "en": "not on the list in force"}


@pytest.mark.parametrize("address", ["/products/P99", "/groups/G99", "/catalogues/none"])
def test_unknown_ids_are_not_found(catalogue_client: TestClient, address: str) -> None:
    answer = catalogue_client.get(f"/api/v1{address}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/products?catalogue=none", "catalogue"),
        ("/products?group=G99", "group"),
        ("/products?band=3", "band"),
        ("/groups?catalogue=x", "catalogue"),
    ],
)
def test_wrong_filters_are_refused_by_name(catalogue_client: TestClient, address: str, field: str) -> None:
    answer = catalogue_client.get(f"/api/v1{address}")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_the_brief_of_a_restricted_product_is_hidden(engine: Engine, client: TestClient) -> None:
    with writing(engine) as session:
        load_catalogue(session)
        session.get_one(Product, "P22").sensitivity = Sensitivity.RESTRICTED
    product = get(client, "/products/P22")
    assert product["sensitivity"] == "restricted"
    assert product["brief"] is None
    assert product["name"]["en"].startswith("Unmanned aerial devices")


def test_an_empty_database_has_an_empty_catalogue(client: TestClient) -> None:
    assert get(client, "/products")["total"] == 0
    assert get(client, "/catalogues")["items"] == []
