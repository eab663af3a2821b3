"""A lead's pages: the released list, people side by side under pseudonyms, feedback with a reason, a wish for others."""

import re

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.experts import Evidence, Expert
from models.projects import Organisation
from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, people, signed


@pytest.fixture
def lead(client: TestClient, url: str) -> dict[str, str]:
    return key_header(url, AccountRole.LEAD, led_products=["P1"]) | {"Accept": "text/html"}


@pytest.fixture
def done(client: TestClient) -> dict[str, object]:
    done = signed(client)
    client.post(f"{API}/shortlists/{done['id']}/release")
    return done


def test_a_lead_compares_under_pseudonyms(client: TestClient, lead: dict[str, str], done: dict[str, object]) -> None:
    address = f"/requests/{done['request_id']}/released"
    names = sorted(set(re.findall(r"UV-[A-Z2-7]{10}", client.get(address, headers=lead).text)))
    chosen = "&".join(f"person={name}" for name in names[:2])
    page = client.get(f"{address}/comparison?lang=en&{chosen}", headers=lead).text
    assert set(re.findall(r"UV-[A-Z2-7]{10}", page)) == set(names[:2])
    assert [word for word in ("Person 2", "Programme", "(E2)", "@") if word in page] == []
    assert client.get(f"{address}/comparison?person={names[0]}", headers=lead).status_code == 422


def test_a_lead_reads_capabilities_and_conditions_and_not_a_byte_of_the_evidence(
    client: TestClient, lead: dict[str, str], done: dict[str, object], world: Engine
) -> None:
    address = f"/requests/{done['request_id']}/released"
    page = client.get(f"{address}?lang=en", headers=lead).text
    answer = client.get(f"{API}{address}", headers={**lead, "Accept": "application/json"}).text
    (first, *_) = client.get(f"{API}{address}", headers={**lead, "Accept": "application/json"}).json()["people"]
    assert [one["label"]["en"] in page for one in (*first["capabilities"], *first["conditions"])].count(False) == 0
    for secret in _evidence_of(world, people(done)):
        assert (secret in page, secret in answer) == (False, False), secret


def _evidence_of(world: Engine, listed: list[str]) -> set[str]:
    """Return titles, texts, first days, ids and organisations of everything that the listed people have shown, and their names."""
    with reading(world) as session:
        items = session.scalars(sa.select(Evidence).where(col(Evidence.expert_id).in_(listed))).all()
        experts = session.scalars(sa.select(Expert).where(col(Expert.id).in_(listed))).all()
        organisations = session.scalars(sa.select(col(Organisation.name))).all()
        said = {text for item in items for text in (item.title, item.text, item.id, item.starts.isoformat() if item.starts else "")}
        return {*said, *organisations, *(one.display_name for one in experts), *(one.email for one in experts)} - {""}


def test_feedback_without_a_person_keeps_its_words_and_a_wish_needs_none(
    client: TestClient, lead: dict[str, str], done: dict[str, object]
) -> None:
    address = f"/requests/{done['request_id']}/released"
    said = {"kind": "unsuitable", "person": "", "reason": "other_field", "text": "Thiên về <quang học>"}
    refused = client.post(address, data=said, headers=lead)
    assert (refused.status_code, "Thiên về &lt;quang học&gt;</textarea>" in refused.text) == (422, True)
    wished = client.post(f"{address}?lang=en", data={**said, "kind": "different_wanted", "reason": "too_few"}, headers=lead)
    assert (wished.status_code, "cần người khác" in wished.text) == (200, True)
    stored = client.get(f"{API}/shortlists/{done['id']}/feedback").json()
    assert [(one["kind"], one["expert_id"], one["text"]) for one in stored] == [("different_wanted", None, "Thiên về <quang học>")]
    shown = client.get(f"/shortlists/{done['id']}", headers={"Accept": "text/html"}).text
    assert "Thiên về &lt;quang học&gt;" in shown


def test_the_seal_is_checked_on_a_page(client: TestClient, done: dict[str, object]) -> None:
    page = client.get(f"/shortlists/{done['id']}/verification?lang=en", headers={"Accept": "text/html"}).text
    assert ("The list is as it was signed." in page, "comes to the same people, places and reasons" in page) == (True, True)
    assert people(done) != []


def test_the_people_of_a_pair_stand_in_two_lists_the_chief_engineers_first(client: TestClient, lead: dict[str, str]) -> None:
    pair = signed(client, roles=["CE_PROJECT", "CA_PROJECT"])
    client.post(f"{API}/shortlists/{pair['id']}/release")
    page = client.get(f"/requests/{pair['request_id']}/released?lang=en", headers=lead).text
    assert page.count('<ol class="people">') == 2


def test_a_lead_is_told_that_the_opinion_was_sent_and_nothing_was_chosen_before(
    client: TestClient, lead: dict[str, str], done: dict[str, object]
) -> None:
    address = f"/requests/{done['request_id']}/released"
    page = client.get(f"{address}?lang=en", headers=lead).text
    assert (page.count('<option value="">choose…</option>'), " selected" in page) == (2, False)
    person = re.findall(r"UV-[A-Z2-7]{10}", page)[0]
    belied = {"kind": "suitable", "person": person, "reason": "other_field", "text": ""}
    refused = client.post(f"{address}?lang=en", data=belied, headers=lead)
    assert (refused.status_code, "contradicts the opinion" in refused.text) == (422, True)
    sent = client.post(f"{address}?lang=en", data={**belied, "reason": "fitting_experience"}, headers=lead).text
    assert "Your opinion was sent" in sent


def test_a_coordinator_reads_the_leads_pseudonym_beside_the_name(client: TestClient, lead: dict[str, str], done: dict[str, object]) -> None:
    address = f"/requests/{done['request_id']}/released?lang=en"
    known = re.findall(r"UV-[A-Z2-7]{10}", client.get(address, headers=lead).text)
    page = client.get(address, headers={"Accept": "text/html"}).text
    assert set(re.findall(r"UV-[A-Z2-7]{10}", page)) == set(known)
    (first, *_) = people(done)
    assert re.search(rf"<strong>{known[0]}</strong> = [^<]*\({first}\)", page)
    assert not re.search(rf"\b{first}\b", client.get(address, headers=lead).text)


def test_capabilities_stand_side_by_side(client: TestClient, lead: dict[str, str], done: dict[str, object]) -> None:
    address = f"/requests/{done['request_id']}/released"
    shown = client.get(f"{API}{address}", headers={**lead, "Accept": "application/json"}).json()["people"][:2]
    chosen = "&".join(f"person={one['pseudonym']}" for one in shown)
    page = client.get(f"{address}/comparison?{chosen}&lang=en", headers=lead).text
    (capability, *_) = shown[0]["capabilities"]
    row = re.search(rf'<tr><th scope="row">{capability["label"]["en"]}</th>(.*?)</tr>', page)
    assert row
    assert row[1].count("<td") == row[1].count('aria-hidden="true"') == len(shown)
