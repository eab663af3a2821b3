"""What is read of a person: shares whatever is written, of the work alone, and the same in every process."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.profiles import EvidenceItem, Profile
from matching.readers.packed import pack
from matching.readers.stated import Stated
from models.vocabulary import RoleDimension
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, RADAR_BRIEF, item, person
from tests.matching.readers.examples import SUBJECTS, TEXT_WEIGHTS, reader

STRANGE = [
    "",
    " \n\t",
    "ra da mang pha",
    "😀🚀🇻🇳",
    "相控阵雷达系统",
    "رادار مصفوفة الطور",
    "радар с фазированной решёткой",
    "12 345,6 7.8",
    "\x00\x01\x1f\x7f",
    "Rаdаr (half Cyrillic) 雷达 ra đa 😀",
    "radar \ud800",
    "a" + "\u0301\u0323" * 500,
    "\u200d\u202e\ufeff",
    "<p>radar</p>&amp;",
]
SOMEBODY = person("E1", item("a", RADAR[0], text="Led the design of the array."), item("b", BATTERY[1]))


def read(*items: EvidenceItem) -> bytes:
    return pack(reader().read(person("E1", *items)))


def fingerprint() -> str:
    """Return a digest of everything that is read of strange texts, in records and as briefs."""
    digest = hashlib.sha256(read(*(item(f"i{place}", text) for place, text in enumerate([*STRANGE, *DOCUMENTS]))))
    for text in STRANGE:
        found = reader().text([text])
        digest.update(found.shares.tobytes() + found.vector.tobytes())
    return digest.hexdigest()


@given(st.lists(st.text() | st.sampled_from([*STRANGE, *DOCUMENTS]), max_size=4))
def test_whatever_is_written_is_read_as_shares(texts: list[str]) -> None:
    found = reader().read(person("E1", *(item(f"i{place}", text, text=text) for place, text in enumerate(texts))))
    for block in (found.about, found.dimensions, found.credits.toarray(), found.named.toarray()):
        assert block.shape[0] == len(texts)
        assert np.isfinite(block).all()
        assert ((block >= 0) & (block <= 1)).all()
    shares = reader().text(texts).shares
    assert ((shares >= 0) & (shares <= 1)).all()


def test_another_process_reads_the_same() -> None:
    command = "from tests.matching.readers.test_readers import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": "."}
    found = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout.strip() == fingerprint()


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "E9"},
        {"name": "Nguyễn Thị Hoa"},
        {"name": "John Smith"},
        {"country": "DE", "sub_network": "germany"},
        {"languages": ("de", "fr")},
        {"hours_per_week": 1},
    ],
)
def test_who_somebody_is_changes_no_byte(changes: dict[str, object]) -> None:
    assert pack(reader().read(replace(SOMEBODY, **changes))) == pack(reader().read(SOMEBODY))  # type: ignore[arg-type]


def test_a_person_is_read_without_the_others() -> None:
    before = pack(reader().read(SOMEBODY))
    reader().read(person("E2", *(item(f"i{place}", text) for place, text in enumerate(DOCUMENTS))))
    assert pack(reader().read(SOMEBODY)) == before


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("Kĩ thuật quản lí nhiệt cho bộ pin", "Kỹ thuật quản lý nhiệt cho bộ pin"),
        ("RADAR SIGNAL PROCESSING AND TARGET TRACKING", "radar signal processing and target tracking"),
        ("Ra\u00addar of the coast", "Radar of the coast"),
        ("A \ufb01eld of radars", "A field of radars"),
    ],
)
def test_another_spelling_of_the_same_words_is_read_alike(written: str, again: str) -> None:
    one, other = (reader().read(person("E1", item(title=text))) for text in (written, again))
    assert pack(one) == pack(other)


def test_nobody_has_a_reading_without_rows() -> None:
    nobody = reader().read(Profile("E1", "Nobody"))
    assert nobody.about.shape == (0, len(SUBJECTS))
    assert nobody.dimensions.shape == (0, len(RoleDimension))


def test_a_capability_that_no_subject_asks_for_counts_by_its_name_alone() -> None:
    unasked = reader().readers.bound(reader().encoder, reader().thesaurus, SUBJECTS[:1])
    column = unasked.thesaurus.column["battery"]
    named, unnamed = unasked.read(person("E1", item("a", "Battery storage"), item("b", "Lithium cells"))).credits.toarray()
    assert (named[column], unnamed[column]) == (1.0, 0.0)


def test_what_shows_a_dimension_is_quoted_from_the_item() -> None:
    told, untold = reader().read(SOMEBODY).stated
    for dimension in RoleDimension:
        assert Stated(SOMEBODY.items[0], told).quoted(dimension) in {RADAR[0], "Led the design of the array"}
        assert Stated(SOMEBODY.items[1], untold).quoted(dimension) in {BATTERY[1], ""}


def test_a_statement_says_the_same_beside_other_items() -> None:
    alone = [reader().read(person("E1", one)).stated for one in SOMEBODY.items]
    assert reader().read(SOMEBODY).stated.tobytes() == np.concatenate(alone).tobytes()


def test_a_brief_reads_the_same_the_second_time() -> None:
    texts = [text for _, text in RADAR_BRIEF]
    assert reader().text(texts) is reader().text(tuple(texts))
    assert reader().text_weights is TEXT_WEIGHTS
    assert reader().column_of_subject[tuple(texts)] == 0
