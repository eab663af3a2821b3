"""``vinmatch quality`` without an encoder: on three written people, and on one small world."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from seed.written.loading import FOLDER
from service.front.command_line.main import app


def few(folder: Path) -> Path:
    written = json.loads((FOLDER / "w01.json").read_text(encoding="utf-8"))
    kept = {person["id"] for person in written["people"][:5]}
    written["people"] = written["people"][:5]
    written["truth"] = [
        {**row, "grades": {name: grade for name, grade in row["grades"].items() if name in kept}} for row in written["truth"][:2]
    ]
    (folder / "few.json").write_text(json.dumps(written), encoding="utf-8")
    return folder


@pytest.mark.long
def test_written_people_come_first_then_planted_worlds(tmp_path: Path) -> None:
    report, failures = tmp_path / "quality.md", tmp_path / "failures.md"
    told = [
        "--written",
        few(tmp_path),
        "--seeds",
        "2",
        "--size",
        "200",
        "--encoder",
        "none",
        "--to",
        report,
        "--failures",
        failures,
        "--json",
    ]
    result = CliRunner().invoke(app, ["quality", *map(str, told)])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == ["written", "public", "planted"]
    assert found["written"]["fold"] == "nothing learnt"
    assert set(found["written"]["by_writer"]) == {"few"}
    assert found["planted"]["gated_right"]["value"] == 1.0
    assert 0 < found["planted"]["ndcg_10"]["value"] <= 1
    text = report.read_text(encoding="utf-8")
    assert text.index("## Written people") < text.index("## Planted worlds")
    assert "worlds 2, 200 people" in text
    assert "W1-0" in failures.read_text(encoding="utf-8")


def test_a_quick_measurement_is_of_written_people_alone(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["quality", "--quick", "--written", str(few(tmp_path)), "--encoder", "none"])
    assert result.exit_code == 0, result.output
    assert "right_first" in result.stdout
    assert "planted" not in result.stdout
