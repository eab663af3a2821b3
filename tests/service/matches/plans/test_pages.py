from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from tests.applications import running_client
from tests.service.front.pages.reading import Page
from tests.service.matches.plans.conftest import PLANS, coordinator, got, holders, names
from tests.service.synthetic_world import world_settings

SOME = {"subjects": "P01 P02 P03 P04", "alternates": "1"}


@pytest.fixture
def browser(world_copy: str) -> Iterator[TestClient]:
    with running_client(world_settings(world_copy), headers={"Accept": "text/html", **coordinator(world_copy)}) as client:
        yield client


def show(browser: TestClient, address: str, status: int = 200) -> Page:
    answer = browser.get(address)
    assert answer.status_code == status, answer.text
    return Page(answer.text)


def send(browser: TestClient, address: str, **form: str) -> str:
    """Send a form and return the address that it leads to."""
    answer = browser.post(address, data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def test_a_plan_is_made_adopted_repaired_and_compared_without_scripts(browser: TestClient, withdraw: Callable[[str], None]) -> None:
    made = send(browser, "/plans/new", **SOME)
    plan = got(browser, f"/api/v1{made}")
    seat, person = next((seat, people[0]) for seat, people in holders(plan).items() if people)
    assert names(plan)[person] in show(browser, f"{made}?lang=vi").text
    for step, marks in (("adopt", 1), ("undo", 0)):
        send(browser, f"{made}/{step}")
        assert len([span for span in show(browser, "/plans").all("span") if span.get("class") == "badge priority"]) == marks
    repaired = send(browser, f"{made}/repair", declined=person)
    pages = ["/plans", "/plans/new", made, repaired, f"{made}/prices?seat={seat}", f"/plans/compare?before={made[7:]}&with={repaired[7:]}"]
    for page in pages:
        for lang in ("vi", "en"):
            _sound(show(browser, f"{page}{'&' if '?' in page else '?'}lang={lang}"), lang)
    links = {link for page in pages for link in show(browser, page).links() if link.startswith("/plans")}
    assert {link: browser.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    withdraw(person)
    after = show(browser, f"{made}?lang=en")
    assert names(plan)[person] not in after.text
    assert "withdrawn" in after.text


def _sound(page: Page, lang: str) -> None:
    assert page.unclosed == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(cell.get("scope") in {"col", "row"} for cell in page.all("th"))
    assert page.foreign_scripts() == []
    assert page.unnamed_fields() == []


def test_the_header_leads_to_the_plans(browser: TestClient) -> None:
    assert "/plans" in show(browser, "/plans").links()


def test_a_wrong_form_is_told_as_a_page(browser: TestClient) -> None:
    made = send(browser, "/plans/new", **SOME)
    for address, form, said in (
        ("/plans/new", {**SOME, "pairs": "many"}, "many"),
        (f"{made}/board", {"pin": "somebody", "do": "make"}, "NGƯỜI:SẢN_PHẨM:VAI_TRÒ"),
        (f"{made}/board", {"pin": "somebody", "do": "try"}, "NGƯỜI:SẢN_PHẨM:VAI_TRÒ"),
    ):
        answer = browser.post(address, data=form)
        assert answer.status_code == 422
        page = Page(answer.text)
        assert len(page.all("h1")) == 1
        assert said in page.text


def test_a_plan_that_is_being_solved_says_so(world_copy: str) -> None:
    settings = world_settings(world_copy).model_copy(update={"plan_seconds": 0.0})
    with running_client(settings, headers={"Accept": "text/html", **coordinator(world_copy)}) as client:
        waiting = send(client, "/plans/new", **SOME)
        assert "being solved" in show(client, f"{waiting}?lang=en", 202).text
        assert got(client, PLANS)["total"] == 0
