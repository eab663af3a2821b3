from typing import Any

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.service.selection.conftest import API, Act, invite, people, signed


def ledger(client: TestClient, expert_id: str) -> dict[str, Any]:
    answer = client.get(f"{API}/experts/{expert_id}/ledger")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def happened(client: TestClient, expert_id: str) -> list[str]:
    return sorted(entry["what"] for entry in ledger(client, expert_id)["entries"])


def test_a_signed_list_an_invitation_and_its_answer_stand_in_the_ledger(client: TestClient) -> None:
    shortlist = signed(client)
    first, second, *_ = people(shortlist)
    assert happened(client, first) == ["listed"]
    token = invite(client, shortlist["request_id"], first)
    client.post(f"{API}/invited/{token}/answers", json={"answer": "decline", "reason": "no_time"})
    assert happened(client, first) == ["declined", "invited", "listed"]
    assert [entry["refusal"] for entry in ledger(client, first)["entries"] if entry["what"] == "declined"] == ["no_time"]
    assert happened(client, second) == ["listed"]


def test_a_person_reads_the_own_ledger_with_reasons_and_nobody_elses(client: TestClient, act: Act) -> None:
    first, second, *_ = people(signed(client))
    act(AccountRole.EXPERT, expert_id=first)
    own = ledger(client, first)
    assert own["entries"][0]["reasons"]
    assert second not in str(own)
    assert client.get(f"{API}/experts/{second}/ledger").status_code == 404
    page = client.get(f"/people/{first}/ledger?lang=en")
    assert "Why on this list" in page.text
    assert client.get(f"/people/{second}/ledger").status_code == 404


def test_who_wants_to_be_left_alone_for_a_while_is_paused(client: TestClient) -> None:
    assert ledger(client, "E2") == {"expert_id": "E2", "paused_until": None, "entries": []}
    address = f"{API}/experts/E2"
    read = {"If-Match": client.get(address).headers["etag"]}
    assert client.patch(address, json={"available_from": "2027-03-01"}, headers=read).status_code == 200
    assert ledger(client, "E2")["paused_until"] == "2027-03-01"
