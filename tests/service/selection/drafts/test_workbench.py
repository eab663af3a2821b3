"""What a coordinator meets at work on a draft: moves by buttons, a way back, weights to look at, people found by name."""

import re
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.experts import Expert
from models.search_key import search_key
from tests.service.selection.conftest import API, draft, people

WHY = "Đã xem hồ sơ"


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    client.cookies.set("lang", "en")
    return client


def shown(client: TestClient, drafted: dict[str, Any]) -> dict[str, Any]:
    return dict(client.get(f"{API}/shortlists/{drafted['id']}").json())


def act(client: TestClient, drafted: dict[str, Any], person: str, kind: str) -> Any:
    version = shown(client, drafted)["version"]
    fields = {"version": str(version), "role": "CE_PROJECT", "expert_id": person, "kind": kind, "reason": WHY}
    return client.post(f"/shortlists/{drafted['id']}/choices", data=fields)


def test_a_button_moves_one_place_and_the_page_says_so_where_the_person_stands(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *others = people(drafted)
    done = act(client, drafted, second, "up")
    assert people(shown(client, drafted)) == [second, first, *others]
    row = done.text.split(f'id="p-CE_PROJECT-{second}"')[1].split("</tr>")[0]
    assert (done.url.fragment, "Moved; " in row) == (f"p-CE_PROJECT-{second}", True)
    act(client, drafted, second, "down")
    assert people(shown(client, drafted)) == [first, second, *others]


def test_every_decision_can_be_taken_back_the_latest_first(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *_ = people(drafted)
    act(client, drafted, first, "exclude")
    act(client, drafted, second, "down")
    for expected in (people(drafted)[1:], people(drafted)):
        done = client.post(f"/shortlists/{drafted['id']}/undo", data={"version": str(shown(client, drafted)["version"])})
        assert ("The latest decision is taken back." in done.text, people(shown(client, drafted))) == (True, expected)
    refused = client.post(f"/shortlists/{drafted['id']}/undo", data={"version": str(shown(client, drafted)["version"])})
    assert refused.status_code == 409


def test_other_weights_are_shown_and_counted_and_change_nothing(client: TestClient) -> None:
    drafted = draft(client)
    before = shown(client, drafted)
    address = f"/shortlists/{drafted['id']}/trials"
    page = client.post(address, data={"role": "CE_PROJECT", "weight.topical_fit": "1", "weight.language": "3"}).text
    assert ("Looked at 1 time so far." in page, "75%" in page, shown(client, drafted)) == (True, True, before)
    assert "Looked at 2 times so far." in client.post(address, data={"role": "CE_PROJECT", "weight.language": "0,5"}).text
    assert client.post(address, data={"role": "CE_PROJECT", "weight.language": "much"}).status_code == 422
    assert client.get(f"{API}/requests/{drafted['request_id']}").json()["weight_trials"] == 2


def test_somebody_is_added_by_name_without_a_code(client: TestClient, world: Engine) -> None:
    drafted = draft(client)
    with writing(world) as session:
        session.execute(sa.update(Expert).values(search_key=search_key("Person")))
    person = people(drafted)[-1]
    act(client, drafted, person, "exclude")
    page = client.get(f"/shortlists/{drafted['id']}/people?role=CE_PROJECT&q=person").text
    named = re.findall(r'name="expert_id" value="(\w+)"', page)
    assert (set(named) & set(people(drafted)), "On the list already." in page) == (set(), True)


def test_filters_narrow_the_page_and_are_taken_away_one_by_one(client: TestClient) -> None:
    drafted = draft(client)
    number = len(people(drafted))
    whole, none = (client.get(f"/shortlists/{drafted['id']}{query}").text for query in ("", "?country=FR&free=true"))
    assert (f"{number} of {number} people shown" in whole, f"0 of {number} people shown" in none) == (True, True)
    assert 'href="?free=true"' in none


def test_a_filter_that_is_left_empty_narrows_nothing(client: TestClient) -> None:
    drafted = draft(client)
    answer = client.get(f"/shortlists/{drafted['id']}?country=&unjudged=true")
    assert (answer.status_code, 'href="?"' in answer.text) == (200, True)


def test_a_refusal_that_is_shown_in_place_leaves_the_address_and_names_that_of_its_form(client: TestClient) -> None:
    drafted = draft(client)
    place = f"/shortlists/{drafted['id']}/choices"
    stale = {"version": "0", "role": "CE_PROJECT", "expert_id": people(drafted)[0], "kind": "pin", "reason": WHY}
    answer = client.post(place, data=stale, headers={"Accept": "*/*", "HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Push-Url"]) == (412, "false")
    assert ('<main id="content"' in answer.text, f'action="{place}?lang=vi"' in answer.text, WHY in answer.text) == (True, True, True)


def test_the_page_and_the_api_say_the_same_of_a_person(client: TestClient) -> None:
    drafted = draft(client)
    entry = drafted["entries"][0]
    row = client.get(f"/shortlists/{drafted['id']}").text.split(f'id="p-CE_PROJECT-{entry["expert_id"]}"')[1].split("</tr>")[0]
    said = entry["snapshot"]
    words = [
        said["expert"]["display_name"],
        said["entry"]["band"]["en"],
        said["entry"]["evidence_basis"]["en"],
        said["entry"]["reason"]["en"],
    ]
    words += [rule["result_label"]["en"] for rule in said["rules"]]
    assert [word in row for word in words] == [True] * len(words)
