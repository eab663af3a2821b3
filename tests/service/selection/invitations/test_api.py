"""Invitations: checked again when sent, answered without signing in, one winner per seat, refusals remembered and never scored."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.audit import AuditAction, AuditEvent
from models.database import reading, writing
from models.experts import Consent, Relation
from models.invitations import CandidateInvitation
from models.projects import InterestedParty
from models.vocabulary import AccountRole, RelationKind, RelationStatus
from service.kit.actor import present
from service.kit.settings import Settings
from service.people.profiles.changes import next_change_number
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.selection.conftest import API, NOW, both, invite, open_request, people, send_invitation, signed, token_for

ACCEPT = {"answer": "accept"}
DECLINE = {"answer": "decline", "reason": "no_time", "text": "Bận."}


def test_the_link_shows_the_invitation_and_takes_an_answer(client: TestClient) -> None:
    done = signed(client)
    token = invite(client, done["request_id"], people(done)[0])
    client.headers.pop("Authorization")
    address = f"{API}/invited/{token}"
    shown = client.get(address).json()
    assert (shown["subject"]["vi"], shown["state"], shown["deadline"]) == ("Sản phẩm 1", "open", "2026-10-20T17:00:00Z")
    asked = client.post(f"{address}/answers", json={"answer": "ask", "text": "Bao nhiêu giờ một tuần?"}).json()
    assert (asked["state"], asked["questions"]) == ("open", ["Bao nhiêu giờ một tuần?"])
    assert client.post(f"{address}/answers", json=ACCEPT).json()["state"] == "accepted"
    assert client.post(f"{address}/answers", json=DECLINE).status_code == 409
    assert client.get(f"{API}/invited/{'x' * 43}").status_code == 404


def test_an_answer_says_whether_the_account_gave_it_or_the_link_alone(client: TestClient, url: str) -> None:
    done = signed(client, seats=2)
    first, second, *_ = people(done)
    tokens = [invite(client, done["request_id"], person) for person in (first, second)]
    own = key_header(url, AccountRole.EXPERT, expert_id=second)
    for token, headers in zip(tokens, ({"Authorization": ""}, own), strict=True):
        assert client.post(f"{API}/invited/{token}/answers", json=ACCEPT, headers=headers).status_code == 200
    listed = client.get(f"{API}/requests/{done['request_id']}/invitations").json()
    assert {one["expert_id"]: one["channel"] for one in listed} == {first: "link", second: "account"}


def test_the_journal_names_the_account_that_answered_and_else_whoever_holds_the_link(client: TestClient, url: str) -> None:
    done = signed(client, seats=2)
    first, second, *_ = people(done)
    tokens = [invite(client, done["request_id"], person) for person in (first, second)]
    own = key_header(url, AccountRole.EXPERT, expert_id=second)
    for token, headers in zip(tokens, ({"Authorization": ""}, own), strict=True):
        client.post(f"{API}/invited/{token}/answers", json=ACCEPT, headers=headers)
    auditor = key_header(url, AccountRole.AUDITOR) | {"Accept": "text/html"}
    page = client.get("/journal?action=invitation_answered&lang=en", headers=auditor).text.split("<tbody>")[1]
    assert ["whoever holds the link" in page, "account that is no more" in page, second in page] == [True, False, True]
    with reading(client.app.state.services.engine) as session:  # type: ignore[attr-defined]
        actors = session.scalars(sa.select(AuditEvent.actor).where(AuditEvent.action == AuditAction.INVITATION_ANSWERED)).all()
    assert actors[0] == "invited-person" != actors[1]


def test_where_it_is_set_only_the_own_account_answers(world: Engine, settings: Settings, client_for: ClientFor) -> None:
    client = client_for(settings.model_copy(update={"invited_sign_in": True}))
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = signed(client)
    person = people(done)[0]
    address = f"{API}/invited/{invite(client, done['request_id'], person)}/answers"
    (letter,) = client.get(f"{API}/messages").json()["items"]
    assert ("sau khi đăng nhập" in letter["body"], "không cần đăng nhập" in letter["body"]) == (True, False)
    own = key_header(settings.database_url, AccountRole.EXPERT, expert_id=person)
    for stranger in ({"Authorization": ""}, {}):
        assert client.post(address, json=ACCEPT, headers=stranger).status_code == 403
    assert client.post(address, json=ACCEPT, headers=own).status_code == 200


def test_letter_page_and_api_name_the_same_last_day_which_counts_to_its_end(client: TestClient) -> None:
    done = signed(client)
    token = invite(client, done["request_id"], people(done)[0], answer_by="2026-10-20")
    (letter,) = client.get(f"{API}/messages?waiting=true").json()["items"]
    (listed,) = client.get(f"{API}/requests/{done['request_id']}/invitations").json()
    assert ("20/10/2026" in letter["body"], "21/10/2026" in letter["body"]) == (True, False)
    assert (listed["answer_by"], client.get(f"{API}/invited/{token}").json()["answer_by"]) == ("2026-10-20", "2026-10-20")
    page = client.get(f"/invited/{token}", headers={"Accept": "text/html"}).text
    assert re.search(r"Trả lời chậm nhất ngày</dt><dd><strong>20/10/2026</strong>", page)
    last_second, too_late = datetime(2026, 10, 20, 16, 59, 59, tzinfo=UTC), datetime(2026, 10, 20, 17, tzinfo=UTC)
    for moment, status in ((too_late, 409), (last_second, 200)):
        client.app.dependency_overrides[present] = lambda moment=moment: moment  # type: ignore[attr-defined]
        assert client.post(f"{API}/invited/{token}/answers", json=ACCEPT).status_code == status


def test_of_a_token_only_its_digest_is_stored(client: TestClient, world: Engine) -> None:
    done = signed(client)
    token = invite(client, done["request_id"], people(done)[0])
    with reading(world) as session:
        assert token not in session.scalars(sa.select(CandidateInvitation.token_hash)).one()
    message = client.get(f"{API}/messages").json()["items"][0]
    assert client.post(f"{API}/messages/{message['id']}/sent").json()["body"] == ""
    assert client.post(f"{API}/messages/{message['id']}/sent").status_code == 409


def test_the_quota_holds_and_a_refusal_gives_the_place_back(client: TestClient) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    token = invite(client, done["request_id"], first)
    full = send_invitation(client, done["request_id"], second)
    assert (full.status_code, "no more for now" in full.json()["detail"]) == (409, True)
    client.post(f"{API}/invited/{token}/answers", json=DECLINE)
    assert send_invitation(client, done["request_id"], second).status_code == 201


def test_who_declined_is_not_asked_again_without_a_reason_and_scores_the_same(client: TestClient) -> None:
    done = signed(client)
    person = people(done)[0]
    address = f"{API}/products/P1/recommendations?role=CE_PROJECT"
    before = client.get(address).json()
    client.post(f"{API}/invited/{invite(client, done['request_id'], person)}/answers", json=DECLINE)
    assert client.get(address).json() == before
    again = signed(client)
    refused = send_invitation(client, again["request_id"], person)
    assert (refused.status_code, "declined this on 2026-10-01" in refused.json()["detail"]) == (409, True)
    assert send_invitation(client, again["request_id"], person, despite_refusal="The hours were halved.").status_code == 201


def test_consent_and_conflicts_are_checked_when_it_is_sent(client: TestClient, world: Engine) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    with writing(world) as session:
        next_change_number(session)
        session.execute(sa.update(Consent).where(Consent.expert_id == first).values(withdrawn_at=NOW))
        session.add(Relation(expert_id=second, kind=RelationKind.ADVISER, organisation_id="B1", status=RelationStatus.CONFIRMED))
        assert session.scalar(sa.select(InterestedParty.organisation_id).where(InterestedParty.interest == "bidder").limit(1)) == "B1"
    answers = [send_invitation(client, done["request_id"], person) for person in (first, second, "E6")]
    assert [answer.status_code for answer in answers] == [409, 409, 404]
    assert "consent" in answers[0].json()["detail"]
    assert "conflict of interest" in answers[1].json()["detail"]


def test_a_dismissed_conflict_stops_no_invitation(client: TestClient, world: Engine) -> None:
    with writing(world) as session:
        next_change_number(session)
        session.add(Relation(expert_id="E2", kind=RelationKind.ADVISER, organisation_id="B1", status=RelationStatus.CONFIRMED))
    judged = {"expert": "E2", "relation": "adviser", "organisation": "B1", "subject": "P1", "verdict": "dismissed", "reason": "Long over."}
    answer = client.post(f"{API}/conflicts/judgements", json=judged)
    assert answer.status_code == 201, answer.text
    done = signed(client)
    assert "E2" in people(done)
    assert send_invitation(client, done["request_id"], "E2").status_code == 201


def test_an_invitation_ends_with_its_deadline(client: TestClient) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    token = invite(client, done["request_id"], first)
    client.app.dependency_overrides[present] = lambda: NOW + timedelta(days=30)  # type: ignore[attr-defined]
    assert client.post(f"{API}/invited/{token}/answers", json=ACCEPT).status_code == 409
    assert send_invitation(client, done["request_id"], second).status_code == 422
    assert send_invitation(client, done["request_id"], second, answer_by="2026-11-20").status_code == 201
    assert [one["state"] for one in client.get(f"{API}/requests/{done['request_id']}/invitations").json()] == ["expired", "open"]


@both
def test_of_all_who_accept_the_last_seat_at_once_one_gets_it(world: Engine, settings: Settings, client_for: ClientFor) -> None:
    client = client_for(settings.model_copy(update={"invitations_per_seat": 4}))
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = signed(client)
    invited = people(done)
    for person in invited:
        assert send_invitation(client, done["request_id"], person).status_code == 201
    tokens = [token_for(client, person) for person in invited]
    with ThreadPoolExecutor(len(tokens)) as pool:
        answers = list(pool.map(lambda token: client.post(f"{API}/invited/{token}/answers", json=ACCEPT), tokens))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * (len(tokens) - 1)]
    with reading(world) as session:
        assert session.scalars(sa.select(CandidateInvitation.seat).where(CandidateInvitation.seat.is_not(None))).all() == [1]


@both
def test_of_invitations_sent_at_once_to_one_seat_one_is_sent(client: TestClient) -> None:
    done = signed(client)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda person: send_invitation(client, done["request_id"], person), people(done)))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * (len(answers) - 1)]


def test_nobody_is_invited_before_a_signature(client: TestClient) -> None:
    assert send_invitation(client, open_request(client)["id"], "E2").status_code == 404
