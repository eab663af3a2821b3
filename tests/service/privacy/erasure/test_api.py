"""A person is erased at an address, and the id leads to nobody ever again."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.service.front.command_line.conftest import Run, run
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, add, version_of

__all__ = ["client", "run"]
MISTAKE = {"reason": "mistake"}


def test_a_person_is_erased_by_whoever_has_read_the_record(client: TestClient) -> None:
    person = add(client)
    assert client.delete(f"{EXPERTS}/{person}", params=MISTAKE).status_code == 428
    assert client.delete(f"{EXPERTS}/{person}", params=MISTAKE, headers={"If-Match": '"9"'}).status_code == 412
    erased = client.delete(f"{EXPERTS}/{person}", params=MISTAKE, headers=version_of(client, person))
    assert (erased.status_code, erased.json()["reason"]) == (200, "mistake")
    assert person not in erased.text
    assert client.get(f"{EXPERTS}/{person}").status_code == 404
    assert client.delete(f"{EXPERTS}/{person}", params=MISTAKE, headers={"If-Match": "*"}).status_code == 404


def test_no_id_is_given_again(client: TestClient) -> None:
    first, last = add(client), add(client)
    client.delete(f"{EXPERTS}/{last}", params=MISTAKE, headers={"If-Match": "*"})
    assert add(client) == "E000003"
    client.delete(f"{EXPERTS}/{first}", params=MISTAKE, headers={"If-Match": "*"})
    client.delete(f"{EXPERTS}/E000003", params=MISTAKE, headers={"If-Match": "*"})
    assert add(client) == "E000004"


def test_the_ledger_is_a_file_without_ids_and_can_be_replayed(client: TestClient, database_url: str, run: Run, tmp_path: Path) -> None:
    person, file = add(client), tmp_path / "ledger.jsonl"
    client.delete(f"{EXPERTS}/{person}", params=MISTAKE, headers={"If-Match": "*"})
    assert run("erasures", "export", file, "--database", database_url).exit_code == 0
    assert person not in file.read_text(encoding="utf-8")
    replayed = run("erasures", "replay", file, "--database", database_url)
    assert (replayed.exit_code, replayed.stderr) == (0, "Erased again: 0 of 1 in the ledger.\n")


@pytest.mark.parametrize("line", ["no json", '{"digest": "x"}'])
def test_a_line_that_is_no_entry_is_named(run: Run, sqlite_url: str, tmp_path: Path, line: str) -> None:
    file = tmp_path / "ledger.jsonl"
    file.write_text(f"{line}\n", encoding="utf-8")
    refused = run("erasures", "replay", file, "--database", sqlite_url)
    assert (refused.exit_code, "ledger.jsonl:1" in refused.stderr) == (2, True)
