"""The way of a coordinator through the pages: try, map a heading, enter, take back what was refused."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole, Language
from service.kit.settings import Settings
from tests.conftest import ClientFor

ODD = "Mã,Họ và tên,Cỡ áo,Quốc gia\nA1,Trần Thị Mai,L,Việt Nam\nA2,Lê An,M,Nowhere\n"
Work = Callable[[], None]


def sent(client: TestClient, content: str, **form: str) -> str:
    answer = client.post("/imports", files={"file": ("people.csv", content.encode())}, data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def text(client: TestClient, place: str, language: Language = Language.EN) -> str:
    answer = client.get(place, params={"lang": language.value})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_while_it_is_read_the_page_renews_itself_and_the_import_can_be_stopped(client: TestClient, work: Work) -> None:
    place = sent(client, ODD, dry_run="yes")
    page = text(client, place)
    assert ('<noscript><meta http-equiv="refresh" content="3"></noscript>' in page, f'hx-get="{place}" hx-trigger="every 2s"' in page) == (
        True,
        True,
    )
    assert client.post(f"{place}/cancel", follow_redirects=False).status_code == 303
    work()
    assert "was stopped" in text(client, place)


@pytest.mark.parametrize("language", list(Language))
def test_a_dry_run_shows_what_would_be_done_and_a_button_does_it(client: TestClient, work: Work, language: Language) -> None:
    place = sent(client, ODD, dry_run="yes")
    work()
    page = text(client, place, language)
    assert ("http-equiv" in page, "Nowhere" in page, "Cỡ áo" in page) == (False, True, True)
    assert client.get("/api/v1/experts").json()["total"] == 0
    entered = client.post(f"{place}/entry", follow_redirects=False).headers["location"]
    work()
    assert f"{place.rpartition('/')[2]}/entry" not in text(client, entered, language)
    assert client.get("/api/v1/experts").json()["total"] == 1
    assert "people.csv" in text(client, "/imports", language)
    assert client.post(f"{place}/entry").status_code == 409


def test_unknown_headings_are_mapped_by_hand_and_kept_by_a_name(client: TestClient, work: Work) -> None:
    place = sent(client, "Ký hiệu,Danh xưng\nA1,Trần Thị Mai\n", dry_run="yes")
    work()
    assert f"{place}/columns" in text(client, place)
    page = text(client, f"{place}/columns")
    assert re.findall(r'<label for="column\.\d">(.+?) <span', page) == ["Ký hiệu", "Danh xưng"]
    chosen = {"column.0": "key", "column.1": "display_name", "name": "Sở KHCN"}
    again = client.post(f"{place}/columns", data=chosen, follow_redirects=False).headers["location"]
    work()
    assert "A1" not in text(client, again)
    assert [each["name"] for each in client.get("/api/v1/import-mappings").json()["items"]] == ["Sở KHCN"]
    assert "Sở KHCN" in text(client, "/imports")


def test_a_file_that_is_not_read_is_refused_above_the_form(client: TestClient) -> None:
    answer = client.post("/imports", files={"file": ("a.pdf", b"%PDF-1")}, data={"source": "Sở A", "dry_run": "yes"})
    assert answer.status_code == 422
    assert 'value="Sở A"' in answer.text


@pytest.mark.parametrize(("role", "status"), [(AccountRole.ADMINISTRATOR, 200), (AccountRole.LEAD, 403), (None, 401)])
def test_who_sees_the_pages(settings: Settings, client_for: ClientFor, role: AccountRole | None, status: int) -> None:
    assert client_for(settings, role=role).get("/imports").status_code == status
