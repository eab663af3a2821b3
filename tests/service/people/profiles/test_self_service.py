"""What an expert may do with his or her own profile, through the same addresses as a coordinator."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.experts import Expert
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor, both
from tests.service.front.pages.reading import Page
from tests.service.people.profiles.people import EXPERTS, ITEM, MOMENT, add, add_organisation, version_of, wrong_fields


@pytest.fixture
def mine(client: TestClient) -> str:
    return f"{EXPERTS}/{add(client, email='an@mail.example')}"


@pytest.fixture
def expert(mine: str, settings: Settings, client_for: ClientFor, client: TestClient) -> TestClient:
    signed_in = client_for(settings, role=AccountRole.EXPERT, expert_id=mine.rsplit("/", 1)[1])
    signed_in.app.dependency_overrides = client.app.dependency_overrides  # type: ignore[attr-defined]
    return signed_in


@both
def test_an_expert_reads_and_changes_the_own_profile_with_if_match(expert: TestClient, mine: str) -> None:
    read = expert.get(mine).headers["etag"]
    assert expert.get(EXPERTS).json()["total"] == 1
    assert expert.patch(mine, json={"hours_per_week": 8}).status_code == 428
    assert expert.patch(mine, json={"hours_per_week": 8}, headers={"If-Match": read}).json()["hours_per_week"] == 8
    assert expert.post(f"{mine}/evidence", json=ITEM).status_code == 201
    assert expert.put(f"{mine}/consents/matching", json={"given": True, "text_version": "2026-01"}).json()["given"] is True
    assert expert.put(f"{mine}/willingness/CE_PROJECT", json={"willing": True}).status_code == 200


PRIVILEGED: list[dict[str, Any]] = [
    {"id": "E000009"},
    {"synthetic": True},
    {"change_number": 1},
    {"version": 3},
    {"refreshed_on": "2026-01-01"},
]
OF_EVIDENCE: list[dict[str, Any]] = [
    {"verification": "verified"},
    {"verified_by": "me"},
    {"verified_on": "2026-01-01"},
    {"source": "OpenAlex"},
    {"id": "E000001-C9"},
    {"expert_id": "E000002"},
]


def test_what_others_vouch_for_is_refused_by_name(expert: TestClient, client: TestClient, mine: str, engine: Engine) -> None:
    for fields in PRIVILEGED:
        assert wrong_fields(expert.patch(mine, json=fields, headers=version_of(expert, mine.rsplit("/", 1)[1]))) == list(fields)
    item = f"{mine}/evidence/{expert.post(f'{mine}/evidence', json=ITEM).json()['id']}"
    for fields in OF_EVIDENCE:
        assert wrong_fields(expert.post(f"{mine}/evidence", json=ITEM | fields)) == list(fields)
        assert wrong_fields(expert.patch(item, json=fields, headers={"If-Match": "*"})) == list(fields)
    add_organisation(engine, "org-a")
    tie = {"kind": "employer", "organisation_id": "org-a"}
    for fields in ({"status": "dismissed"}, {"source": "a"}):
        assert wrong_fields(expert.post(f"{mine}/relations", json=tie | fields)) == list(fields)
    # Whether somebody else exists must not show in the answer.
    ties = [{"kind": "co_author", "other_expert_id": other} for other in (add(client), "E999999")]
    others = [wrong_fields(expert.post(f"{mine}/relations", json=tie)) for tie in ties]
    assert others == [["other_expert_id"]] * 2
    assert expert.get(f"{mine}/evidence").json()["total"] == 1
    assert expert.get(f"{mine}/relations").json()["total"] == 0


def test_an_item_that_its_owner_changes_is_a_declaration_again(expert: TestClient, client: TestClient, mine: str) -> None:
    vouched = {"verification": "verified", "verified_by": "NIC", "verified_on": "2026-01-01"}
    item = f"{mine}/evidence/{client.post(f'{mine}/evidence', json=ITEM | vouched).json()['id']}"
    assert client.patch(item, json={"text": "More."}, headers={"If-Match": "*"}).json()["verification"] == "verified"
    changed = expert.patch(item, json={"title": "A larger programme"}, headers={"If-Match": "*"}).json()
    assert (changed["verification"], changed["verified_by"], changed["verified_on"]) == ("declared", "", None)


def test_a_relation_that_others_found_stays(expert: TestClient, client: TestClient, mine: str, engine: Engine) -> None:
    add_organisation(engine, "org-a")
    tie = {"kind": "employer", "organisation_id": "org-a"}
    found = client.post(f"{mine}/relations", json=tie | {"status": "detected"}).json()["id"]
    declared = expert.post(f"{mine}/relations", json=tie).json()["id"]
    assert expert.delete(f"{mine}/relations/{found}", headers={"If-Match": "*"}).status_code == 403
    assert expert.delete(f"{mine}/relations/{declared}", headers={"If-Match": "*"}).status_code == 204


def test_the_page_shows_the_profile_and_its_forms_change_it(expert: TestClient, mine: str, engine: Engine) -> None:
    expert.headers["Accept"] = "text/html"
    page = Page(expert.get("/profile", params={"lang": "en"}).text)
    assert page.unclosed == []
    assert "an@mail.example" in page.text
    version = next(field["value"] for field in page.all("input") if field.get("name") == "version")
    form = {"version": version, "available_from": "2026-11-01", "available_until": "", "hours_per_week": "12"}
    assert expert.post("/profile/availability", data=form, follow_redirects=False).headers["location"] == "/profile?saved=true"
    assert expert.post("/profile/availability", data=form | {"hours_per_week": "90"}).status_code == 412
    assert expert.post("/profile/willingness/CE_PROJECT", data={"willing": "true"}).status_code == 200
    assert expert.post("/profile/consents/matching", data={"given": "true"}).status_code == 200
    shown = expert.get(mine, headers={"Accept": "application/json"}).json()
    assert (shown["available_from"], shown["available_until"], shown["hours_per_week"]) == ("2026-11-01", None, 12)
    assert (shown["willingness"][0]["willing"], shown["consents"][0]["given"]) == (True, True)
    with reading(engine) as session:
        assert session.get_one(Expert, shown["id"]).refreshed_on == MOMENT.date()


ITEM_FORM: dict[str, object] = {
    "kind": "product",
    "language": "vi",
    "title": "Rô-bốt",
    "text": "Đã chế tạo.",
    "part": "led",
    "sectors": ["energy", "transport"],
}


@both
def test_evidence_is_added_changed_and_removed_by_forms(expert: TestClient, client: TestClient, mine: str) -> None:
    expert.headers["Accept"] = "text/html"
    assert expert.post("/profile/evidence", data=ITEM_FORM, follow_redirects=False).headers["location"] == "/profile?saved=true"
    (item,) = client.get(f"{mine}/evidence").json()["items"]
    assert (item["title"], item["part"], item["outcome"], item["sectors"]) == ("Rô-bốt", "led", None, ["energy", "transport"])
    form = Page(expert.get(f"/profile/evidence/{item['id']}").text)
    assert form.unclosed == []
    version = next(field["value"] for field in form.all("input") if field.get("name") == "version")
    changed = ITEM_FORM | {"version": version, "part": "", "outcome": "applied", "counts_as_innovation_work": "true"}
    assert expert.post(f"/profile/evidence/{item['id']}", data=changed).status_code == 200
    (item,) = client.get(f"{mine}/evidence").json()["items"]
    assert (item["part"], item["outcome"], item["counts_as_innovation_work"], item["verification"]) == (None, "applied", True, "declared")
    assert expert.post(f"/profile/evidence/{item['id']}", data=changed).status_code == 412
    assert expert.post(f"/profile/evidence/{item['id']}/removal", data={"version": version}).status_code == 412
    now = client.get(mine).headers["etag"].strip('"')
    assert expert.post(f"/profile/evidence/{item['id']}/removal", data={"version": now}).status_code == 200
    assert client.get(f"{mine}/evidence").json()["total"] == 0


def test_a_wrong_form_and_somebody_elses_item_are_refused(expert: TestClient, client: TestClient) -> None:
    others = client.post(f"{EXPERTS}/{add(client)}/evidence", json=ITEM).json()["id"]
    assert expert.post("/profile/evidence", data=ITEM_FORM | {"title": ""}).status_code == 422
    assert expert.post("/profile/evidence", data=ITEM_FORM | {"verification": "verified"}).status_code == 200
    assert expert.get(f"/profile/evidence/{others}").status_code == 404
    assert expert.post(f"/profile/evidence/{others}", data=ITEM_FORM | {"version": "1"}).status_code in {404, 412}
    shown = expert.get(f"{EXPERTS}/{expert.get('/api/v1/me').json()['expert_id']}/evidence").json()["items"]
    assert [item["verification"] for item in shown] == ["declared"]


def test_relations_are_declared_and_removed_and_matching_is_stopped_by_forms(
    expert: TestClient, client: TestClient, mine: str, engine: Engine
) -> None:
    add_organisation(engine, "org-a")
    expert.headers["Accept"] = "text/html"
    assert (
        expert.post("/profile/relations", data={"kind": "employer", "organisation_id": "org-a", "starts": "2020-01-01"}).status_code == 200
    )
    assert expert.post("/profile/relations", data={"kind": "employer", "organisation_id": "org-z"}).status_code == 422
    (tie,) = client.get(f"{mine}/relations").json()["items"]
    assert (tie["status"], tie["starts"]) == ("declared", "2020-01-01")
    now = client.get(mine).headers["etag"].strip('"')
    assert expert.post(f"/profile/relations/{tie['id']}/removal", data={"version": now}).status_code == 200
    assert client.get(f"{mine}/relations").json()["total"] == 0
    for stopped in ("true", "false"):
        assert expert.post("/profile/stops/objection", data={"stopped": stopped}).status_code == 200
        with reading(engine) as session:
            assert (session.get_one(Expert, mine.rsplit("/", 1)[1]).objected_at is not None) is (stopped == "true")


def test_the_forms_are_whole_and_in_both_languages(expert: TestClient, mine: str) -> None:
    expert.headers["Accept"] = "text/html"
    expert.post("/profile/evidence", data=ITEM_FORM)
    for address in ("/profile", "/profile/evidence/new"):
        texts = [Page(expert.get(address, params={"lang": language}).text) for language in ("vi", "en")]
        assert [page.unclosed for page in texts] == [[], []], address
        assert texts[0].text != texts[1].text


def test_an_account_without_a_profile_has_no_such_page(client: TestClient) -> None:
    assert client.get("/profile").status_code == 404
