"""A delegate editor edits evidence and nothing else, under the own name, until either side ends it."""

from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.audit import AuditEvent
from models.database import reading
from models.vocabulary import AccountRole
from tests.accounts import add_account, add_key
from tests.service.people.profiles.people import EXPERTS, ITEM, add, wrong_fields

Header = dict[str, str]
ADDRESS = "thu.ky@test.example"


@dataclass(frozen=True)
class Two:
    """A person with an account, another person, and the account that is named."""

    person: str
    other: str
    own: Header
    delegate: Header


@pytest.fixture
def two(client: TestClient, engine: Engine) -> Two:
    person, other = add(client), add(client)

    def header(*roles: AccountRole, **fields: str) -> Header:
        return {"Authorization": f"Bearer {add_key(engine, add_account(engine, *roles, **fields))}"}

    return Two(person, other, header(AccountRole.EXPERT, expert_id=person), header(AccountRole.LEAD, email=ADDRESS))


def named(client: TestClient, two: Two) -> int:
    answer = client.post(f"{EXPERTS}/{two.person}/delegates", json={"email": ADDRESS}, headers=two.own)
    assert answer.status_code == 201, answer.text
    return int(answer.json()[0]["id"])


def add_item(client: TestClient, expert_id: str, header: Header) -> int:
    return client.post(f"{EXPERTS}/{expert_id}/evidence", json=ITEM, headers=header).status_code


def test_whoever_was_named_edits_the_evidence_of_that_person_alone(client: TestClient, two: Two) -> None:
    assert add_item(client, two.person, two.delegate) == 403
    named(client, two)
    assert (add_item(client, two.person, two.delegate), add_item(client, two.other, two.delegate)) == (201, 404)
    [edited] = client.get("/api/v1/editing", headers=two.delegate).json()
    assert edited["expert_id"] == two.person
    read = client.get(f"/api/v1/editing/{two.person}/evidence", headers=two.delegate)
    [item] = read.json()
    address, version = f"{EXPERTS}/{two.person}/evidence/{item['id']}", {"If-Match": read.headers["etag"]}
    assert client.patch(address, json={"title": "Robots"}, headers=two.delegate | version).status_code == 200
    assert client.delete(address, headers=two.delegate | version).status_code == 412


@pytest.mark.parametrize(
    ("method", "part", "body"),
    [
        ("put", "consents/matching", {"given": True}),
        ("put", "willingness/CE_PROJECT", {"willing": True}),
        ("post", "relations", {"kind": "employer"}),
        ("patch", "", {"country": "US"}),
        ("get", "", None),
        ("get", "access-export.json", None),
        ("get", "delegates", None),
        ("post", "delegates", {"email": ADDRESS}),
    ],
)
def test_a_delegate_does_nothing_else(client: TestClient, two: Two, method: str, part: str, body: dict[str, object] | None) -> None:
    named(client, two)
    answer = client.request(method, f"{EXPERTS}/{two.person}/{part}".rstrip("/"), json=body, headers=two.delegate | {"If-Match": "*"})
    assert answer.status_code in {403, 404}, answer.text


def test_what_a_delegate_says_is_declared(client: TestClient, two: Two) -> None:
    named(client, two)
    verified = ITEM | {"verification": "verified", "verified_by": "NIC", "verified_on": "2026-01-01"}
    answer = client.post(f"{EXPERTS}/{two.person}/evidence", json=verified, headers=two.delegate)
    assert wrong_fields(answer) == ["verification", "verified_by", "verified_on"]


@pytest.mark.parametrize("side", ["own", "delegate"])
def test_either_side_ends_it_at_once(client: TestClient, two: Two, side: str) -> None:
    address = f"{EXPERTS}/{two.person}/delegates/{named(client, two)}"
    assert client.delete(address).status_code == 403  # a coordinator is neither of the two
    assert client.delete(address, headers=getattr(two, side)).status_code == 204
    assert add_item(client, two.person, two.delegate) == 403
    [ended] = client.get(f"{EXPERTS}/{two.person}/delegates", headers=two.own).json()
    assert ended["ended_at"] is not None


def test_changes_name_who_acted_for_whom(client: TestClient, two: Two, engine: Engine) -> None:
    named(client, two)
    add_item(client, two.person, two.delegate)
    with reading(engine) as session:
        events = sa.select(AuditEvent).where(col(AuditEvent.action).in_(("delegate_named", "evidence_added")))
        naming, editing = session.scalars(events.order_by(col(AuditEvent.sequence)))
        assert editing.actor == naming.details["delegate"] != naming.actor
        assert editing.details["acting_for"] == two.person


@pytest.mark.parametrize("address", ["nobody@test.example", ""])
def test_only_another_account_can_be_named(client: TestClient, two: Two, address: str) -> None:
    answer = client.post(f"{EXPERTS}/{two.person}/delegates", json={"email": address}, headers=two.own)
    assert wrong_fields(answer) == ["email"]


@pytest.mark.parametrize("role", [AccountRole.COORDINATOR, AccountRole.ADMINISTRATOR, AccountRole.AUDITOR])
def test_nobody_keeps_somebody_who_decides_from_deciding_by_naming_them(
    client: TestClient, two: Two, engine: Engine, role: AccountRole
) -> None:
    add_account(engine, AccountRole.LEAD, role, email="decides@test.example")
    deciding, absent = (
        client.post(f"{EXPERTS}/{two.person}/delegates", json={"email": address}, headers=two.own)
        for address in ("decides@test.example", "nobody@test.example")
    )
    assert wrong_fields(deciding) == ["email"]
    assert deciding.json()["errors"] == absent.json()["errors"]


def test_nobody_names_a_delegate_for_somebody_else(client: TestClient, two: Two) -> None:
    answers = [client.post(f"{EXPERTS}/{two.other}/delegates", json={"email": ADDRESS}, headers=two.own)]
    answers.append(client.post(f"{EXPERTS}/{two.person}/delegates", json={"email": ADDRESS}))
    assert [answer.status_code for answer in answers] == [404, 403]


def test_the_pages_lead_from_naming_to_editing(client: TestClient, two: Two) -> None:
    saved = client.post(f"/people/{two.person}/delegates", data={"email": ADDRESS}, headers=two.own, follow_redirects=False)
    assert saved.status_code == 303
    assert "Trần Thị Bình" in client.get("/profile/delegates", headers=two.own).text
    assert two.person in client.get("/editing", headers=two.delegate).text
    item = {"title": "Robot hàn", "kind": "programme", "language": "vi"}
    added = client.post(f"/editing/{two.person}/evidence", data=item, headers=two.delegate, follow_redirects=False)
    assert added.headers["location"].endswith(f"/editing/{two.person}?saved=true")
    assert "Robot hàn" in client.get(f"/editing/{two.person}", headers=two.delegate).text
    assert client.get(f"/editing/{two.other}", headers=two.delegate).status_code == 404


def test_it_is_handed_out_with_everything_else_of_the_person(client: TestClient, two: Two) -> None:
    named(client, two)
    [row] = client.get(f"{EXPERTS}/{two.person}/access-export.json", headers=two.own).json()["delegates"]
    assert row["ended_at"] is None
