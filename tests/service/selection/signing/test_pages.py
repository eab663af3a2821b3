"""The signing form where real people are listed: a line for every condition that nobody has judged, filled again when it is refused."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.service.selection.conftest import API, draft, people

DECLARED = ("R-LED", "R-YEARS")
HUMAN = ("R-LEGAL", "R-QUAL")
WHY = {"reason": "Checked with the host & NIC.", "final": "true"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"real_people": "auto"})


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    client.cookies.set("lang", "en")
    return client


@pytest.fixture
def drafted(client: TestClient) -> dict[str, Any]:
    return draft(client)


def judge_declared(client: TestClient, drafted: dict[str, Any]) -> None:
    found = {"finding": "met", "reason": "Contract seen.", "document": "HD 7", "on_day": "2026-09-30"}
    columns = [f"CE_PROJECT|*|{rule}" for rule in DECLARED]
    answer = client.post(f"/shortlists/{drafted['id']}/findings", data={**found, "cell": columns})
    assert answer.status_code == 200, answer.text


def lines(drafted: dict[str, Any], reason: str = "The certificate is on its way.", document: str = "CV 12") -> dict[str, str]:
    about = [f"CE_PROJECT|{person}|{rule}" for person in people(drafted) for rule in HUMAN]
    return {**{f"open_reason|{one}": reason for one in about}, **{f"open_document|{one}": document for one in about}}


def sign(client: TestClient, drafted: dict[str, Any], **fields: str) -> Any:
    return client.post(f"/shortlists/{drafted['id']}/signatures?lang=en", data={"version": str(drafted["version"]), **WHY, **fields})


def test_every_condition_is_a_line_and_what_is_declared_is_judged_in_the_grid(client: TestClient, drafted: dict[str, Any]) -> None:
    page = client.get(f"/shortlists/{drafted['id']}?lang=en").text
    named = set(re.findall(r'name="open_(?:reason|document)\|([^"]+)"', page))
    assert named == {f"CE_PROJECT|{person}|{rule}" for person in people(drafted) for rule in HUMAN}
    assert "open_rules_seen" not in page
    assert "Met by what the person declares alone" in page
    judge_declared(client, drafted)
    assert "Met by what the person declares alone" not in client.get(f"/shortlists/{drafted['id']}?lang=en").text


def test_a_list_is_signed_with_what_is_left_open_and_the_second_signer_reads_it(
    client: TestClient, drafted: dict[str, Any], settings: Settings
) -> None:
    judge_declared(client, drafted)
    page = sign(client, drafted, **lines(drafted))
    assert (page.status_code, "Signed." in page.text or "signature" in page.text) == (200, True)
    kept = client.get(f"{API}/shortlists/{drafted['id']}").json()
    assert kept["status"] == "half_signed"
    assert [{one["rule"] for one in entry["left_open"]} for entry in kept["entries"]] == [set(HUMAN)] * len(people(drafted))
    client.headers.update(key_header(settings.database_url, AccountRole.COORDINATOR))
    page = client.get(f"/shortlists/{drafted['id']}?lang=en")
    assert ("The certificate is on its way. · CV 12" in page.text, "open_reason|" in page.text) == (True, False)
    assert sign(client, {**drafted, "version": kept["version"]}).status_code == 200
    assert client.get(f"{API}/shortlists/{drafted['id']}").json()["status"] == "signed"


def test_a_refused_form_comes_back_filled_and_says_which_line(client: TestClient, drafted: dict[str, Any]) -> None:
    judge_declared(client, drafted)
    first, second = people(drafted)[:2]
    typed = {**lines(drafted), f"open_reason|CE_PROJECT|{second}|R-QUAL": "."}
    refused = sign(client, drafted, **typed)
    name = next(entry["snapshot"]["expert"]["display_name"] for entry in drafted["entries"] if entry["expert_id"] == second)
    (said,) = re.findall(r'role="alert"[^>]*><p>(.*?)</p>', refused.text)
    assert (refused.status_code, name in said, "Reason" in said) == (422, True, True)
    assert refused.text.count("The certificate is on its way.</textarea>") == 2 * len(people(drafted)) - 1
    assert "Checked with the host &amp; NIC.</textarea>" in refused.text
    assert re.findall(r'name="(open_[^"]+)"[^>]* aria-invalid', refused.text) == [f"open_reason|CE_PROJECT|{second}|R-QUAL"]
    missing = sign(client, drafted, **{name: text for name, text in lines(drafted).items() if f"|{first}|R-LEGAL" not in name})
    assert (missing.status_code, "Neither judged nor named as open" in missing.text) == (409, True)


def test_the_page_says_that_no_announcement_is_recorded_and_takes_one_after_the_signature(
    client: TestClient, drafted: dict[str, Any], settings: Settings
) -> None:
    warning = "No public announcement of this selection is recorded"
    assert warning in client.get(f"/shortlists/{drafted['id']}?lang=en").text
    judge_declared(client, drafted)
    sign(client, drafted, **lines(drafted))
    half = client.get(f"{API}/shortlists/{drafted['id']}").json()
    client.headers.update(key_header(settings.database_url, AccountRole.COORDINATOR))
    assert warning in sign(client, half).text
    request = f"/requests/{drafted['request_id']}"
    step = {"to": "ANNOUNCED", "on_day": "2026-10-01", "body": "NIC", "document": "TB 1"}
    assert 'value="ANNOUNCED"' in client.get(f"{request}?lang=en").text
    assert client.post(f"{request}/steps?lang=en", data=step).status_code == 200
    assert warning not in client.get(f"/shortlists/{drafted['id']}?lang=en").text


def test_that_a_signature_is_final_is_said_beside_the_button_and_confirmed(client: TestClient, drafted: dict[str, Any]) -> None:
    judge_declared(client, drafted)
    form = client.get(f"/shortlists/{drafted['id']}?lang=en").text.split("/signatures")[1].split("</form>")[0]
    assert ("nobody can change this list any more" in form, 'name="final" value="true" required>' in form) == (True, True)
    refused = sign(client, drafted, **lines(drafted), final="")
    assert (refused.status_code, "Tick that you understand" in refused.text) == (422, True)
    assert "Checked with the host &amp; NIC.</textarea>" in refused.text
    assert client.get(f"{API}/shortlists/{drafted['id']}").json()["status"] == "draft"
