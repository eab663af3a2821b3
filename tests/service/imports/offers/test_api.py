"""A person reads the own CV or record and takes over what is right; nothing enters by itself."""

import io
import json
from typing import Any

import docx
import httpx
import pytest
from fastapi.testclient import TestClient
from httpx import Response

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.front.pages.reading import Page
from tests.service.people.profiles.people import EXPERTS, add, wrong_fields

ORCID = "0000-0002-1825-0097"


@pytest.fixture
def mine(client: TestClient) -> str:
    return f"{EXPERTS}/{add(client, orcid=ORCID)}"


@pytest.fixture
def expert(mine: str, settings: Settings, client_for: ClientFor) -> TestClient:
    return client_for(settings, role=AccountRole.EXPERT, expert_id=mine.rsplit("/", 1)[1])


def record(orcid: str = ORCID) -> bytes:
    work = {
        "title": {"title": {"value": "Adaptive welding of thin plates"}},
        "type": "journal-article",
        "publication-date": {"year": {"value": "2019"}, "month": None, "day": None},
        "external-ids": {
            "external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/xyz", "external-id-relationship": "self"}]
        },
        "put-code": 7,
    }
    person = {"name": {"given-names": {"value": "An"}, "family-name": {"value": "Nguyễn"}}}
    activities = {"works": {"group": [{"work-summary": [work]}]}}
    return json.dumps({"orcid-identifier": {"path": orcid}, "person": person, "activities-summary": activities}).encode()


def cv() -> bytes:
    document = docx.Document()
    for text in ("Nguyễn Văn An", "Quá trình công tác", "2015 - nay: Trưởng phòng, Viện Hàng không", "Sở thích", "Cờ vua từ 2010 đến nay"):
        document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def send(client: TestClient, mine: str, content: bytes) -> Response:
    return client.post(f"{mine}/offers", files={"file": ("mine", content)})


def taken(offer: dict[str, Any]) -> dict[str, Any]:
    return {name: offer[name] for name in ("kind", "language", "title", "text", "starts", "ends", "source")}


def test_a_record_is_offered_and_what_is_confirmed_enters_once(expert: TestClient, mine: str) -> None:
    offered = send(expert, mine, record()).json()
    assert (offered["format"], [offer["title"] for offer in offered["offers"]]) == ("orcid", ["Adaptive welding of thin plates"])
    assert expert.get(f"{mine}/evidence").json()["items"] == []
    chosen = {"offers": [taken(offered["offers"][0])]}
    entered = expert.post(f"{mine}/offers/accept", json=chosen).json()
    assert [(item["source"], item["verification"]) for item in entered["added"]] == [("doi:10.1000/xyz", "declared")]
    again = expert.post(f"{mine}/offers/accept", json=chosen).json()
    assert (again["added"], again["unchanged"]) == ([], 1)
    assert send(expert, mine, record()).json()["offers"][0]["known"] is True


def test_a_cv_is_offered_with_page_and_passage(expert: TestClient, mine: str) -> None:
    offered = send(expert, mine, cv()).json()
    assert [(one["kind"], one["title"], one["page"], one["passage"]) for one in offered["offers"]] == [
        ("position", "Trưởng phòng", 1, "2015 - nay: Trưởng phòng, Viện Hàng không")
    ]


def test_the_record_of_somebody_else_is_refused(expert: TestClient, mine: str) -> None:
    answer = send(expert, mine, record("0000-0001-5109-3700"))
    assert answer.status_code == 422
    assert "0000-0001-5109-3700" in answer.json()["detail_en"]


def test_only_the_person_confirms(client: TestClient, mine: str) -> None:
    offered = send(client, mine, record()).json()["offers"]
    assert client.post(f"{mine}/offers/accept", json={"offers": [taken(offered[0])]}).status_code == 403


def test_an_unreadable_file_names_the_field(expert: TestClient, mine: str) -> None:
    assert wrong_fields(send(expert, mine, b"nothing of the kind")) == ["file"]


def test_an_impossible_date_is_refused_with_the_title_and_nothing_enters(expert: TestClient, mine: str) -> None:
    good = taken(send(expert, mine, record()).json()["offers"][0])
    answer = expert.post(
        f"{mine}/offers/accept", json={"offers": [good, good | {"title": "Of the year 201", "source": "cv:page 1", "starts": "0201-01-01"}]}
    )
    assert "Of the year 201" in answer.json()["detail_en"]
    assert expert.get(f"{mine}/evidence").json()["items"] == []


def test_the_source_names_where_it_was_read_and_vouches_for_nothing(expert: TestClient, mine: str) -> None:
    offer = taken(send(expert, mine, record()).json()["offers"][0])
    assert expert.post(f"{mine}/offers/accept", json={"offers": [offer | {"source": "verified by the ministry"}]}).status_code == 422


def test_letters_that_nobody_sees_are_refused_in_a_source_as_in_evidence(expert: TestClient, mine: str) -> None:
    offer = taken(send(expert, mine, record()).json()["offers"][0])
    assert wrong_fields(expert.post(f"{mine}/offers/accept", json={"offers": [offer | {"source": "cv:page\x8a1"}]})) == ["offers.0.source"]


def test_letters_that_nobody_sees_in_a_record_do_not_keep_it_from_the_page(expert: TestClient) -> None:
    sent = record().replace(b"10.1000/xyz", "10.1000/x\u200byz".encode()).replace(b"Adaptive", "Adap\u200btive\u0085".encode())
    assert expert.post("/profile/offers", files={"file": ("orcid.json", sent)}).status_code == 200


def test_the_pages_do_the_same_without_scripts(expert: TestClient, mine: str) -> None:
    assert 'enctype="multipart/form-data"' in expert.get("/profile/offers").text
    shown = Page(expert.post("/profile/offers", files={"file": ("orcid.json", record())}).text)
    assert not shown.unclosed
    sent = {"offer": [field["value"] for field in shown.all("input") if field["name"] == "offer"], "chosen": "0"}
    assert "Adaptive welding" in expert.post("/profile/offers/accept", data={"offer": sent["offer"]}).text  # nothing is ticked: it stays
    assert expert.post("/profile/offers/accept", data=sent, follow_redirects=False).status_code == 303
    assert [item["title"] for item in expert.get(f"{mine}/evidence").json()["items"]] == ["Adaptive welding of thin plates"]


def test_a_file_that_cannot_be_read_is_told_on_the_page(expert: TestClient) -> None:
    answer = expert.post("/profile/offers?lang=vi", files={"file": ("cv.txt", b"%PDF-1.4 broken")})
    assert answer.status_code == 422
    assert "Không mở được CV" in answer.text


def test_a_registry_is_asked_at_the_own_request_and_only_where_it_is_allowed(expert: TestClient, client: TestClient, mine: str) -> None:
    assert expert.post(f"{mine}/offers/fetch", json={"registry": "orcid"}).status_code == 422  # no host is allowed
    assert client.post(f"{mine}/offers/fetch", json={"registry": "orcid"}).status_code == 403  # nobody consented
    assert "orcid.org</button>" not in expert.get("/profile/offers?lang=en").text


def test_a_fetched_record_is_offered(mine: str, settings: Settings, client_for: ClientFor) -> None:
    allowed = settings.model_copy(update={"registry_hosts": ("pub.orcid.org",)})
    expert = client_for(allowed, role=AccountRole.EXPERT, expert_id=mine.rsplit("/", 1)[1])
    expert.app.state.services.transport = httpx.MockTransport(lambda _: httpx.Response(200, content=record()))  # type: ignore[attr-defined]
    offered = expert.post(f"{mine}/offers/fetch", json={"registry": "orcid"}).json()
    assert [offer["source"] for offer in offered["offers"]] == ["doi:10.1000/xyz"]
    assert "orcid.org</button>" in expert.get("/profile/offers?lang=en").text
    assert "Adaptive welding" in expert.post("/profile/offers/fetch", data={"registry": "orcid"}).text
