"""Documents are handed in and removed on a page, by a coordinator for anybody and by an expert for themselves."""

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.service.people.documents import files
from tests.service.people.documents.test_api import hand_in
from tests.service.people.profiles.people import add


def test_a_coordinator_hands_in_and_removes(client: TestClient) -> None:
    page = f"/people/{add(client)}/documents"
    sent = client.post(page, files={"file": ("bằng.pdf", files.PDF)}, data={"purpose": "evidence"})
    assert (sent.status_code, sent.url.path) == (200, page)
    assert "bằng.pdf" in sent.text
    removal = sent.text.split(f'action="{page}/')[1].split('"')[0]
    assert "bằng.pdf" not in client.post(f"{page}/{removal}").text


def test_a_refused_file_is_told_on_the_page(client: TestClient) -> None:
    page = f"/people/{add(client)}/documents"
    refused = client.post(page, files={"file": ("a.exe", files.PROGRAM)}, data={"purpose": "cv"}, headers={"Accept": "text/html"})
    assert refused.status_code == 422
    assert "không thuộc loại được lưu" in refused.text


def test_an_expert_sees_the_own_page_and_no_other(client: TestClient, settings: Settings) -> None:
    an, binh = add(client), add(client)
    hand_in(client, binh, name="<b>x.pdf")
    own = key_header(settings.database_url, AccountRole.EXPERT, expert_id=binh)
    shown = client.get("/profile/documents", headers=own)
    assert (shown.status_code, "&lt;b&gt;x.pdf" in shown.text, "<b>x" in shown.text) == (200, True, False)
    assert client.get(f"/people/{an}/documents", headers=own).status_code == 404
