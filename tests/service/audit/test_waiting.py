"""The home page of whoever reads the audit tells the newest events, those that repeat in one line."""

from fastapi.testclient import TestClient

from tests.service.front.pages.reading import Page


def test_events_of_one_kind_by_one_account_make_one_line(client: TestClient, auditor: dict[str, str]) -> None:
    for name in ("One", "Two", "Three"):
        fields = {"name": name}
        assert client.post("/api/v1/organisations", json=fields).status_code == 201
    shown = client.get("/?lang=en", headers={"Accept": "text/html"} | auditor).text
    assert "3 times" in shown
    assert "/journal?action=organisation_created" in Page(shown).links()
