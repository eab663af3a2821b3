"""The synthetic network must not speak the scorer's language: its phrases were written without the thesaurus."""

import csv
import re
from pathlib import Path

from matching.roles.statements import OF_DIMENSION, OF_NONE

import seed.network
from seed.readers.catalogue import shipped_thesaurus as thesaurus

PHRASES = Path(seed.network.__file__).parent / "phrases"
MOST = 0.30


def test_few_sentences_of_the_phrase_bank_contain_a_label_or_alias_of_the_thesaurus() -> None:
    sentences = [row["text"] for path in sorted(PHRASES.glob("P*.csv")) for row in _rows(path) if row["part"] == "sentence"]
    naming = [sentence for sentence in sentences if thesaurus().find(sentence)]
    assert len(sentences) > 1500
    assert 0 < len(naming) < MOST * len(sentences)


def test_role_sentences_share_no_four_words_in_a_row_with_the_statements_that_roles_are_read_by() -> None:
    read_by = {run for group in (*OF_DIMENSION.values(), OF_NONE) for told in group.values() for text in told for run in _runs(text)}
    shared = {row["text"]: runs for row in _rows(PHRASES / "roles.csv") if (runs := _runs(row["text"]) & read_by)}
    assert _runs("Kept one plan and") == {("kept", "one", "plan", "and")}
    assert not shared


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
