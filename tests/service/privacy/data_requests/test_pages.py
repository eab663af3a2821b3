"""An expert asks for a correction or complains by a form, and reads by when it is answered and what came of it."""

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.people.profiles.people import MOMENT, add
from tests.service.privacy.data_requests.test_api import REQUESTS, step

ADDRESS = "/profile/requests"
WRONG = "Tôi làm việc ở đó từ 2011 & không phải 2014."


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"letter_appeal_en": "You may also turn to the inspectorate."})


@pytest.fixture
def person(client: TestClient) -> str:
    return add(client)


@pytest.fixture
def expert(client: TestClient, person: str, settings: Settings, client_for: ClientFor) -> TestClient:
    signed_in = client_for(settings, role=AccountRole.EXPERT, expert_id=person)
    signed_in.headers["Accept"] = "text/html"
    signed_in.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    signed_in.get("/profile?lang=en")  # the cookie remembers
    return signed_in


@pytest.mark.parametrize(("kind", "said"), [("correction", "Correct my data"), ("complaint", "Complain")])
def test_a_form_makes_a_request_with_its_days_and_shows_what_came_of_it(
    client: TestClient, expert: TestClient, person: str, kind: str, said: str
) -> None:
    page = expert.post(f"{ADDRESS}?lang=en", data={"kind": kind, "wording": WRONG})
    assert (page.status_code, WRONG.replace("&", "&amp;") in page.text, f"<strong>{said}</strong>: received" in page.text) == (
        200,
        True,
        True,
    )
    (request,) = client.get(REQUESTS).json()["items"]
    assert (request["kind"], request["expert_id"], request["wording"]) == (kind, person, WRONG)
    step(client, request["id"], "acknowledged")
    step(client, request["id"], "done", owner="c", text="The years were corrected.")
    assert "Result: The years were corrected." in expert.get(f"{ADDRESS}?lang=en").text


def test_a_complaint_without_words_comes_back_with_its_kind(client: TestClient, expert: TestClient) -> None:
    page = expert.post(f"{ADDRESS}?lang=en", data={"kind": "complaint", "wording": " "})
    assert (page.status_code, 'value="complaint" selected' in page.text, 'role="alert"' in page.text) == (422, True, True)
    assert client.get(REQUESTS).json()["total"] == 0


def test_the_page_names_appeal_and_compensation_and_only_ones_own_requests(client: TestClient, expert: TestClient) -> None:
    client.post(REQUESTS, json={"kind": "correction", "expert_id": add(client), "wording": "of another"})
    page = expert.get(f"{ADDRESS}?lang=en").text
    assert ("of another" in page, "turn to the inspectorate" in page, "compensation for damage" in page) == (False, True, True)
    assert ADDRESS in expert.get("/profile").text


def test_who_has_no_profile_has_no_requests_of_their_own(client: TestClient) -> None:
    assert [client.get(ADDRESS).status_code, client.post(ADDRESS, data={"kind": "access"}).status_code] == [404, 404]
