"""One person is one record, a namesake is another one, and what people changed since is left alone."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from tests.consent_texts import consent_texts
from tests.service.imports.conftest import Send

HEAD = "Mã,Họ và tên,Email,ORCID,Số giờ mỗi tuần,Loại,Nội dung,Từ,Đến,Đơn vị\n"
MAI = "A1,Trần Thị Mai,mai@example.vn,0000-0002-1825-0097,10,chức vụ,Kỹ sư trưởng,2015,2019,Viettel\n"
EXPERTS = "/api/v1/experts"


def counts(run: dict[str, Any]) -> tuple[int, int, int, int]:
    return run["added"], run["changed"], run["unchanged"], run["refused"]


def person(client: TestClient, expert_id: str = "E000001") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{EXPERTS}/{expert_id}").json()
    return found


def items(client: TestClient, expert_id: str = "E000001") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{EXPERTS}/{expert_id}/evidence").json()["items"]
    return found


def change(client: TestClient, address: str, **fields: Any) -> None:
    answer = client.patch(address, json=fields, headers={"If-Match": client.get(f"{EXPERTS}/E000001").headers["ETag"]})
    assert answer.status_code == 200, answer.text


def test_a_changed_file_changes_what_nobody_else_has_changed(send: Send, client: TestClient) -> None:
    send(HEAD + MAI)
    assert counts(send(HEAD + MAI.replace(",10,", ",20,").replace("2019", "2020"))) == (0, 1, 0, 0)
    assert person(client)["hours_per_week"] == 20
    assert [item["ends"] for item in items(client)] == ["2020-12-31"]


def test_what_a_person_changed_is_not_overwritten(send: Send, client: TestClient) -> None:
    send(HEAD + MAI)
    change(client, f"{EXPERTS}/E000001", hours_per_week=5)
    change(client, f"{EXPERTS}/E000001/evidence/{items(client)[0]['id']}", title="Tổng kỹ sư")
    assert counts(send(HEAD + MAI.replace(",10,", ",20,").replace("Viettel", "FPT"))) == (0, 1, 0, 0)
    assert person(client)["hours_per_week"] == 5
    assert [item["title"] for item in items(client)] == ["Tổng kỹ sư"]


def test_an_item_that_a_person_removed_does_not_come_back(send: Send, client: TestClient) -> None:
    send(HEAD + MAI)
    version = client.get(f"{EXPERTS}/E000001").headers["ETag"]
    assert client.delete(f"{EXPERTS}/E000001/evidence/{items(client)[0]['id']}", headers={"If-Match": version}).status_code == 204
    assert counts(send(HEAD + MAI.replace("2019", "2020"))) == (0, 0, 1, 0)
    assert items(client) == []


@pytest.mark.parametrize("row", ["B7,Trần Thị Mai,mai@example.vn,,,,,,,\n", "B7,Tran Thi Mai,,0000-0002-1825-0097,,,,,,\n"])
def test_an_identifier_that_exists_links_to_its_record(send: Send, client: TestClient, row: str) -> None:
    fields = {"display_name": "Trần Thị Mai", "given_name": "Thị Mai", "family_name": "Trần", "country": "VN"}
    client.post(EXPERTS, json=fields | {"email": "mai@example.vn", "orcid": "0000-0002-1825-0097"})
    assert send(HEAD + row)["added"] == 0
    assert client.get(EXPERTS).json()["total"] == 1


def test_a_record_that_was_typed_keeps_what_it_says_and_gets_what_it_lacks(send: Send, client: TestClient) -> None:
    fields = {"display_name": "Mai Trần", "given_name": "Mai", "family_name": "Trần", "country": "DE", "email": "mai@example.vn"}
    client.post(EXPERTS, json=fields)
    send(HEAD + MAI)
    assert (person(client)["display_name"], person(client)["country"], person(client)["hours_per_week"]) == ("Mai Trần", "DE", 10)


def test_an_address_of_somebody_with_another_name_is_refused(send: Send) -> None:
    send(HEAD + MAI)
    run = send(HEAD + "C3,Phạm Quốc Hùng,mai@example.vn,,,,,,,\n")
    assert counts(run) == (0, 0, 0, 1)
    assert (run["rows"][0]["row"], run["rows"][0]["column"]) == (2, "Email")
    assert "E000001" in run["rows"][0]["message"]["vi"]


def test_namesakes_with_their_own_keys_are_two(send: Send, client: TestClient) -> None:
    assert counts(send(HEAD + "A1,Lê An,,,,,,,,\nA2,Lê An,,,,,,,,\n")) == (2, 0, 0, 0)


def test_the_same_key_of_another_source_is_another_person(send: Send, client: TestClient) -> None:
    send("Mã,Họ và tên\n1,Lê An\n", source="Sở A")
    assert counts(send("Mã,Họ và tên\n1,Phạm Quốc Hùng\n", source="Sở B")) == (1, 0, 0, 0)


def test_a_key_whose_person_has_another_name_is_refused(send: Send) -> None:
    send("Mã,Họ và tên\n1,Lê An\n")
    assert counts(send("Mã,Họ và tên\n1,Phạm Quốc Hùng\n")) == (0, 0, 0, 1)


def test_items_alone_go_to_whoever_has_the_key(send: Send, client: TestClient) -> None:
    send("Mã,Họ và tên\nA1,Lê An\n")
    run = send("Mã,Loại,Nội dung,Năm\nA1,bài báo,Thiết kế vi mạch,2019\nA9,bài báo,Khác,2019\n")
    assert counts(run) == (0, 1, 0, 1)
    assert [item["title"] for item in items(client)] == ["Thiết kế vi mạch"]
    assert (run["rows"][0]["row"], run["rows"][0]["column"]) == (3, "Mã")


def test_spellings_of_one_employer_are_one_organisation(send: Send, client: TestClient) -> None:
    known = {"name": "Đại học Bách khoa Hà Nội", "abbreviations": ["HUST"]}
    client.post("/api/v1/organisations", json=known)
    spelled = ["HUST", "dai hoc bach khoa ha noi", "ĐH Bách Khoa HN", "Trường Đại học Bách khoa Hà Nội", "Đại học Bách khoa Hà Nội (HUST)"]
    spelled += ["Viện Mới", "VIỆN MỚI"]
    send("Mã,Họ và tên,Chức vụ,Đơn vị\n" + "".join(f"A1,Lê An,Việc {n},{name}\n" for n, name in enumerate(spelled)))
    assert {each["name"] for each in client.get("/api/v1/organisations").json()["items"]} == {known["name"], "Viện Mới"}
    assert len({item["organisation_id"] for item in items(client)}) == 2


def test_somebody_who_was_brought_in_is_counted_nowhere_before_consenting(send: Send, client: TestClient) -> None:
    send(HEAD + MAI)
    assert [consent["given"] for consent in person(client)["consents"]] == []


CONSENT = "Mã,Họ và tên,Đồng ý được đối sánh,Ngày đồng ý,Hình thức đồng ý,Văn bản đồng ý\n"


@pytest.mark.parametrize(("proof", "given"), [("01/02/2026,giấy,Phiếu 12", True), (",,", False)])
def test_a_consent_on_paper_enters_with_its_day_means_and_document(
    send: Send, client: TestClient, engine: Engine, proof: str, given: bool
) -> None:
    with writing(engine) as session:
        session.add_all(consent_texts("2026-01"))
    run = send(f"{CONSENT}A1,Lê An,có,{proof}\n")
    assert (run["added"], run["refused"]) == (1, 0)
    assert any(consent["given"] for consent in person(client)["consents"]) is given
    assert any("need" in note["en"] and "document" in note["en"] for note in run["notes"]) is not given


def test_every_fact_keeps_its_source_and_time(send: Send, client: TestClient) -> None:
    send(HEAD + MAI, source="Sở KHCN")
    kept = client.get(f"{EXPERTS}/E000001/access-export.json").json()["imports"]
    assert [(row["source"], row["key"], row["fields"]["hours_per_week"]) for row in kept] == [("Sở KHCN", "A1", 10)]
    assert [bool(item["at"]) for item in kept[0]["items"].values()] == [True]
