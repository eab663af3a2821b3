import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from models.experts import Consent, Expert, NetworkState
from models.vocabulary import ConsentPurpose
from tests.conftest import ClientFor
from tests.service.conftest import shared_both
from tests.service.synthetic_world import let_nobody_fit, world_settings

MAP = "/api/v1/coverage"


def ask(client: TestClient, address: str = MAP, **parameters: object) -> dict[str, Any]:
    answer = client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@shared_both
def test_the_map_counts_what_the_lists_count(world_client: TestClient) -> None:
    found = ask(world_client)
    assert len(found["cells"]) == 60
    assert found["people"] + found["without_consent"] == 200
    for cell in found["cells"][::12]:
        asked = {"role": cell["role"], "limit": 200}
        listed = ask(world_client, f"/api/v1/products/{cell['product']['id']}/recommendations", **asked)
        ready = [entry for entry in listed["items"] if entry["tier"] == "eligible"]
        assert cell["unmet"] == (listed["verdict"]["code"] == "nobody")
        assert (cell["counts"]["ready"], cell["counts"]["fitting"]) == (len(ready), listed["total"])
        assert cell["counts"]["eligible"] == listed["counts"]["eligible"]
        assert cell["depth"]["first"] == (listed["items"][0]["band"] if listed["items"] else None)
        assert (cell["alone"] or {}).get("id") == (ready[0]["expert"]["id"] if len(ready) == 1 else None)
        for one in cell["capabilities"]:
            shows = [entry for entry in ready if one["capability"] in entry["covered"]]
            assert one["counts"]["ready"] == len(shows)
        shown = zip(*([group["state"] for group in entry["groups"]] for entry in ready), strict=True)
        assert cell["groups_unmet"] == (sum(set(states) == {"missing"} for states in shown) if ready else cell["groups"])
        assert {entry["y"] for entry in listed["items"]} <= {cell["groups"]}


def test_groups_add_up_and_small_numbers_are_hidden(world_client: TestClient) -> None:
    found = ask(world_client)
    assert sum(group["cells"] for group in found["groups"]) == 60
    assert sum(group["unmet"] for group in found["groups"]) == sum(cell["unmet"] for cell in found["cells"])
    numbers = [number for row in found["countries"] for number in row["counts"].values()]
    assert None in numbers
    assert not [number for number in numbers if number is not None and 0 < number < found["smallest_shown"]]


def test_a_filter_of_people_hides_small_numbers_and_names_nobody(world_client: TestClient) -> None:
    found = ask(world_client, country="VN", group="G03")
    assert {cell["group"] for cell in found["cells"]} == {"G03"}
    assert found["leaning"] == []
    for cell in found["cells"]:
        assert cell["alone"] is None
        assert not [number for number in cell["counts"].values() if number is not None and 0 < number < 5]


@pytest.mark.parametrize("name", ["group", "country", "sub_network", "language"])
def test_an_unknown_filter_is_refused_because_it_would_look_like_a_gap(world_client: TestClient, name: str) -> None:
    answer = world_client.get(MAP, params={name: "nowhere"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, name)


def test_the_export_has_a_line_for_every_cell_and_capability(world_client: TestClient) -> None:
    found = ask(world_client)
    answer = world_client.get(f"{MAP}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(rows) == sum(1 + len(cell["capabilities"]) for cell in found["cells"])
    assert [int(row["ready"]) for row in rows if not row["capability"]] == [cell["counts"]["ready"] for cell in found["cells"]]


@shared_both
def test_a_cell_has_its_brief(world_client: TestClient) -> None:
    cell = next(one for one in ask(world_client)["cells"] if not one["unmet"])
    address = f"{MAP}/{cell['product']['id']}/{cell['role']}"
    body = ask(world_client, address)
    assert body["cell"] == cell
    assert body["brief"] == ask(world_client, f"{address}/recruiting-brief")
    assert body["brief"]["open"] is False


def test_a_gap_has_a_brief_that_names_the_missing_capability(world_client: TestClient) -> None:
    cell, one = next((cell, one) for cell in ask(world_client)["cells"] for one in cell["capabilities"] if one["unmet"])
    address = f"{MAP}/{cell['product']['id']}/{cell['role']}/recruiting-brief"
    brief = ask(world_client, address, capability=one["capability"]["id"])
    assert (brief["open"], brief["capability"]) == (True, one["capability"])
    assert all(one["capability"] in near["capabilities"] or near["score"] < near["fits"] or near["rules"] for near in brief["nearest"])
    assert brief["rules"][0]["kind"] == "hard"
    for lang in ("vi", "en"):
        document = world_client.get(address, params={"capability": one["capability"]["id"], "format": "markdown", "lang": lang})
        assert document.headers["content-type"] == "text/markdown; charset=utf-8"
        assert document.headers["content-language"] == lang
        assert one["capability"]["label"][lang] in document.text
        assert brief["rules"][0]["clause"][lang] in document.text
        assert brief["nearest"][0]["person"]["id"] in document.text


def test_a_brief_without_people_names_nobody(world_client: TestClient) -> None:
    address = f"{MAP}/P01/CE_PROJECT/recruiting-brief"
    brief = ask(world_client, address, people=False)
    assert brief["nearest"] == []
    assert "E000" not in world_client.get(address, params={"people": False, "format": "markdown"}).text
    assert brief["pool"] > 0


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("P99/CE_PROJECT", 404),
        ("P01/CE_SYSTEM", 422),
        ("P01/boss", 422),
        ("P01/CE_PROJECT/recruiting-brief?capability=unheard-of", 422),
        ("P01/CE_PROJECT/recruiting-brief?format=pdf", 422),
    ],
)
def test_bad_questions_get_problems(world_client: TestClient, address: str, status: int) -> None:
    answer = world_client.get(f"{MAP}/{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_withdrawn_consent_counts_nowhere_in_the_next_answer(world_copy: str, client_for: ClientFor) -> None:
    client, engine = client_for(world_settings(world_copy)), make_engine(world_copy)
    before = ask(client)
    leaver = before["leaning"][0]["person"]["id"]
    with writing(engine) as session:
        state = session.get_one(NetworkState, 1)
        state.expert_changes += 1
        session.get_one(Consent, (leaver, ConsentPurpose.MATCHING)).withdrawn_at = datetime(2026, 9, 1, tzinfo=UTC)
        session.get_one(Expert, leaver).change_number = state.expert_changes
    engine.dispose()
    after = ask(client)
    assert (after["people"], after["without_consent"]) == (before["people"] - 1, before["without_consent"] + 1)
    assert leaver not in client.get(MAP).text
    assert leaver not in client.get("/coverage", headers={"Accept": "text/html"}).text


def test_where_nobody_fits_everything_is_a_gap(world_copy: str, client_for: ClientFor) -> None:
    client, engine = client_for(world_settings(world_copy)), make_engine(world_copy)
    ask(client)
    let_nobody_fit(engine)
    engine.dispose()
    found = ask(client)
    assert all(cell["unmet"] and cell["alone"] is None for cell in found["cells"])
    assert found["leaning"] == []
    brief = ask(client, f"{MAP}/P01/CE_PROJECT/recruiting-brief")
    assert brief["situation"]["vi"].startswith("Hiện chưa có ai trong mạng lưới")
