import csv
import json
from pathlib import Path

import pytest

from service.matches.encoders.choice import NO_ENCODER
from tests.service.front.command_line.conftest import Run
from tests.service.matches.encoders.examples import LocalModel

NAMES = ["ap", "ndcg_10", "p_10", "r_1", "mrr", "roc_auc", "loss_within_brief", "loss_within_profile", "easy_accuracy", "hard_accuracy"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two briefs and two profiles, each brief about one of them."""
    topics = {"1": "battery cells and electrolytes", "2": "satellite orbits and ground stations"}
    write(tmp_path / "briefs.jsonl", [{"id": name, "title": topic, "text": ""} for name, topic in topics.items()])
    write(
        tmp_path / "profiles.jsonl",
        [{"id": name, "items": [{"id": "a", "title": topic, "text": topic, "year": 2020}]} for name, topic in topics.items()],
    )
    rows = [f"{brief},{profile},{int(brief == profile)}" for brief in topics for profile in topics]
    (tmp_path / "judgements.csv").write_text("\n".join(["brief_id,profile_id,grade", *rows]) + "\n")
    return tmp_path


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))


def test_metrics_have_their_names_and_baselines(run: Run, folder: Path) -> None:
    result = run("evaluate", folder, "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert list(found["metrics"]) == NAMES
    assert found["metrics"]["ap"]["value"] == found["metrics"]["r_1"]["value"] == 1.0
    assert found["metrics"]["easy_accuracy"] == {"value": None, "low": None, "high": None}
    assert set(found["baselines"]) == {"constant", "random"}


def test_every_score_is_written(run: Run, folder: Path) -> None:
    result = run("evaluate", folder, "--scores", folder / "scores.csv")
    assert result.exit_code == 0, result.stderr
    rows = csv.DictReader((folder / "scores.csv").read_text().splitlines())
    scores = {(row["brief_id"], row["profile_id"]): float(row["score"]) for row in rows}
    assert len(scores) == 4
    assert scores["1", "1"] > scores["1", "2"]


def test_without_an_encoder_that_is_said(run: Run, folder: Path) -> None:
    assert NO_ENCODER.en in run("evaluate", folder).stderr


def test_an_encoder_encodes_each_text_once_and_the_cache_keeps_it(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = LocalModel(tmp_path / "words", monkeypatch)
    results = [run("evaluate", folder, "--encoder", local.setting, "--cache", folder / "kept", "--json") for _time in range(2)]
    assert [result.exit_code for result in results] == [0, 0], results[0].stderr
    assert results[0].stdout == results[1].stdout
    assert "Encoding / Mã hóa" in results[0].stderr
    texts = [text for text in local.encoded if text != "?"]  # the question by which the adapter learns the dimension
    assert len(texts) == len(set(texts))
    assert [path.name.startswith("words-") for path in (folder / "kept").iterdir()] == [True]


def test_without_a_cache_vectors_last_as_long_as_the_command(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = LocalModel(tmp_path / "words", monkeypatch)
    result = run("evaluate", folder, "--encoder", local.setting, "--json")
    assert json.loads(result.stdout)["metrics"]["ap"]["value"] == 1.0
    assert len(local.encoded) == len(set(local.encoded))


def test_people_read_a_table(run: Run, folder: Path) -> None:
    output = run("evaluate", folder).stdout
    assert all(name in output for name in (*NAMES, "constant", "random"))


def test_a_malformed_folder_is_refused_with_its_line(run: Run, folder: Path) -> None:
    (folder / "briefs.jsonl").write_text("{}\n")
    result = run("evaluate", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "briefs.jsonl:1" in result.stderr
