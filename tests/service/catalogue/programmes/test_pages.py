"""The pages of the programmes: everything that is known of each, with its source, and criteria only where they belong."""

import re

import pytest
from fastapi.testclient import TestClient

from service.catalogue.programmes.facts import NETWORK

LEVEL = {"vi": "Mức chắc chắn", "en": "How sure"}
HEADINGS = {"vi": {"products": "Sản phẩm", "targets": "Mục tiêu"}, "en": {"products": "Products", "targets": "Targets"}}


@pytest.fixture
def client(catalogue_client: TestClient) -> TestClient:
    return catalogue_client


def page(client: TestClient, address: str, language: str = "en") -> str:
    answer = client.get(f"{address}?lang={language}", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_says_everything_that_the_api_says_of_a_programme(client: TestClient, language: str) -> None:
    for code in ("QD2815-2025", "NQ57-2024", "QD118-2021", "QD1131-2025"):
        programme, text = client.get(f"/api/v1/programmes/{code}").json(), page(client, f"/programmes/{code}", language)
        rows = [one for part in ("targets", "tasks", "bodies", "funding", "sectors", "products") for one in programme[part]]
        texts = [one[name][language] for one in rows for name in ("target", "task", "name", "sector", "why") if name in one]
        assert len(texts) > 3
        assert [said for said in texts if said.replace("&", "&amp;").replace("'", "&#39;") not in text] == []


def test_figures_and_days_are_written_for_the_reader(client: TestClient) -> None:
    vietnamese = page(client, "/programmes/QD118-2021", "vi")
    assert ("<strong>1,5</strong> lần" in vietnamese, "3 đến 5 ngành" in vietnamese) == (True, True)
    assert "28/12/2025" in page(client, "/programmes/QD2815-2025", "vi")


def test_the_criteria_of_the_draft_stand_apart_and_under_no_programme(client: TestClient) -> None:
    (first, *_) = client.get("/api/v1/product-criteria").json()["items"]
    said = first["criterion"]["en"]
    assert (said in page(client, "/programmes"), said in page(client, "/programmes/QD1992-2021")) == (True, False)


def test_the_five_roles_say_duty_decider_and_conditions(client: TestClient) -> None:
    text = page(client, "/roles")
    for role in client.get("/api/v1/roles").json()["items"]:
        rules = client.get(f"/api/v1/rules?role={role['code']}&limit=200").json()["items"]
        said = [role["name"]["en"], role["scope"]["en"], role["decider"]["en"], *(rule["label"]["en"] for rule in rules)]
        assert [one for one in said if one.replace("'", "&#39;") not in text] == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("part", ["products", "targets"])
def test_what_all_rows_of_a_part_have_in_common_is_said_once(client: TestClient, part: str, language: str) -> None:
    programmes = [client.get(f"/api/v1/programmes/{one['code']}").json() for one in client.get("/api/v1/programmes").json()["items"]]
    long = [one for one in programmes if len(one[part]) > 1]
    assert long
    for programme in long:
        said = [f"{row['source'][language]}. {LEVEL[language]}: {row['sureness'][language]}." for row in programme[part]]
        text = page(client, f"/programmes/{programme['code']}", language).replace("&#39;", "'").replace("&amp;", "&")
        (section,) = [one for one in text.split("<section>")[1:] if f"<h2>{HEADINGS[language][part]}</h2>" in one]
        assert section.count(f"{LEVEL[language]}:") == (1 if len(set(said)) == 1 else len(said)), programme["code"]
        assert [one for one in said if one not in section] == []


def test_why_products_are_there_is_said_once_where_it_is_the_same_for_all(client: TestClient) -> None:
    rows = client.get("/api/v1/programmes/QD21-2026").json()["products"]
    (why,) = {row["why"]["en"] for row in rows}
    assert (len(rows), page(client, "/programmes/QD21-2026").count(why)) == (30, 1)


def test_the_list_counts_the_products_of_a_decision_and_leaves_out_what_it_has_none_of(client: TestClient) -> None:
    rows = {one.split('"')[0]: one for one in page(client, "/programmes").split('href="/programmes/')[1:]}
    for programme in client.get("/api/v1/programmes").json()["items"]:
        if programme["catalogue"]:
            listed = client.get(f"/api/v1/products?catalogue={programme['catalogue']}").json()["total"]
            assert f"{listed} products" in rows[programme["code"]]
        assert not re.search(r"(?<!\d)0 (target|task|product)", rows[programme["code"]])


def test_an_unknown_programme_is_not_found(client: TestClient) -> None:
    assert client.get("/programmes/none").status_code == 404


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_others_say_of_the_network_stands_with_its_source_and_how_sure_it_is(client: TestClient, language: str) -> None:
    text = page(client, "/programmes", language)
    said = [getattr(part, language) for fact in NETWORK for part in (fact.said, fact.source, fact.sureness)]
    assert [one for one in said if one not in text] == []
