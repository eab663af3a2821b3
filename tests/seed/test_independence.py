"""The synthetic network must not speak the scorer's language: its phrases were written without the thesaurus."""

import csv
import re
from pathlib import Path

import seed.network
from seed.readers.catalogue import shipped_thesaurus as thesaurus
from seed.written.loading import read_written

PHRASES = Path(seed.network.__file__).parent / "phrases"
MOST = 0.35  # the thesaurus learnt names after the phrases were written, from the written people; the phrases did not change
MOST_SHARED = 0.05  # such as “kiến trúc sư hệ thống”: five syllables of one name


def test_few_sentences_of_the_phrase_bank_contain_a_label_or_alias_of_the_thesaurus() -> None:
    sentences = [row["text"] for path in sorted(PHRASES.glob("P*.csv")) for row in _rows(path) if row["part"] == "sentence"]
    known = thesaurus()
    naming = [sentence for sentence in sentences if known.find(sentence)]
    assert len(sentences) > 1500
    assert 0 < len(naming) < MOST * len(sentences)


def test_hardly_a_role_sentence_shares_five_words_in_a_row_with_the_people_whom_readers_learn_from() -> None:
    learnt = {run for person in read_written().people for item in person.profile.items for run in _runs(item.words)}
    sentences = [row["text"] for row in _rows(PHRASES / "roles.csv")]
    shared = [sentence for sentence in sentences if _runs(sentence) & learnt]
    assert _runs("Kept one plan and another") == {("kept", "one", "plan", "and", "another")}
    assert len(shared) <= MOST_SHARED * len(sentences)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
