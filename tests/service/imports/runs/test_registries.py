"""Records of registries are brought in as tables are: dry run, one person once, source and time, refused entries by their names."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlmodel import col

from models.database import reading
from models.experts import Evidence, ImportedPerson
from tests.service.imports.conftest import IMPORTS, Send
from tests.service.imports.formats.openalex.test_files import AN, AUTHOR, BINH, page, work
from tests.service.imports.formats.orcid.sample import SAMPLE

ORCID = "0000-0002-1825-0097"
RECORD = json.dumps(SAMPLE).encode()


def entries(section: Any) -> Iterator[Any]:
    """Yield the entries of a section of a record, one of every group: counted without what reads them."""
    for value in section.values() if isinstance(section, dict) else ():
        yield from value if isinstance(value, list) else ()


def evidence_of(client: TestClient, expert_id: str) -> Counter[str]:
    items = client.get(f"/api/v1/experts/{expert_id}/evidence?limit=100").json()["items"]
    return Counter(item["kind"] for item in items)


def test_a_record_of_orcid_enters_whole_and_once(client: TestClient, send: Send) -> None:
    run = send(RECORD, "record.json")
    assert (run["format"], run["source"], run["added"], run["rows"]) == ("orcid", "orcid", 1, [])
    found = evidence_of(client, "E000001")
    counted = {name: len(list(entries(section))) for name, section in SAMPLE["activities-summary"].items()}
    assert (found["position"], found["degree"]) == (counted["employments"], counted["educations"])
    assert found["publication"] == counted["works"]
    assert found.total() == sum(counted.values())
    again = send(RECORD, "record.json")
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 1)


def test_a_dry_run_of_a_record_changes_nothing(client: TestClient, send: Send) -> None:
    assert send(RECORD, dry_run=True)["added"] == 1
    assert client.get("/api/v1/experts").json()["total"] == 0


def test_an_author_comes_with_works_and_meets_the_record_of_orcid(client: TestClient, send: Send, engine: Any) -> None:
    send(RECORD)
    works = page(work(1, AN, BINH), work(2, AN, BINH))
    files = [("file", ("author.json", json.dumps(AUTHOR).encode())), ("file", ("works.json", works))]
    answer = client.post(IMPORTS, files=files)
    assert (answer.status_code, answer.json()["format"]) == (202, "openalex")
    send("Họ và tên\nLê Thị Hoa\n")  # has the worker do everything that waits
    with reading(engine) as session:
        keys = {(row.source, row.key): row.expert_id for row in session.scalars(sa.select(ImportedPerson))}
        assert keys["orcid", ORCID] == keys["openalex", "A5000000001"]
        assert set(session.scalars(sa.select(col(Evidence.source)))) >= {"openalex:W1", "openalex:W2"}


@pytest.mark.parametrize(("said", "status"), [("orcid", 202), ("csv", 422), ("openalex", 422), ("word", 422)])
def test_a_format_that_is_said_must_be_the_one_of_the_file(client: TestClient, said: str, status: int) -> None:
    assert client.post(IMPORTS, files={"file": ("r.json", RECORD)}, data={"format": said}).status_code == status


def test_several_files_are_taken_of_a_registry_alone(client: TestClient) -> None:
    table = ("file", ("a.csv", "Họ và tên\nLê Thị Hoa\n".encode()))
    answer = client.post(IMPORTS, files=[table, table])
    assert (answer.status_code, "one by one" in answer.text or "từng bảng" in answer.text) == (422, True)
