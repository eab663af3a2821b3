"""The stages and counters that the documentation tells are those that are measured."""

import re

from service.front.metrics import Metrics
from tests.documentation.pages import ROOT, table_rows

OBSERVING = (ROOT / "docs" / "observing.md").read_text(encoding="utf-8")
NAMED = re.compile(r"\b(?:stage|spent)\(\"(\w+)\"")


def first_column(heading: str) -> list[str]:
    return [row.split("`")[1] for row in table_rows(OBSERVING, heading)]


def test_every_stage_stands_in_the_table_and_no_other() -> None:
    measured = {name for path in (ROOT / "service").rglob("*.py") for name in NAMED.findall(_code(path.read_text(encoding="utf-8")))}
    assert first_column("The stages of a request") == sorted(measured)


def test_every_counter_stands_in_the_table_and_no_other() -> None:
    text = Metrics().text().decode()
    assert sorted(first_column("Counters")) == sorted(re.findall(r"^# HELP (\w+)", text, re.MULTILINE))


def _code(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "``with stage(" not in line)
