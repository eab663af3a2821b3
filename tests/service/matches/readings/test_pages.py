"""The pages of readings: buttons for whoever may decide, none for anybody else."""

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.service.matches.readings.test_api import PERSON, readings, states
from tests.service.selection.conftest import Act, act, client, kind, settings, url, world

__all__ = ["act", "client", "kind", "settings", "url", "world"]
EXPLANATION = f"/products/P1/CE_PROJECT/{PERSON}"
FORM = {"evidence": f"{PERSON}-01", "matter": "capability", "capability": "sensing"}


def test_a_coordinator_decides_on_the_explanation_and_comes_back_to_it(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    answer = client.post(f"/experts/{PERSON}/readings", data={**FORM, "verdict": "confirmed", "back": EXPLANATION}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, EXPLANATION)
    assert states(client)["sensing"] == "confirmed"
    assert f'href="/experts/{PERSON}/readings"' in client.get(EXPLANATION, params={"lang": "en"}).text
    assert "confirmed by a coordinator on 1 Oct 2026" in client.get(f"/experts/{PERSON}/readings", params={"lang": "en"}).text


def test_the_way_back_stays_within_the_service(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    for elsewhere in ("//evil.example", "https://evil.example"):
        answer = client.post(
            f"/experts/{PERSON}/readings", data={**FORM, "verdict": "confirmed", "back": elsewhere}, follow_redirects=False
        )
        assert answer.status_code == 422, elsewhere


def test_an_auditor_reads_and_has_no_button(client: TestClient, act: Act) -> None:
    act(AccountRole.AUDITOR)
    assert "<button" not in client.get(EXPLANATION).text.partition("<main")[2].partition("</main>")[0]


def test_a_person_sets_a_reading_aside_on_their_own_page(client: TestClient, act: Act) -> None:
    act(AccountRole.EXPERT, expert_id=PERSON)
    page = client.get("/profile/readings", params={"lang": "vi"}).text
    assert "Không phải của tôi" in page
    answer = client.post("/profile/readings", data={**FORM, "verdict": "rejected", "back": "/profile/readings"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/profile/readings?done=rejected&shown={PERSON}-01#{PERSON}-01")
    assert readings(client)["sensing"]["state"] == "rejected"
    page = client.get(f"/profile/readings?done=rejected&shown={PERSON}-01&lang=vi").text
    assert ["Đã gạt bỏ: từ nay" in page, "bạn gạt bỏ ngày" in page, page.count("<details open") == 1] == [True] * 3
    assert ["chính người này" in page, "<blockquote>" in page] == [False, True]
