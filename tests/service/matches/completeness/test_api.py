from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.synthetic_world import world_settings

API = "/api/v1/completeness"


def test_the_counts_are_those_of_the_people_listed(world_copy: str) -> None:
    with running_client(world_settings(world_copy), headers=key_header(world_copy, AccountRole.COORDINATOR)) as client:
        counts = client.get(API).json()
        assert 0 < counts["complete"] < counts["people"]
        for one in counts["lacking"]:
            query = {"lack": one["lack"], "limit": 1} | ({"rule": one["rule"]} if one["rule"] else {})
            assert client.get(f"{API}/people", params=query).json()["total"] == one["people"]
        _the_nearest_to_complete_come_first(client)
        _the_page_says_it_in_words(client)


def _the_nearest_to_complete_come_first(client: TestClient) -> None:
    people = client.get(f"{API}/people", params={"lack": "rule", "limit": 50}).json()["items"]
    lengths = [len(person["questions"]) for person in people]
    assert lengths == sorted(lengths)


def _the_page_says_it_in_words(client: TestClient) -> None:
    page = client.get("/completeness?lack=rule&rule=R-YEARS&lang=en").text
    assert "evidence for a condition: Continuous years of work" in page
    assert "R-YEARS" not in page.replace("rule=R-YEARS", "")


def test_leads_and_experts_are_not_told(world_copy: str) -> None:
    with running_client(world_settings(world_copy), headers=key_header(world_copy, AccountRole.LEAD, led_products=["P01"])) as client:
        assert client.get(API).status_code == 403
