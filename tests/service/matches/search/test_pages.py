import re

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tests.service.front.pages.reading import Page
from tests.service.matches.search.test_api import TEXT

BROWSER = {"Accept": "text/html"}
LANGUAGES = ("vi", "en")


def send(client: TestClient, lang: str = "en", address: str = "/find", status: int = 200, **form: str) -> Response:
    answer = client.post(f"{address}?lang={lang}", data=form, headers=BROWSER)
    assert answer.status_code == status, answer.text
    return answer


def sound(answer: Response, lang: str) -> Page:
    page = Page(answer.text)
    assert page.unclosed == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert len(page.all("caption")) == len(page.all("table"))
    identifiers = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    assert page.foreign_scripts() == []
    assert {attributes["for"] for attributes in page.all("label") if "for" in attributes} <= set(identifiers)
    assert not re.search(r'https?://|\sstyle="|\son\w+="', answer.text)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_is_a_sound_page(world_client: TestClient, lang: str) -> None:
    answers = [
        world_client.get(f"/find?lang={lang}", headers=BROWSER),
        send(world_client, lang, text=TEXT, do="read"),
        send(world_client, lang, text=TEXT, do="search"),
        send(world_client, lang, "/find/explanation", text=TEXT, expert="E000001"),
        send(world_client, lang, text="", do="search"),
        send(world_client, lang, "/find", 422, text="a" * 8_001, do="read"),
    ]
    assert all(sound(answer, lang).all("main") for answer in answers)


def levels(page: Page) -> dict[str, str]:
    radios = [one for one in page.all("input") if one.get("type") == "radio" and "checked" in one]
    return {one["name"].removeprefix("capability."): one["value"] for one in radios}


def inputs_of(page: Page) -> list[dict[str, str]]:
    """Return the fields of the page itself, without those that carry it to another language."""
    start = next(place for place, (name, _) in enumerate(page.tags) if name == "main")
    return [attributes for name, attributes in page.tags[start:] if name == "input"]


def test_capabilities_are_read_shown_and_edited_before_searching(world_client: TestClient) -> None:
    read = Page(send(world_client, text=TEXT, do="read").text)
    assert levels(read)["large-language-models"] == "must"
    assert "“mô hình ngôn ngữ lớn”, “large language models”" in read.text
    assert read.all("table") == []
    edited = {"capability.large-language-models": "ignored", "capability.dialogue-systems": "nice"}
    found = Page(send(world_client, text=TEXT, do="search", role="CE_PROJECT", **edited).text)
    assert (levels(found)["large-language-models"], levels(found)["dialogue-systems"]) == ("ignored", "nice")
    assert found.all("table")
    carried = [one for one in inputs_of(found) if one.get("type") == "hidden" and one["name"] == "capability.large-language-models"]
    assert [one["value"] for one in carried] == ["ignored"]


def test_a_result_leads_to_its_explanation_the_file_and_back(world_client: TestClient) -> None:
    found = Page(send(world_client, text=TEXT, do="search").text)
    person = next(one["value"] for one in found.all("button") if one.get("name") == "expert")
    form = {one["name"]: one["value"] for one in inputs_of(found) if one.get("type") == "hidden"}
    explained = Page(send(world_client, address="/find/explanation", expert=person, **form).text)
    assert f"{person} ·" in explained.text
    back = {one["name"]: one["value"] for one in inputs_of(explained)}
    assert back["text"].split() == TEXT.split()
    assert "expert" not in back
    assert send(world_client, address="/find/export", **form).text.splitlines()[1].split(",")[2] == person


def test_people_like_somebody_are_found_from_an_address(world_client: TestClient) -> None:
    known = world_client.get("/api/v1/products/P01/recommendations", params={"role": "CE_PROJECT"}).json()["items"][0]["expert"]["id"]
    page = Page(world_client.get(f"/find?experts={known}&lang=en", headers=BROWSER).text)
    assert "given as an example" in page.text
    following = Page(send(world_client, experts="E000001, E000002", cursor="WzUwXQ").text)
    assert "51" in following.text


def test_nothing_to_search_by_is_said(world_client: TestClient) -> None:
    for do in ("read", "search"):
        assert "No evidence to search by" in send(world_client, text="😀", do=do).text


def test_a_form_with_too_many_fields_is_refused(world_client: TestClient) -> None:
    refused = send(world_client, status=422, **{f"capability.{number}": "must" for number in range(1001)})
    assert refused.status_code == 422
