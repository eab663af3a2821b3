from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.imports.conftest import IMPORTS, Send

TWO = "Mã;Họ và tên;Email;Quốc gia\nA1;Trần Thị Mai;mai@example.vn;Việt Nam\nA2;Lê Văn An;an@example.vn;Đức\n"
ONE_BAD = "Mã;Họ và tên;Quốc gia\nA1;Trần Thị Mai;Việt Nam\nA2;Lê Văn An;Xứ sở thần tiên\n"


def counts(run: dict[str, Any]) -> tuple[int, int, int, int]:
    return run["added"], run["changed"], run["unchanged"], run["refused"]


def people(client: TestClient) -> list[str]:
    return [each["display_name"] for each in client.get("/api/v1/experts").json()["items"]]


@pytest.mark.parametrize("database_kind", ["sqlite", "postgresql"])
def test_a_file_comes_in_and_the_same_file_again_changes_nothing(send: Send, client: TestClient) -> None:
    assert counts(send(TWO)) == (2, 0, 0, 0)
    again = send(TWO)
    assert counts(again) == (0, 0, 2, 0)
    assert (again["status"], again["progress"], people(client)) == ("done", 1.0, ["Lê Văn An", "Trần Thị Mai"])


def test_a_dry_run_says_the_same_and_does_nothing(send: Send, client: TestClient) -> None:
    assert counts(send(ONE_BAD, dry_run="true")) == (1, 0, 0, 1)
    assert people(client) == []


def test_a_refused_row_is_named_and_the_others_enter(send: Send, client: TestClient) -> None:
    run = send(ONE_BAD)
    assert people(client) == ["Trần Thị Mai"]
    (row,) = run["rows"]
    assert (row["row"], row["column"]) == (3, "Quốc gia")
    assert "Xứ sở thần tiên" in row["message"]["vi"]
    assert "two letters" in row["message"]["en"]


def test_as_one_unit_nobody_enters_beside_a_refused_row(send: Send, client: TestClient) -> None:
    assert counts(send(ONE_BAD, mode="one")) == (0, 0, 0, 1)
    assert people(client) == []
    assert counts(send(TWO, mode="one")) == (2, 0, 0, 0)


def test_refused_rows_come_back_to_be_corrected_and_sent_again(send: Send, client: TestClient) -> None:
    run = send(ONE_BAD)
    back = client.get(f"{IMPORTS}/{run['id']}/refused.csv")
    text = back.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "Mã,Họ và tên,Quốc gia,Lý do / Reason"
    assert counts(send(text.replace("Xứ sở thần tiên", "Lào"))) == (1, 0, 0, 0)


def test_formulas_in_refused_rows_stay_words(send: Send, client: TestClient) -> None:
    run = send('Mã,Họ và tên,Quốc gia\nA1,"=HYPERLINK(""http://example.org"")",Nowhere\n')
    text = client.get(f"{IMPORTS}/{run['id']}/refused.csv").text
    assert ",\"'=HYPERLINK(" in text
    assert client.get(f"{IMPORTS}/{run['id']}/refused.xlsx").content.startswith(b"PK")


def test_an_import_that_waits_can_be_cancelled_once(client: TestClient, work: Callable[[], None]) -> None:
    place = client.post(IMPORTS, files={"file": ("people.csv", TWO.encode())}).headers["Location"]
    assert client.post(f"{place}/cancel").json()["status"] == "cancelled"
    assert client.post(f"{place}/cancel").status_code == 409
    work()
    assert people(client) == []


def test_a_kind_of_file_that_is_not_read_is_refused_at_once(client: TestClient) -> None:
    answer = client.post(IMPORTS, files={"file": ("cv.pdf", b"%PDF-1.7 and more")})
    assert answer.status_code == 422
    assert "PDF" in answer.json()["detail_en"]


def test_a_file_without_known_headings_fails_and_says_what_to_do(send: Send) -> None:
    run = send("Cột lạ,Cột khác\n1,2\n")
    assert (run["status"], run["unknown"]) == ("failed", ["Cột lạ", "Cột khác"])
    assert "template" in run["rows"][0]["message"]["en"]


def test_headings_can_be_mapped_for_one_file_and_by_a_saved_name(send: Send, client: TestClient) -> None:
    odd = "Ký hiệu,Danh xưng\nA1,Trần Thị Mai\n"
    columns = {"Ký hiệu": "key", "Danh xưng": "display_name"}
    assert client.put("/api/v1/import-mappings/Sở KHCN", json={"columns": columns}).status_code == 200
    assert counts(send(odd, mapping="Sở KHCN")) == (1, 0, 0, 0)
    assert counts(send(odd, columns='{"Ký hiệu": "key", "Danh xưng": "display_name"}')) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("form", "status"),
    [({"mapping": "none such"}, 404), ({"columns": "{"}, 422), ({"columns": '{"A": "salary"}'}, 422), ({"mode": "some"}, 422)],
)
def test_what_cannot_be_asked_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    assert client.post(IMPORTS, files={"file": ("people.csv", TWO.encode())}, data=form).status_code == status


@pytest.mark.parametrize("name", ["vi.csv", "en.csv", "vi.xlsx", "en.xlsx"])
def test_a_template_can_be_sent_as_it_is(send: Send, client: TestClient, name: str) -> None:
    template = client.get(f"/api/v1/import-templates/{name}").content
    assert counts(send(template, f"people-{name}")) == (1, 0, 0, 0)


@pytest.mark.parametrize(("role", "status"), [(AccountRole.ADMINISTRATOR, 202), (AccountRole.LEAD, 403), (AccountRole.AUDITOR, 403)])
def test_who_may_import(settings: Settings, client_for: ClientFor, role: AccountRole, status: int) -> None:
    answer = client_for(settings, role=role).post(IMPORTS, files={"file": ("people.csv", TWO.encode())})
    assert answer.status_code == status


def test_the_same_request_sent_twice_is_one_import(client: TestClient) -> None:
    key = {"Idempotency-Key": "once"}
    first, second = (client.post(IMPORTS, files={"file": ("people.csv", TWO.encode())}, headers=key).json()["id"] for _ in range(2))
    assert first == second


def test_a_file_may_be_larger_than_other_requests(settings: Settings, client_for: ClientFor) -> None:
    small = client_for(settings.model_copy(update={"body_limit_bytes": 100, "import_limit_bytes": 600}))
    assert small.post(IMPORTS, files={"file": ("people.csv", TWO.encode())}).status_code == 202
    assert small.post(IMPORTS, files={"file": ("people.csv", TWO.encode() * 9)}).status_code == 413
