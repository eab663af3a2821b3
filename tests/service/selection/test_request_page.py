"""The page of a request says after each act what was done and what is left, and shows candidates as list and lead see them."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, NOW, choose, draft, invite, people, sign, signed

ROLE = "CE_PROJECT"
LEAD = "Trần Thị Bình"


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    client.cookies.set("lang", "en")
    return client


@pytest.fixture
def lead(url: str) -> dict[str, str]:
    return key_header(url, AccountRole.LEAD, led_products=["P1"])


def page_of(client: TestClient, done: dict[str, Any]) -> str:
    return client.get(f"/requests/{done['request_id']}").text


def row(page: str, person: str) -> str:
    return page.split(f'<li id="p-{ROLE}-{person}"')[1].split("</li>", maxsplit=1)[0]


def send(client: TestClient, done: dict[str, Any], person: str) -> Any:
    asked = {"role": ROLE, "expert_id": person, "answer_by": "2026-10-20"}
    return client.post(f"/requests/{done['request_id']}/invitations", data=asked)


def test_candidates_stand_in_the_order_of_the_signed_list_with_their_places(client: TestClient) -> None:
    drafted = draft(client)
    moved = choose(client, drafted, people(drafted)[-1], "move", place=1).json()
    done = sign(client, moved).json()
    page = page_of(client, done)
    assert re.findall(rf'<li id="p-{ROLE}-(E\d)"', page) == people(done) != sorted(people(done))
    assert ["".join(re.findall(r"<strong>(\d+)\. ", row(page, person))) for person in people(done)] == [
        str(place) for place in range(1, len(people(done)) + 1)
    ]


def test_the_opinion_of_the_lead_stands_with_the_person(client: TestClient, lead: dict[str, str]) -> None:
    done = signed(client)
    assert "has not been handed to a lead yet" in page_of(client, done)
    client.post(f"/shortlists/{done['id']}/release")
    assert "The lead has not answered yet" in page_of(client, done)
    released = client.get(f"{API}/requests/{done['request_id']}/released", headers=lead).json()
    second = next(one["pseudonym"] for one in released["people"] if one["position"] == 2)
    said = {"person": second, "kind": "suitable", "reason": "fitting_experience", "text": "Gọi trước"}
    assert client.post(f"{API}/requests/{done['request_id']}/released/feedback", json=said, headers=lead).status_code == 201
    page = page_of(client, done)
    assert ["“Gọi trước”" in row(page, person) for person in people(done)] == [place == 1 for place, _ in enumerate(people(done))]
    assert "The lead has not answered yet" not in page


def test_an_invitation_says_beside_the_person_that_its_letter_is_to_be_sent_until_it_was(client: TestClient) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    asked = send(client, done, second)
    assert (asked.url.fragment, asked.url.params["done"]) == (f"p-{ROLE}-{second}", "invited")
    beside = row(asked.text, second)
    assert ("The letter of invitation is written." in beside, "letter of invitation to be sent" in beside) == (True, True)
    (letter,) = re.findall(r'href="#letter-([^"]+)"', beside)
    assert (f'id="letter-{letter}"' in asked.text, "letter of invitation to be sent" in row(asked.text, first)) == (True, False)
    home = client.get("/", headers={"Accept": "text/html"}).text
    assert ["Your turn: send the letter of the invitation" in page for page in (home, asked.text)] == [True, True]
    sent = client.post(f"/requests/{done['request_id']}/messages/{letter}/sent")
    assert ("It is noted that the letter was sent." in sent.text, "invited, an answer is awaited" in row(sent.text, second)) == (True, True)
    assert "The invited person&#39;s turn: answer" in client.get("/", headers={"Accept": "text/html"}).text.replace("'", "&#39;")


def test_an_answered_letter_is_not_among_those_to_be_sent(client: TestClient) -> None:
    done = signed(client)
    person = people(done)[0]
    token = invite(client, done["request_id"], person)
    assert "Letters not sent yet" in page_of(client, done)
    client.post(f"{API}/invited/{token}/answers", json={"answer": "accept"})
    assert client.get(f"{API}/messages?waiting=true").json()["items"] == []
    page = page_of(client, done)
    assert ("Letters not sent yet" in page, "has accepted the invitation" in row(page, person)) == (False, True)


def test_an_answered_question_for_evidence_is_not_among_those_to_be_sent(client: TestClient, url: str) -> None:
    done = signed(client)
    person = people(done)[0]
    asked = {"role": ROLE, "expert_id": person, "rule": "R-YEARS"}
    client.post(f"{API}/requests/{done['request_id']}/evidence-tasks", json=asked)
    assert "Letters not sent yet" in page_of(client, done)
    (task,) = client.get(f"{API}/experts/{person}/evidence-tasks").json()
    own = key_header(url, AccountRole.EXPERT, expert_id=person)
    assert client.post(f"{API}/experts/{person}/evidence-tasks/{task['id']}/answer", json={"text": "None."}, headers=own).status_code == 200
    assert "Letters not sent yet" not in page_of(client, done)


def test_why_somebody_is_asked_again_is_asked_of_those_alone_who_declined(client: TestClient) -> None:
    done = signed(client)
    person = people(done)[0]
    assert 'name="despite_refusal"' not in page_of(client, done)
    token = invite(client, done["request_id"], person)
    client.post(f"{API}/invited/{token}/answers", json={"answer": "decline", "reason": "no_time"})
    again = send(client, signed(client), person)
    assert (again.status_code, 'name="despite_refusal"' in row(again.text, person)) == (409, True)


def test_a_recorded_step_is_said_where_the_steps_are(client: TestClient) -> None:
    done = signed(client)
    assert "No step outside this service is recorded yet" in page_of(client, done)
    page = client.post(f"/requests/{done['request_id']}/steps", data={"to": "ANNOUNCED", "on_day": f"{NOW:%Y-%m-%d}"})
    assert (page.url.fragment, "The step is recorded." in page.text.split('id="steps"')[1]) == ("steps", True)


def test_nobody_who_leads_is_said_and_not_that_the_list_went_to_a_lead(client: TestClient) -> None:
    done = signed(client)
    before = client.get(f"/shortlists/{done['id']}").text
    released = client.post(f"/shortlists/{done['id']}/release").text
    warning = "Nobody leads this, so there is nobody to answer the list."
    assert [warning in page for page in (before, released, page_of(client, done))] == [True] * 3
    assert ("The list was handed to its lead" in released, "nobody to receive it yet" in released) == (False, True)
    assert "have a lead appointed" in client.get("/", headers={"Accept": "text/html"}).text


@pytest.mark.usefixtures("lead")
def test_a_list_is_handed_to_a_lead_by_name(client: TestClient) -> None:
    done = signed(client)
    released = client.post(f"/shortlists/{done['id']}/release").text
    assert f"The list was handed to its lead: {LEAD}." in released
    assert f"The lead&#39;s turn ({LEAD})" in client.get("/", headers={"Accept": "text/html"}).text.replace("'", "&#39;")


def test_the_missing_announcement_leads_to_where_it_is_recorded(client: TestClient) -> None:
    drafted = draft(client)
    assert f'href="/requests/{drafted["request_id"]}#record"' in client.get(f"/shortlists/{drafted['id']}").text
    assert 'id="record"' in page_of(client, drafted)


def test_what_is_required_is_said_in_groups_of_each_of_which_one_is_enough(client: TestClient) -> None:
    assert re.search(r"\d groups? of capabilities, of", page_of(client, draft(client)))


def test_no_state_is_offered_to_be_recorded_that_an_act_of_its_own_leads_to(client: TestClient) -> None:
    done = signed(client)
    form = page_of(client, done).split('id="record"')[1].split("</form>")[0]
    offered = re.findall(r'<option value="(\w+)"', form.split('name="to"')[1].split("</select>")[0])
    assert "DECLINED" in offered
    assert not {"INVITED", "SHORTLIST"} & set(offered)
    assert "invited" not in form.split("</select>")[0]
