"""Whoever stops the matching of their data is no candidate any more, from the same moment on."""

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.invitations import OutboxMessage
from service.audit.verification import verify
from service.selection.steps import withdrawing
from tests.service.selection.conftest import API, both, invite, people, send_invitation, signed

WITHDRAWAL = ("consents/matching", {"given": False})
OBJECTION = ("stops/objection", {"stopped": True})
RESTRICTION = ("stops/restriction", {"stopped": True})


def say(client: TestClient, person: str, word: tuple[str, dict[str, bool]]) -> int:
    return client.put(f"{API}/experts/{person}/{word[0]}", json=word[1]).status_code


def state_of(client: TestClient, request_id: str, person: str) -> str:
    candidates = client.get(f"{API}/requests/{request_id}/candidates").json()
    return str(next(one["state"] for one in candidates if one["expert_id"] == person))


@both
@pytest.mark.parametrize("word", [WITHDRAWAL, OBJECTION])
def test_candidacy_and_invitation_end_with_the_word(client: TestClient, world: Engine, word: tuple[str, dict[str, bool]]) -> None:
    done = signed(client)
    request_id, (first, second) = done["request_id"], people(done)[:2]
    token = invite(client, request_id, first)
    assert say(client, first, word) == 200
    assert (state_of(client, request_id, first), state_of(client, request_id, second)) == ("WITHDRAWN", "SHORTLIST")
    shown = client.get(f"{API}/invited/{token}")
    assert (shown.status_code, shown.json()["detail"]) == (404, "This invitation was withdrawn.")
    assert client.post(f"{API}/invited/{token}/answers", json={"answer": "accept"}).status_code == 409
    step = client.get(f"{API}/requests/{request_id}/steps").json()[-1]
    assert (step["state"], step["expert_id"], step["note"]) == ("WITHDRAWN", first, withdrawing.NOTE)
    assert send_invitation(client, request_id, second).status_code == 201
    with reading(world) as session:
        assert verify(session).broken is None
        assert set(session.scalars(sa.select(OutboxMessage.expert_id))) == {second}


@both
def test_a_seat_that_was_accepted_is_free_again(client: TestClient) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    client.post(f"{API}/invited/{invite(client, done['request_id'], first)}/answers", json={"answer": "accept"})
    assert send_invitation(client, done["request_id"], second).status_code == 409
    say(client, first, WITHDRAWAL)
    assert send_invitation(client, done["request_id"], second).status_code == 201


def test_a_restriction_lets_it_rest_and_a_decision_stands(client: TestClient) -> None:
    done = signed(client, track="concurrent_appointment")
    first, second = people(done)[:2]
    decided = {"to": "DECIDED", "role": "CE_PROJECT", "expert_id": first, "on_day": "2026-09-30", "body": "B", "document": "D"}
    client.post(f"{API}/requests/{done['request_id']}/steps", json=decided)
    say(client, first, WITHDRAWAL)
    say(client, second, RESTRICTION)
    assert [state_of(client, done["request_id"], person) for person in (first, second)] == ["DECIDED", "SHORTLIST"]


@both
def test_what_fails_half_way_takes_the_word_back_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    done = signed(client)
    person = people(done)[0]

    def fail(*_arguments: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(withdrawing, "note_step", fail)
    assert say(client, person, WITHDRAWAL) == 500
    assert state_of(client, done["request_id"], person) == "SHORTLIST"
    assert client.get(f"{API}/experts/{person}").json()["consents"][0]["given"] is True
