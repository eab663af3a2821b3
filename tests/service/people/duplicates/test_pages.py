"""A coordinator finds, compares and merges on pages."""

import pytest
from fastapi.testclient import TestClient

from tests.service.people.duplicates.records import DUPLICATES, pair_of, two_records
from tests.service.people.profiles.people import EXPERTS


@pytest.mark.parametrize(("language", "words"), [("vi", "Hồ sơ trùng"), ("en", "Duplicate records")])
def test_pairs_are_listed_with_what_speaks_for_them(client: TestClient, language: str, words: str) -> None:
    first, second = two_records(client)
    assert client.post("/duplicates/search", data={"expert": first}, follow_redirects=False).status_code == 303
    page = client.get("/duplicates", params={"lang": language}).text
    assert words in page
    assert f"({first})" in page
    assert f"({second})" in page


def test_two_records_are_merged_and_taken_apart_by_forms(client: TestClient) -> None:
    first, second = two_records(client)
    pair = pair_of(client, first)["id"]
    tag = client.get(f"{DUPLICATES}/{pair}").headers["etag"].strip('"')
    page = client.get(f"/duplicates/{pair}").text
    assert tag in page
    assert "Lò nung gốm kỹ thuật" in page
    sent = {"tag": tag, "keep": first, "reason": "One person"}
    assert client.post(f"/duplicates/{pair}/merge", data=sent, follow_redirects=False).status_code == 303
    assert client.get(f"{EXPERTS}/{second}").status_code == 410
    assert client.get("/duplicates", params={"state": "merged"}).status_code == 200
    assert f"{second} → {first}" in client.get(f"/duplicates/{pair}").text
    tag = client.get(f"{DUPLICATES}/{pair}").headers["etag"].strip('"')
    client.post(f"/duplicates/{pair}/undo", data={"tag": tag, "reason": "Two people"})
    assert client.get(f"{EXPERTS}/{second}").status_code == 200


def test_everybody_is_looked_for_as_a_job(client: TestClient) -> None:
    answer = client.post("/duplicates/search", data={}, follow_redirects=False)
    assert answer.headers["location"].endswith("/duplicates?started=true")
    assert [job["kind"] for job in client.get("/api/v1/jobs").json()["items"]] == ["find-duplicates"]
