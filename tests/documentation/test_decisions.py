"""Decisions are numbered, and each says what was decided, why, and what it costs, on half a page."""

import re
from pathlib import Path

import pytest

from tests.documentation.pages import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PARTS = ["Context", "Decision", "Why", "What it costs"]
MOST_LINES = 40


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts_and_is_short(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert [part for part in PARTS if f"\n**{part}.**" not in text] == []
    assert len(text.splitlines()) <= MOST_LINES
    assert text.startswith(f"# {int(decision.name[:4])}. ")


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    assert all(re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", path.name) for path in DECISIONS)
