"""The page of a draft: a form for everything that can be decided, found, asked and verified; a refused form keeps its words."""

import re
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.shortlists import EntryContent
from models.vocabulary import AccountRole
from service.kit.actor import present
from tests.accounts import key_header
from tests.service.people.documents.files import PDF
from tests.service.selection.conftest import API, NOW, choose, draft, people, sign, signed

WORDS = "Đã xem hồ sơ & văn bằng"
FINDING = {"finding": "met", "reason": WORDS, "document": "QĐ 12", "on_day": "2026-09-30"}


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    return client


def shown(client: TestClient, drafted: dict[str, Any]) -> dict[str, Any]:
    return dict(client.get(f"{API}/shortlists/{drafted['id']}").json())


def test_a_finding_is_recorded_and_a_refused_one_keeps_its_words(client: TestClient) -> None:
    drafted = draft(client)
    address, person = f"/shortlists/{drafted['id']}/findings", people(drafted)[0]
    refused = client.post(f"{address}?lang=en", data={**FINDING, "cell": f"CE_PROJECT|{person}|R-YEARS"})
    assert (refused.status_code, "not one that people judge" in refused.text) == (422, True)
    assert f"{WORDS.replace('&', '&amp;')}</textarea>" in refused.text
    done = client.post(address, data={**FINDING, "cell": f"CE_PROJECT|{person}|R-LEGAL"})
    assert (done.status_code, "1 finding recorded." in done.text) == (200, True)
    assert shown(client, drafted)["entries"][0]["findings"][0]["document"] == "QĐ 12"


def test_the_paper_of_a_finding_is_handed_in_with_it(client: TestClient) -> None:
    drafted = draft(client)
    address, person = f"/shortlists/{drafted['id']}/findings", people(drafted)[0]
    ticked = {**FINDING, "cell": [f"CE_PROJECT|{person}|R-LEGAL", f"CE_PROJECT|{person}|R-QUAL"]}
    refused = client.post(address, data=ticked, files={"paper": ("x.exe", b"\x7fELF" + bytes(20))})
    assert (refused.status_code, WORDS.replace("&", "&amp;") in refused.text) == (422, True)
    assert shown(client, drafted)["entries"][0]["findings"] == []
    page = client.post(address, data=ticked, files={"paper": ("bằng.pdf", PDF)})
    kept = {one["document_id"] for one in shown(client, drafted)["entries"][0]["findings"]}
    assert len(kept) == 1
    paper = f"{API}/experts/{person}/documents/{kept.pop()}"
    assert f'href="{paper}"' in page.text
    assert client.get(paper).content == PDF


def test_one_act_judges_a_condition_for_everybody_who_is_not_judged_yet(client: TestClient) -> None:
    drafted = draft(client)
    address, first = f"/shortlists/{drafted['id']}/findings", people(drafted)[0]
    client.post(address, data={**FINDING, "finding": "more_needed", "cell": f"CE_PROJECT|{first}|R-QUAL"})
    client.post(address, data={**FINDING, "cell": f"CE_PROJECT|{first}|R-LEGAL", "document": "QĐ 11"})
    columns = ["CE_PROJECT|*|R-LEGAL", "CE_PROJECT|*|R-QUAL"]
    client.get(f"/shortlists/{drafted['id']}?lang=en")  # the cookie remembers
    page = client.post(address, data={**FINDING, "cell": columns}).text
    number = 2 * len(people(drafted)) - 1
    assert f"{number} findings recorded." in page
    kept = {
        (entry["expert_id"], one["rule_id"]): one["document"] for entry in shown(client, drafted)["entries"] for one in entry["findings"]
    }
    assert kept == {(person, rule): "QĐ 12" for person in people(drafted) for rule in ("R-LEGAL", "R-QUAL")} | {(first, "R-LEGAL"): "QĐ 11"}
    assert "Every condition that people judge has been judged." in client.get(f"/shortlists/{drafted['id']}?lang=en").text


def test_of_several_findings_all_are_kept_or_none(client: TestClient) -> None:
    drafted = draft(client)
    first, second = people(drafted)[:2]
    ticked = [f"CE_PROJECT|{first}|R-LEGAL", f"CE_PROJECT|{second}|R-YEARS"]
    assert client.post(f"/shortlists/{drafted['id']}/findings", data={**FINDING, "cell": ticked}).status_code == 422
    assert client.post(f"/shortlists/{drafted['id']}/findings", data=FINDING).status_code == 422
    assert [entry["findings"] for entry in shown(client, drafted)["entries"]] == [[] for _ in drafted["entries"]]


def test_a_late_decision_is_412_and_stays_where_it_was_typed(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *_ = people(drafted)
    choose(client, drafted, first, "exclude")
    typed = {"version": str(drafted["version"]), "role": "CE_PROJECT", "kind": "add", "expert_id": "E6", "reason": WORDS}
    late = client.post(f"/shortlists/{drafted['id']}/choices", data=typed)
    assert (late.status_code, 'value="E6"' in late.text, WORDS.replace("&", "&amp;") in late.text) == (412, True, True)
    late = client.post(
        f"/shortlists/{drafted['id']}/signatures", data={"version": "1", "reason": WORDS, "open_rules_seen": "true", "final": "true"}
    )
    assert (late.status_code, WORDS.replace("&", "&amp;") in late.text, 'value="true" checked' in late.text) == (412, True, True)
    late = client.post(f"/shortlists/{drafted['id']}/refresh", data={"version": "1"})
    assert (late.status_code, shown(client, drafted)["version"], second in people(shown(client, drafted))) == (412, 2, True)


def test_a_move_needs_a_place_and_a_refusal_changes_nothing(client: TestClient) -> None:
    drafted = draft(client)
    fields = {"version": str(drafted["version"]), "role": "CE_PROJECT", "expert_id": people(drafted)[-1], "reason": WORDS}
    assert client.post(f"/shortlists/{drafted['id']}/choices", data={**fields, "kind": "move"}).status_code == 422
    assert shown(client, drafted) == drafted
    client.post(f"/shortlists/{drafted['id']}/choices", data={**fields, "kind": "move", "place": "1"})
    assert people(shown(client, drafted))[0] == people(drafted)[-1]
    assert client.post(f"/shortlists/{drafted['id']}/refresh", data={"version": "2"}).status_code == 200


def test_people_are_compared(client: TestClient) -> None:
    drafted = draft(client)
    chosen = "".join(f"&expert={person}" for person in people(drafted)[:3])
    page = client.get(f"/shortlists/{drafted['id']}/comparison?lang=en&role=CE_PROJECT{chosen}").text
    names = [entry["snapshot"]["expert"]["display_name"] for entry in drafted["entries"][:3]]
    assert [name in page for name in names] == [True] * 3
    assert [f">{word}<" in page for word in ("What the score is made of", "Conflicts of interest", "Conditions")] == [True] * 3
    assert client.get(f"/shortlists/{drafted['id']}/comparison?role=CE_PROJECT").status_code == 422


def test_missing_evidence_is_asked_for_and_answered(client: TestClient, world: Engine, url: str) -> None:
    drafted = draft(client)
    person = people(drafted)[0]
    _let_rule_be_unshown(world, person)
    page = client.get(f"/shortlists/{drafted['id']}?lang=en").text
    assert "Ask for evidence: " in page
    asked = {"role": "CE_PROJECT", "expert_id": person, "rule": "R-YEARS"}
    assert "asked on" in client.post(f"/shortlists/{drafted['id']}/evidence-tasks?lang=en", data=asked).text
    (task,) = client.get(f"{API}/experts/{person}/evidence-tasks").json()
    expert = key_header(url, AccountRole.EXPERT, expert_id=person) | {"Accept": "text/html"}
    assert "Evidence that you were asked for" in client.get("/profile?lang=en", headers=expert).text
    address = f"/profile/evidence-tasks/{task['id']}"
    empty = client.post(address, data={"kind": "position", "language": "vi", "text": WORDS}, headers=expert)
    assert (empty.status_code, WORDS.replace("&", "&amp;") in empty.text) == (422, True)
    item = {"kind": "position", "language": "vi", "title": "Tổng công trình sư", "text": WORDS, "starts": "2010-01-01"}
    assert client.post(address, data=item, headers=expert).status_code == 200
    (task,) = client.get(f"{API}/experts/{person}/evidence-tasks").json()
    stored = client.get(f"{API}/experts/{person}/evidence?limit=200").json()["items"]
    assert (task["done_at"] is not None, {one["id"]: one["verification"] for one in stored}[task["evidence_id"]]) == (True, "declared")
    assert client.post(address, data=item, headers=expert).status_code == 409


def test_what_people_alone_judge_is_answered_with_a_document(client: TestClient, url: str) -> None:
    drafted = draft(client)
    person = people(drafted)[0]
    asked = {"role": "CE_PROJECT", "expert_id": person, "rule": "R-LEGAL"}
    client.post(f"/shortlists/{drafted['id']}/evidence-tasks", data=asked)
    (task,) = client.get(f"{API}/experts/{person}/evidence-tasks").json()
    expert = key_header(url, AccountRole.EXPERT, expert_id=person) | {"Accept": "text/html"}
    page = client.get("/profile?lang=en", headers=expert).text
    question = page.partition(f'id="task-{task["id"]}"')[2].partition("</article>")[0]
    assert ["a paper from your employer" in question, 'type="file"' in question, 'name="kind"' in question] == [True, True, False]
    paper = {"paper": ("Xác nhận.txt", "Cơ quan xác nhận.".encode(), "text/plain")}
    assert client.post(f"/profile/evidence-tasks/{task['id']}", files=paper, headers=expert).status_code == 200
    (task,) = client.get(f"{API}/experts/{person}/evidence-tasks").json()
    kept = client.get(f"{API}/experts/{person}/documents", headers=expert | {"Accept": "application/json"}).text
    assert (task["done_at"] is not None, task["answer"], "Xác nhận.txt" in kept) == (True, "Xác nhận.txt", True)


def test_a_question_is_of_the_one_who_was_asked(client: TestClient, url: str) -> None:
    drafted = draft(client)
    first, second = people(drafted)[:2]
    client.post(
        f"{API}/requests/{drafted['request_id']}/evidence-tasks", json={"role": "CE_PROJECT", "expert_id": first, "rule": "R-YEARS"}
    )
    (task,) = client.get(f"{API}/experts/{first}/evidence-tasks").json()
    other = key_header(url, AccountRole.EXPERT, expert_id=second)
    assert client.get(f"{API}/experts/{first}/evidence-tasks", headers=other).status_code == 404
    answers = [f"{API}/experts/{person}/evidence-tasks/{task['id']}/answer" for person in (first, second)]
    assert [client.post(address, json={"text": "None."}, headers=other).status_code for address in answers] == [404, 404]
    own = key_header(url, AccountRole.EXPERT, expert_id=first)
    vouched = {"kind": "award", "language": "vi", "title": "A", "verification": "verified"}
    assert client.post(answers[0], json={"item": vouched}, headers=own).status_code == 422
    assert client.post(answers[0], json={"text": "None."}, headers=own).json()["answer"] == "None."


def test_evidence_is_verified_by_whom_and_when(client: TestClient) -> None:
    drafted = draft(client)
    person = people(drafted)[0]
    address = f"/shortlists/{drafted['id']}/evidence/{person}"
    page = client.get(address).text
    (version,) = set(re.findall(r'name="version" value="(\d+)"', page))
    said = {"version": version, "verification": "verified", "verified_by": "Trường Đại học A & B", "verified_on": ""}
    refused = client.post(f"{address}/{person}-09", data=said)
    assert (refused.status_code, 'value="Trường Đại học A &amp; B"' in refused.text) == (422, True)
    assert client.post(f"{address}/{person}-09", data={**said, "verified_on": "2026-09-01"}).status_code == 200
    assert client.post(f"{address}/{person}-09", data={**said, "verified_on": "2026-09-02"}).status_code == 412
    stored = {one["id"]: one for one in client.get(f"{API}/experts/{person}/evidence?limit=200").json()["items"]}
    assert (stored[f"{person}-09"]["verification"], stored[f"{person}-09"]["verified_on"]) == ("verified", "2026-09-01")
    assert client.get(f"/shortlists/{drafted['id']}/evidence/E6").status_code == 404


def test_an_auditor_reads_and_finds_no_form(client: TestClient, url: str) -> None:
    drafted = draft(client)
    page = client.get(f"/shortlists/{drafted['id']}", headers=key_header(url, AccountRole.AUDITOR)).text
    main = page.partition("<main")[2]
    assert (people(drafted)[0] in main, 'method="post"' in main) == (True, False)


def _let_rule_be_unshown(world: Engine, person: str) -> None:
    with writing(world) as session:
        content = session.scalars(sa.select(EntryContent).where(EntryContent.expert_id == person)).one()
        rules = [{**rule, "result": "not_shown"} if rule["rule"] == "R-YEARS" else rule for rule in content.snapshot["rules"]]
        content.snapshot = {**content.snapshot, "rules": rules}


def test_no_result_is_chosen_beforehand_and_a_form_without_one_says_so_and_keeps_its_words(client: TestClient) -> None:
    drafted = draft(client)
    page = client.get(f"/shortlists/{drafted['id']}?lang=en").text
    choices = re.findall(r'<input type="radio" name="finding"[^>]*>', page)
    assert (len(choices), [one for one in choices if "checked" in one or "required" not in one]) == (3, [])
    assert (page.index('href="#finding-result"') < page.index('id="finding-result"'), 'href="#finding-reason"' in page) == (True, False)
    cell = f"CE_PROJECT|{people(drafted)[0]}|R-LEGAL"
    unchosen = {name: value for name, value in FINDING.items() if name != "finding"} | {"cell": cell}
    refused = client.post(f"/shortlists/{drafted['id']}/findings", data=unchosen)
    assert (refused.status_code, "Choose a result: met, not met, more is needed." in refused.text) == (422, True)
    assert (f"{WORDS.replace('&', '&amp;')}</textarea>" in refused.text, f'value="{cell}" checked' in refused.text) == (True, True)
    assert shown(client, drafted)["entries"][0]["findings"] == []
    again = client.post(f"/shortlists/{drafted['id']}/findings", data={**unchosen, "finding": "not_met", "reason": ""})
    assert (again.status_code, 'value="not_met" required checked' in again.text) == (422, True)


def test_whoever_is_found_not_to_meet_a_condition_is_marked_and_comes_off_before_the_list_is_signed(client: TestClient) -> None:
    drafted = draft(client)
    client.get(f"/shortlists/{drafted['id']}?lang=en")
    first, second = people(drafted)[:2]
    cell = f"CE_PROJECT|{first}|R-LEGAL"
    page = client.post(f"/shortlists/{drafted['id']}/findings", data={**FINDING, "finding": "not_met", "cell": cell}).text
    rows = {person: page.split(f'id="p-CE_PROJECT-{person}"')[1].split("</tr>")[0] for person in (first, second)}
    assert ["To be taken off the list before it is signed." in row for row in rows.values()] == [True, False]
    after, signing = page.split("1 finding recorded.")[-1].split("</p>")[1], page.split('id="sign"')[1].split("<form")[0]
    assert (f'href="#p-CE_PROJECT-{first}"' in after, "Next: sign" in page) == (True, False)
    assert f'href="#p-CE_PROJECT-{first}"' in signing


def test_the_next_step_is_to_judge_what_is_open_before_it_is_to_sign(client: TestClient) -> None:
    drafted = draft(client)
    client.get(f"/shortlists/{drafted['id']}?lang=en")
    address = f"/shortlists/{drafted['id']}/findings"
    page = client.post(address, data={**FINDING, "cell": "CE_PROJECT|*|R-LEGAL"}).text
    assert (f"Next: judge the {len(people(drafted))} conditions left" in page, "Next: sign the list" in page) == (True, False)
    assert "Next: sign the list" in client.post(address, data={**FINDING, "cell": "CE_PROJECT|*|R-QUAL"}).text


def test_another_list_for_the_same_subject_and_role_names_the_one_that_was_signed(client: TestClient) -> None:
    warning = "A list for the same subject and role was signed on"
    first, alone = signed(client), draft(client, roles=["CA_PROJECT"])
    second = draft(client)
    pages = [client.get(f"/shortlists/{one['id']}?lang=en").text for one in (first, alone, second)]
    assert [warning in page for page in pages] == [False, False, True]
    assert f'href="/shortlists/{first["id"]}"' in pages[2]
    client.app.dependency_overrides[present] = lambda: NOW + timedelta(hours=1)  # type: ignore[attr-defined]
    assert sign(client, second).status_code == 200
    assert [warning in client.get(f"/shortlists/{one['id']}").text for one in (first, second)] == [False, True]
