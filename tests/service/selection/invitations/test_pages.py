"""The invitation page: accept, decline with a reason, ask; what is refused comes back as it was typed."""

from fastapi.testclient import TestClient

from tests.service.selection.conftest import API, invite, people, signed

PAGE = {"Accept": "text/html"}
TYPED = "Tôi cần hỏi: <mấy giờ>?"


def test_an_answer_that_lacks_something_keeps_its_words(client: TestClient) -> None:
    done = signed(client)
    page = f"/invited/{invite(client, done['request_id'], people(done)[0])}"
    client.headers.pop("Authorization")
    declined = client.post(page, data={"answer": "decline", "reason": "", "text": TYPED}, headers=PAGE)
    assert (declined.status_code, "&lt;mấy giờ&gt;?</textarea>" in declined.text) == (422, True)
    assert 'value="decline" required checked' in declined.text
    assert client.post(page, data={"answer": "ask", "reason": "", "text": ""}, headers=PAGE).status_code == 422
    asked = client.post(page, data={"answer": "ask", "reason": "no_time", "text": TYPED}, headers=PAGE)
    assert (asked.status_code, "“Tôi cần hỏi: &lt;mấy giờ&gt;?”" in asked.text) == (200, True)
    accepted = client.post(f"{page}?lang=en", data={"answer": "accept", "reason": "no_time", "text": ""}, headers=PAGE)
    assert (accepted.status_code, "đã nhận lời" in accepted.text) == (200, True)
    assert client.post(page, data={"answer": "decline", "reason": "no_time"}, headers=PAGE).status_code == 409


def test_the_coordinator_reads_answers_on_the_page_of_the_request(client: TestClient) -> None:
    done = signed(client)
    token = invite(client, done["request_id"], people(done)[0])
    client.post(f"{API}/invited/{token}/answers", json={"answer": "ask", "text": TYPED})
    client.post(f"{API}/invited/{token}/answers", json={"answer": "decline", "reason": "conditions", "text": "Xa quá"})
    page = client.get(f"/requests/{done['request_id']}?lang=en", headers=PAGE).text
    assert ["the conditions" in page, "“Xa quá”" in page, "&lt;mấy giờ&gt;" in page] == [True, True, True]


def test_the_page_says_who_invites_to_what_for_how_long_and_what_comes_after_an_answer(client: TestClient) -> None:
    done = signed(client, hours_per_week=12)
    page = f"/invited/{invite(client, done['request_id'], people(done)[0])}?lang=en"
    client.headers.pop("Authorization")
    shown = client.get(page, headers=PAGE).text
    told = ["National Innovation Center", "12 hours a week", "to be agreed with you", "vinmatch@localhost", "/products/P1", "scope en"]
    assert [words for words in told if words not in shown] == []
    accepted = client.post(page, data={"answer": "accept", "reason": "", "text": ""}, headers=PAGE).text
    assert ("a council gives its opinion" in accepted, "You will be written to" in accepted) == (True, True)
