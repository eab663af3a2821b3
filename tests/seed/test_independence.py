"""The synthetic network must not speak the scorer's language: its phrases were written without the thesaurus."""

import csv
from pathlib import Path

import seed.network
from seed.planted.world import thesaurus

PHRASES = Path(seed.network.__file__).parent / "phrases"
MOST = 0.30


def test_few_sentences_of_the_phrase_bank_contain_a_label_or_alias_of_the_thesaurus() -> None:
    sentences = [row["text"] for path in sorted(PHRASES.glob("P*.csv")) for row in _rows(path) if row["part"] == "sentence"]
    naming = [sentence for sentence in sentences if thesaurus().find(sentence)]
    assert len(sentences) > 1500
    assert 0 < len(naming) < MOST * len(sentences)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
