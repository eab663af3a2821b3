"""A dossier says what the API says of the same list, person and brief, to whoever may read that."""

import io
import re
from typing import Any

import pdfplumber
import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.service.selection.conftest import API, Act, choose, open_request, sign
from tests.service.selection.dossiers.test_files import squeezed, text_of_docx, text_of_pdf, text_of_xlsx

READERS = {"pdf": text_of_pdf, "docx": text_of_docx, "xlsx": text_of_xlsx}
ABOUT = "san-pham-1_name-vi"
BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK"}


@pytest.fixture
def shortlist(client: TestClient, act: Act) -> dict[str, Any]:
    act(AccountRole.COORDINATOR)
    answer = client.post(f"{API}/requests/{open_request(client)['id']}/shortlists", json={"length": 3})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def read(client: TestClient, address: str, form: str, lang: str = "en") -> str:
    answer = client.get(f"{API}{address}.{form}", params={"lang": lang})
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(BEGINNINGS[form])
    assert "attachment" in answer.headers["content-disposition"]
    return squeezed(READERS[form](answer.content))


@pytest.mark.parametrize("form", READERS)
def test_a_draft_says_what_its_page_says(client: TestClient, shortlist: dict[str, Any], form: str) -> None:
    found = read(client, f"/shortlists/{shortlist['id']}/dossier", form)
    listed = [entry for entry in shortlist["entries"] if entry["position"]]
    assert listed
    for entry in listed:
        snapshot = entry["snapshot"]
        assert squeezed(f"{snapshot['expert']['display_name']} ({entry['expert_id']})") in found
        reasons = [line for line in snapshot["lines"] if line["kind"] in {"told", "coverage", "why_not", "sureness"}]
        assert reasons
        assert all(squeezed(line["en"]) in found for line in reasons)
        assert all(squeezed(rule["label"]["en"]) in found for rule in snapshot["rules"])
    assert squeezed(shortlist["reference_only"]["en"]) in found


def test_it_is_written_in_either_language(client: TestClient, shortlist: dict[str, Any]) -> None:
    address = f"/shortlists/{shortlist['id']}/dossier"
    assert squeezed("Dự thảo danh sách đề xuất") in read(client, address, "pdf", "vi")
    assert squeezed("Draft of a shortlist") in read(client, address, "pdf", "en")


@pytest.mark.parametrize("form", READERS)
def test_a_signed_one_names_who_signed_on_which_day(client: TestClient, shortlist: dict[str, Any], form: str) -> None:
    assert sign(client, shortlist).status_code == 200
    signer = client.get(f"{API}/shortlists/{shortlist['id']}").json()["signed_by"]
    found = read(client, f"/shortlists/{shortlist['id']}/dossier", form)
    assert (squeezed("Trần Thị Bình, 1 Oct 2026") in found, signer in found) == (True, False)


def test_a_file_is_called_by_what_it_holds_and_a_draft_says_that_it_is_one(client: TestClient, shortlist: dict[str, Any]) -> None:
    address = f"{API}/shortlists/{shortlist['id']}/dossier.pdf"
    draft = client.get(address, params={"lang": "vi"})
    assert re.findall('filename="(.+)"', draft.headers["content-disposition"]) == [
        f"du-thao-danh-sach-de-xuat-chua-ky_{ABOUT}_2026-10-01.pdf"
    ]
    assert squeezed("Dự thảo danh sách đề xuất, chưa ký") in squeezed(text_of_pdf(draft.content))
    sign(client, shortlist)
    signed = client.get(address, params={"lang": "vi"})
    assert re.findall('filename="(.+)"', signed.headers["content-disposition"]) == [f"danh-sach-de-xuat_{ABOUT}_2026-10-01.pdf"]
    assert squeezed("chưa ký") not in squeezed(text_of_pdf(signed.content))


def test_whoever_was_found_not_to_meet_a_condition_is_marked_in_the_table(client: TestClient, shortlist: dict[str, Any]) -> None:
    person = shortlist["entries"][0]["expert_id"]
    found = {"role": "CE_PROJECT", "expert_id": person, "rule": "R-LEGAL", "finding": "not_met", "reason": "No.", "on_day": "2026-09-30"}
    assert client.post(f"{API}/requests/{shortlist['request_id']}/findings", json=found).status_code == 201
    document = read(client, f"/shortlists/{shortlist['id']}/dossier", "docx")
    name = shortlist["entries"][0]["snapshot"]["expert"]["display_name"]
    assert (squeezed("× not met: ") in document, squeezed(f"To be taken off before it is signed: {name}") in document) == (True, True)


@pytest.mark.parametrize("form", READERS)
def test_who_was_taken_off_stands_in_the_table_and_why_below_it(client: TestClient, shortlist: dict[str, Any], form: str) -> None:
    person = shortlist["entries"][0]
    assert choose(client, shortlist, person["expert_id"], "exclude").status_code == 200
    address = f"/shortlists/{shortlist['id']}/dossier"
    found, name = read(client, address, form), squeezed(person["snapshot"]["expert"]["display_name"])
    assert (name in found, squeezed("What people decided") in found, squeezed("to exclude") in found) == (True, True, True)
    if form != "pdf":  # a cell of several lines is read line by line there, across its row
        assert (squeezed("taken off the list") in found, squeezed("Trần Thị Bình, 1 Oct 2026") in found) == (True, True)


def test_nothing_is_told_of_the_work_of_somebody_who_did_not_consent(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    assert squeezed("Timeline") in read(client, "/dossiers/product/P1/people/E2", "docx")
    found = read(client, "/dossiers/product/P1/people/E6", "docx")
    assert squeezed("Not matched: consent to matching is absent or was withdrawn.") in found
    assert [words for words in ("Timeline", "none found", "Chief engineer of sensing") if squeezed(words) in found] == []


@pytest.mark.parametrize("form", READERS)
def test_rules_and_weights_have_names_and_their_codes_stand_once_with_the_seal(
    client: TestClient, shortlist: dict[str, Any], form: str
) -> None:
    found, model = read(client, f"/shortlists/{shortlist['id']}/dossier", form), shortlist["head"]["answers"][0]["model"]
    assert squeezed(", in force from") in found
    codes = squeezed(f"(versions: rules {model['rule_set']}, weights {model['weights']})")
    assert found.count(codes) == found.count(model["rule_set"]) == 1


def test_handing_it_out_is_recorded(client: TestClient, act: Act, shortlist: dict[str, Any]) -> None:
    read(client, f"/shortlists/{shortlist['id']}/dossier", "xlsx")
    act(AccountRole.AUDITOR)
    events = client.get(f"{API}/audit", params={"action": "people_read", "limit": 200}).json()["items"]
    listed = sorted(entry["expert_id"] for entry in shortlist["entries"])
    assert [event["details"]["experts"] for event in events if event["details"]["purpose"] == "dossier"] == [listed]


def test_only_who_reads_drafts_gets_a_shortlist(client: TestClient, act: Act, shortlist: dict[str, Any]) -> None:
    address = f"{API}/shortlists/{shortlist['id']}/dossier.pdf"
    act(AccountRole.LEAD, led_products=["P1"])
    assert client.get(address).status_code == 403
    act(AccountRole.AUDITOR)
    assert client.get(address).status_code == 200
    assert client.get(f"{API}/shortlists/L0/dossier.pdf").status_code == 404
    assert client.get(address.replace(".pdf", ".exe")).status_code == 422


def test_one_person_and_a_brief(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    explained = client.get(f"{API}/products/P1/recommendations/E2/explanation", params={"role": "CE_PROJECT"}).json()
    found = read(client, "/dossiers/product/P1/people/E2", "pdf")
    assert squeezed(explained["expert"]["display_name"]) in found
    brief = client.get(f"{API}/coverage/P1/CE_PROJECT/recruiting-brief").json()
    found = read(client, "/coverage/P1/CE_PROJECT/recruiting-brief/dossier", "xlsx")
    assert squeezed(brief["situation"]["en"]) in found
    assert client.get(f"{API}/dossiers/product/P1/people/E999.pdf").status_code == 404


def test_every_page_is_within_the_paper(client: TestClient, shortlist: dict[str, Any]) -> None:
    content = client.get(f"{API}/shortlists/{shortlist['id']}/dossier.pdf").content
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert all(letter["x0"] > 0 and letter["x1"] < page.width for page in pdf.pages for letter in page.chars)
        assert all(letter["top"] > 0 and letter["bottom"] < page.height for page in pdf.pages for letter in page.chars)
