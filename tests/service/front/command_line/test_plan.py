import json

import pytest

from tests.applications import running_client
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import world_settings


def test_a_plan_is_printed_and_saved_only_if_wanted(run: Run, world_copy: str) -> None:
    asked = ("plan", "P01", "P02", "P03", "--database", world_copy)
    result = run(*asked, "--json")
    assert result.exit_code == 0, result.stderr
    first = json.loads(result.stdout)
    assert (len(first["plan"]["subjects"]), first["plan"]["proven"], first["saved"]) == (3, True, False)
    people = {one["person"]["id"]: seat["id"] for s in first["plan"]["subjects"] for seat in s["seats"] for one in seat["people"]}
    person, seat = next(iter(people.items()))
    told = run(*asked, "--lang", "vi", "--exclude", person, "--save")
    assert told.exit_code == 0, told.stderr
    assert person not in told.stdout
    assert all(words in told.stdout for words in ("Tổng công trình sư", "Chỉ để tham khảo"))
    pinned = json.loads(run(*asked, "--pin", f"{person}:{seat}", "--json").stdout)
    assert pinned["plan"]["request"]["pins"] == [{"person": person, "subject": seat.split(":")[0], "role": seat.split(":")[1]}]
    with running_client(world_settings(world_copy)) as client:
        (saved,) = client.get("/api/v1/plans").json()["items"]
    assert saved["actor"] == "command-line"
    assert saved["id"] in told.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("P99",), 1),
        (("G01",), 2),
        (("P01", "--pin", "E1"), 2),
        (("P01", "--pin", "E1:P02:CE_PROJECT"), 2),
        (("--objective", "fewest-changes"), 2),
    ],
)
def test_a_wrong_request_says_why(run: Run, world_copy: str, words: tuple[str, ...], code: int) -> None:
    result = run("plan", *words, "--database", world_copy)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("vinmatch: ")
