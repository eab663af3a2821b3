"""``vinmatch quality`` on one small world without an encoder."""

import json
from pathlib import Path

from typer.testing import CliRunner

from service.front.command_line.main import app


def test_a_small_world_is_measured_and_reported(tmp_path: Path) -> None:
    report = tmp_path / "quality.md"
    result = CliRunner().invoke(app, ["quality", "--seeds", "2", "--size", "200", "--encoder", "none", "--to", str(report), "--json"])
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["gated_right"]["value"] == 1.0
    assert 0 < found["ndcg_10"]["value"] <= 1
    assert "worlds 2, 200 people" in report.read_text(encoding="utf-8")
