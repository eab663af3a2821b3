"""The link of an invitation is made when its letter is opened by who may send it: nobody else reads it, and it is stored nowhere."""

import re

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from models.audit import AuditAction, AuditEvent
from models.catalogue import Product
from models.database import reading, writing
from models.vocabulary import AccountRole, Scope, Sensitivity
from service.selection.messages.links import LINK_LEFT_OUT
from tests.accounts import add_account, add_key, key_header
from tests.service.selection.conftest import API, invite, people, signed

PAGE = {"Accept": "text/html"}
LEFT_OUT = "[đường dẫn riêng của người nhận]"


def told(answer: Response, identifier: str) -> str:
    return answer.text.replace(identifier, "ID").replace(answer.headers["x-request-id"], "REQUEST")


@pytest.fixture
def invited(client: TestClient) -> tuple[str, str, str]:
    """A request, who is invited, and the token of the link."""
    done = signed(client)
    person = people(done)[0]
    return done["request_id"], person, invite(client, done["request_id"], person)


def test_who_only_reads_never_reads_a_link(client: TestClient, world: Engine, url: str, invited: tuple[str, str, str]) -> None:
    request_id, person, _ = invited
    read_key = {"Authorization": f"Bearer {add_key(world, add_account(world, AccountRole.COORDINATOR), Scope.READ)}"}
    auditor, administrator = key_header(url, AccountRole.AUDITOR), key_header(url, AccountRole.ADMINISTRATOR)
    read = [client.get(f"{API}/messages", headers=header).json()["items"][0]["body"] for header in (auditor, read_key)]
    read += [client.get(f"/requests/{request_id}", headers=header | PAGE).text for header in (auditor, read_key)]
    read += [
        client.get(f"{API}/experts/{person}/access-export.{kind}", headers=header).text
        for header in (administrator, {})
        for kind in ("json", "md")
    ]
    assert [("/invited/" in text, LEFT_OUT in text) for text in read] == [(False, True)] * len(read)


def test_who_sends_the_letter_reads_the_link(client: TestClient, invited: tuple[str, str, str]) -> None:
    request_id, _, token = invited
    assert f"/invited/{token}" in client.get(f"/requests/{request_id}", headers=PAGE).text
    assert client.get(f"{API}/invited/{token}").json()["state"] == "open"


def test_no_row_holds_the_token(world: Engine, invited: tuple[str, str, str]) -> None:
    with reading(world) as session:
        stored = [str(tuple(row)) for table in SQLModel.metadata.sorted_tables for row in session.execute(sa.select(table))]
    assert [row for row in stored if invited[2] in row or "/invited/" in row] == []


def test_the_link_of_another_letter_is_another(client: TestClient, invited: tuple[str, str, str]) -> None:
    again = signed(client)
    assert invite(client, again["request_id"], people(again)[1]) != invited[2]
    assert set(LINK_LEFT_OUT.values()) == {LEFT_OUT, "[the recipient's own link]"}


@pytest.mark.parametrize("own", [False, True])
def test_the_audit_says_whether_the_link_alone_answered(
    client: TestClient, world: Engine, url: str, invited: tuple[str, str, str], own: bool
) -> None:
    _, person, token = invited
    client.headers.pop("Authorization")
    headers = key_header(url, AccountRole.EXPERT, expert_id=person) if own else {}
    assert client.post(f"{API}/invited/{token}/answers", json={"answer": "accept"}, headers=headers).status_code == 200
    with reading(world) as session:
        answered = session.scalars(sa.select(AuditEvent).where(AuditEvent.action == AuditAction.INVITATION_ANSWERED)).one()
    assert answered.details["channel"] == ("account" if own else "link")


def test_the_link_of_a_withdrawn_invitation_tells_nothing(client: TestClient, invited: tuple[str, str, str]) -> None:
    _, person, token = invited
    assert client.put(f"{API}/experts/{person}/consents/matching", json={"given": False}).status_code == 200
    client.headers.pop("Authorization")
    for answer in (client.get(f"{API}/invited/{token}"), client.get(f"/invited/{token}?lang=en", headers=PAGE)):
        assert (answer.status_code, "was withdrawn" in answer.text, re.findall("Person \\d", answer.text)) == (404, True, [])


@pytest.mark.parametrize("page", [False, True])
def test_a_message_about_something_restricted_is_absent_without_clearance(
    client: TestClient, world: Engine, url: str, invited: tuple[str, str, str], page: bool
) -> None:
    (message,) = client.get(f"{API}/messages").json()["items"]
    other = signed(client, subject="P2") if page else None
    with writing(world) as session:
        session.execute(sa.update(Product).where(Product.id == "P1").values(sensitivity=Sensitivity.RESTRICTED))
    at = f"/requests/{other['request_id']}/messages" if other else f"{API}/messages"
    uncleared, cleared = (key_header(url, AccountRole.COORDINATOR, cleared=cleared) for cleared in (False, True))
    refused = client.post(f"{at}/{message['id']}/sent", headers=uncleared)
    absent = client.post(f"{at}/M-absent/sent", headers=uncleared)
    assert (refused.status_code, absent.status_code) == (404, 404)
    assert told(refused, message["id"]) == told(absent, "M-absent")
    (kept,) = client.get(f"{API}/messages", headers=cleared).json()["items"]
    assert (kept["sent_at"], "/invited/" in kept["body"]) == (None, True)
