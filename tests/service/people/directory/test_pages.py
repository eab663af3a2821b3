"""The directory, the page of a person and the forms, over HTTP as a browser asks."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.experts import Expert
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.front.pages.reading import Page
from tests.service.people.profiles.people import EXPERTS, ITEM, add, version_of

BROWSER = {"Accept": "text/html"}
TYPED = {"family_name": "Trần", "given_name": "Thị Bình", "name_order": "family_first", "country": "DE", "languages": ["vi", "de"]}


@pytest.fixture
def an(client: TestClient) -> str:
    identifier = add(client, email="an@mail.example", languages=["vi"])
    item = {**ITEM, "starts": "2020-01-01", "title": "<b>Robot</b> programme"}
    assert client.post(f"{EXPERTS}/{identifier}/evidence", json=item, headers=version_of(client, identifier)).status_code == 201
    return identifier


def text(client: TestClient, address: str, status: int = 200) -> str:
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == status, answer.text
    assert Page(answer.text).unclosed == []
    return answer.text


@pytest.mark.parametrize("q", ["GS.TS. nguyen van an", "Nguyễn Văn An", "AN"])
def test_a_name_is_found_with_titles_and_without_accents(client: TestClient, an: str, q: str) -> None:
    assert an in text(client, f"/people?q={q}")


def test_near_names_are_offered_where_nobody_is_called_so(client: TestClient, an: str) -> None:
    page = text(client, "/people?q=Nguyen Vam Ann&lang=en")
    assert ("Did you mean one of these?" in page, f'href="/people/{an}"' in page) == (True, True)


def test_filters_narrow_are_counted_and_are_taken_away_one_by_one(client: TestClient, an: str) -> None:
    other = add(client, display_name="Anna Schmidt", family_name="Schmidt", given_name="Anna", country="DE")
    page = text(client, "/people?country=DE&q=Anna&lang=en")
    assert (f"/people/{other}" in page, f'"/people/{an}"' in page) == (True, False)
    assert 'href="/people?q=Anna"' in page
    assert "Germany (1)" in page
    assert "of 2 people whom you may see" in page


def test_a_person_has_drawing_table_and_no_address(client: TestClient, an: str) -> None:
    page = text(client, f"/people/{an}?lang=en")
    assert ('role="img"' in page, "an@mail.example" in page, "&lt;b&gt;Robot&lt;/b&gt;" in page, "<b>Robot" in page) == (
        True,
        False,
        True,
        False,
    )


def test_a_person_is_added_and_what_is_refused_comes_back(client: TestClient) -> None:
    refused = client.post("/people?lang=en", data={**TYPED, "email": "nowhere"}, headers=BROWSER)
    assert (refused.status_code, "E-mail address must look like" in refused.text, 'value="Thị Bình"' in refused.text) == (422, True, True)
    added = client.post("/people", data=TYPED, headers=BROWSER, follow_redirects=False)
    assert added.status_code == 303
    stored = client.get(EXPERTS).json()["items"]
    assert [(one["display_name"], one["country"], one["languages"]) for one in stored] == [("Trần Thị Bình", "DE", ["vi", "de"])]


def test_a_profile_is_changed_only_in_the_version_that_was_seen_and_keeps_the_address(client: TestClient, an: str, engine: Engine) -> None:
    version = client.get(f"{EXPERTS}/{an}").headers["etag"].strip('"')
    sent = {**TYPED, "version": version, "headline_vi": "Kỹ sư"}
    assert client.post(f"/people/{an}/changes", data=sent, headers=BROWSER, follow_redirects=False).status_code == 303
    late = client.post(f"/people/{an}/changes", data={**sent, "headline_vi": "Muộn"}, headers=BROWSER)
    assert (late.status_code, 'value="Muộn"' in late.text) == (412, True)
    stored = client.get(f"{EXPERTS}/{an}").json()
    assert (stored["headline"]["vi"], stored["country"]) == ("Kỹ sư", "DE")
    with reading(engine) as session:
        assert session.get_one(Expert, an).email == "an@mail.example"


def test_another_language_shows_what_was_typed_and_does_nothing(client: TestClient) -> None:
    refused = Page(client.post("/people?lang=vi", data={**TYPED, "email": "nowhere"}, headers=BROWSER).text)
    hidden = [one for one in refused.all("input") if one.get("type") == "hidden" and one.get("name") == "only_look"]
    assert len(hidden) == 2  # one for each language
    again = client.post("/people?lang=en", data={**TYPED, "only_look": "true"}, headers=BROWSER)
    assert (again.status_code, "nothing is sent yet" in again.text, 'value="Thị Bình"' in again.text) == (200, True, True)
    assert client.get(EXPERTS).json()["total"] == 0


def test_an_expert_sees_only_the_own_page_and_a_lead_nobody(client: TestClient, an: str, settings: Settings, client_for: ClientFor) -> None:
    other = add(client, display_name="Anna Schmidt", family_name="Schmidt", given_name="Anna", country="DE")
    expert = client_for(settings, role=AccountRole.EXPERT, expert_id=an)
    assert expert.get(f"/people/{an}", headers=BROWSER).status_code == 200
    assert expert.get(f"/people/{other}", headers=BROWSER).status_code == 404
    assert other not in text(expert, "/people")
    lead = client_for(settings, role=AccountRole.LEAD)
    assert lead.get(f"/people/{an}", headers=BROWSER).status_code == 403
    assert 'action="/people"' not in text(lead, "/")


def offered(client: TestClient, typed: str) -> list[str]:
    return Page(client.get("/people/names", params={"q": typed}, headers=BROWSER).text).links()


def test_names_are_offered_while_they_are_typed(client: TestClient, an: str) -> None:
    assert offered(client, "nguyen van a") == [f"/people/{an}"]
    assert (offered(client, "n"), offered(client, "zzz"), offered(client, " ")) == ([], [], [])
    said = client.get("/people/names", params={"q": "nguyen", "lang": "en"}).text
    assert ("1 person with such a name" in said, "<strong>Nguyễn Văn An</strong>" in said) == (True, True)


def test_a_whole_name_that_one_person_has_leads_to_the_person(client: TestClient, an: str) -> None:
    def leads_to(**query: str) -> str | None:
        return client.get("/people", params=query, headers=BROWSER, follow_redirects=False).headers.get("location")

    assert leads_to(q="nguyen van an") == leads_to(q="GS. Nguyễn Văn An ") == f"/people/{an}"
    assert (leads_to(q="nguyen van"), leads_to(q="nguyen van an", country="VN"), leads_to(q="")) == (None, None, None)
    add(client, display_name="Nguyễn Văn Ẩn", family_name="Nguyễn", given_name="Văn Ẩn")
    assert leads_to(q="nguyen van an") is None
