"""A lead sees pseudonyms and figures until somebody accepts: no name, title, organisation or identifier leaves before."""

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, draft, invite, people, signed


def lead_of(product: str, url: str) -> dict[str, str]:
    return key_header(url, AccountRole.LEAD, led_products=[product])


def release(client: TestClient, shortlist: dict[str, object]) -> None:
    assert client.post(f"{API}/shortlists/{shortlist['id']}/release").status_code == 201


def test_only_a_signed_list_is_released_and_once(client: TestClient) -> None:
    assert client.post(f"{API}/shortlists/{draft(client)['id']}/release").status_code == 409
    done = signed(client)
    assert client.get(f"{API}/requests/{done['request_id']}/released").status_code == 404
    release(client, done)
    assert client.post(f"{API}/shortlists/{done['id']}/release").status_code == 409


def test_nothing_that_names_a_person_is_in_the_answer(client: TestClient) -> None:
    done = signed(client)
    release(client, done)
    answer = client.get(f"{API}/requests/{done['request_id']}/released")
    body = answer.text.replace(done["request_id"], "").replace(done["id"], "")
    hidden = ["Person", "Programme", "Chief engineer", "Company", "B3", "Built", "example", *(f"E{number}" for number in range(1, 7))]
    assert [word for word in hidden if f'"{word}' in body or f" {word}" in body or f"{word} " in body] == []
    first = answer.json()["people"][0]
    assert first.keys() == {
        *("pseudonym", "role", "position", "band", "x", "y", "years", "kinds", "capabilities", "conditions", "contact", "withdrawn")
    }
    assert (first["kinds"], first["contact"], first["position"]) == ({"position": 1, "programme": 2}, None, 1)


def test_pseudonyms_are_stable_for_one_lead_and_differ_between_leads(client: TestClient, url: str) -> None:
    done = [signed(client), signed(client)]
    for one in done:
        release(client, one)
    names = []
    for lead in (lead_of("P1", url), lead_of("P1", url)):
        shown = [client.get(f"{API}/requests/{one['request_id']}/released", headers=lead).json()["people"] for one in done]
        first, second = ([person["pseudonym"] for person in people] for people in shown)
        assert first == second
        names.append(set(first))
    assert names[0].isdisjoint(names[1])


def test_a_lead_knows_nothing_of_other_subjects_nor_of_drafts(client: TestClient, url: str) -> None:
    done = signed(client)
    release(client, done)
    own, other = lead_of("P1", url), lead_of("P2", url)
    request, shortlist = f"{API}/requests/{done['request_id']}", f"{API}/shortlists/{done['id']}"
    assert [client.get(f"{request}/released", headers=lead).status_code for lead in (own, other)] == [200, 404]
    assert [client.get(request, headers=lead).status_code for lead in (own, other)] == [200, 404]
    assert [client.get(f"{API}/requests", headers=lead).json()["total"] for lead in (own, other)] == [1, 0]
    hidden = (shortlist, f"{shortlist}/verification", f"{request}/candidates", f"{request}/steps", f"{API}/messages")
    assert [client.get(address, headers=own).status_code for address in hidden] == [403] * len(hidden)
    opened = [
        client.post(f"{API}/requests", json={"subject": "P1", "roles": ["CE_PROJECT"]}, headers=lead).status_code for lead in (own, other)
    ]
    assert opened == [201, 404]


def test_who_accepted_is_shown_by_name(client: TestClient, url: str) -> None:
    done = signed(client)
    release(client, done)
    person = people(done)[0]
    client.post(f"{API}/invited/{invite(client, done['request_id'], person)}/answers", json={"answer": "accept"})
    shown = client.get(f"{API}/requests/{done['request_id']}/released", headers=lead_of("P1", url)).json()["people"]
    assert [one["contact"] is not None for one in shown] == [True, *[False] * (len(shown) - 1)]
    assert shown[0]["contact"]["email"] == f"person{person[1:]}@mail.example"


def test_feedback_names_a_pseudonym_and_a_reason(client: TestClient, url: str) -> None:
    done = signed(client)
    release(client, done)
    address, lead = f"{API}/requests/{done['request_id']}/released", lead_of("P1", url)
    person = client.get(address, headers=lead).json()["people"][0]["pseudonym"]
    said = {"kind": "unsuitable", "person": person, "reason": "other_field", "text": "Cần người về vệ tinh."}
    assert client.post(f"{address}/feedback", json=said, headers=lead).json()["person"] == person
    assert client.post(f"{address}/feedback", json={"kind": "more_wanted", "reason": "too_few"}, headers=lead).status_code == 201
    assert client.post(f"{address}/feedback", json={**said, "person": "UV-AAAAAAAAAA"}, headers=lead).status_code == 422
    assert client.post(f"{address}/feedback", json=said).status_code == 403
    kept = client.get(f"{API}/shortlists/{done['id']}/feedback").json()
    assert [(one["expert_id"], one["kind"]) for one in kept] == [(people(done)[0], "unsuitable"), (None, "more_wanted")]


WITHDRAWALS = [("consents/matching", {"given": False}), ("stops/objection", {"stopped": True})]


@pytest.mark.parametrize("word", WITHDRAWALS)
def test_a_lead_sees_at_once_who_withdrew_and_says_nothing_more_of_them(
    client: TestClient, url: str, word: tuple[str, dict[str, bool]]
) -> None:
    done = signed(client)
    release(client, done)
    address, lead = f"{API}/requests/{done['request_id']}/released", lead_of("P1", url)
    first = people(done)[0]
    client.post(f"{API}/invited/{invite(client, done['request_id'], first)}/answers", json={"answer": "accept"})
    assert client.put(f"{API}/experts/{first}/{word[0]}", json=word[1]).status_code == 200
    shown = client.get(address, headers=lead).json()["people"]
    assert [one["withdrawn"] for one in shown] == [True, *[False] * (len(shown) - 1)]
    told = {name: shown[0][name] for name in ("contact", "band", "x", "y", "years", "kinds", "capabilities", "conditions")}
    assert not any(told.values())
    said = {"kind": "suitable", "reason": "fitting_experience"}
    answers = [client.post(f"{address}/feedback", json={**said, "person": one["pseudonym"]}, headers=lead) for one in shown[:2]]
    assert [answer.status_code for answer in answers] == [409, 201]
    assert "has withdrawn" in answers[0].json()["detail"]
    page = client.get(f"/requests/{done['request_id']}/released?lang=en", headers=lead | {"Accept": "text/html"}).text
    assert page.count("This person has withdrawn") == 1
    both = {"person": [one["pseudonym"] for one in shown[:2]], "lang": "en"}
    compared = client.get(f"/requests/{done['request_id']}/released/comparison", params=both, headers=lead | {"Accept": "text/html"})
    blank = compared.text.count(f'<td data-label="{shown[0]["pseudonym"]}">–</td>')
    assert (compared.status_code, blank) == (200, 3 + len(shown[1]["capabilities"]))


def test_a_recorded_withdrawal_is_marked_too(client: TestClient, url: str) -> None:
    done = signed(client)
    release(client, done)
    step = {"to": "WITHDRAWN", "role": "CE_PROJECT", "expert_id": people(done)[1], "on_day": "2026-09-30"}
    assert client.post(f"{API}/requests/{done['request_id']}/steps", json=step).status_code == 201
    shown = client.get(f"{API}/requests/{done['request_id']}/released", headers=lead_of("P1", url)).json()["people"]
    assert [one["withdrawn"] for one in shown][:2] == [False, True]


def test_what_is_opened_to_a_lead_abroad_is_recorded_with_the_country_and_the_people(client: TestClient, url: str) -> None:
    key_header(url, AccountRole.LEAD, led_products=["P1"], country="DE")
    for country, product in (("VN", "P1"), (None, "P1"), ("FR", "P2")):
        key_header(url, AccountRole.LEAD, led_products=[product], country=country)
    done = signed(client)
    release(client, done)
    auditor = key_header(url, AccountRole.AUDITOR)
    events = client.get(f"{API}/audit", headers=auditor, params={"action": "sent_abroad"}).json()["items"]
    assert [(one["object_id"], one["details"]["country"], one["details"]["experts"]) for one in events] == [
        (done["id"], "DE", sorted(people(done)))
    ]
