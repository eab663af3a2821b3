"""Any text at all: a share or clearly no evidence, the same in every process, in bounded time."""

import hashlib
import os
import subprocess
import sys
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.examples import DOCUMENTS, RADAR_BRIEF, space

STRANGE = [
    "",
    " \n\t",
    "radar",
    "ra đa",
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
]
FOREIGN = STRANGE[5:11]
PASTED = ["radar ", "no experience in radar, ", "ra da mang pha ", "ra đa ", "a", "雷达", "😀", "1 ", "\x00", "e\u0323\u0301"]


def read(text: str) -> np.ndarray:
    """Return the relevance of all documents to ``text``."""
    return space().relevance(space().query([text]), space().transform(DOCUMENTS))


def fingerprint() -> str:
    """Return a digest of everything that is made of strange texts, as queries and as documents."""
    digest = hashlib.sha256()
    for text in STRANGE:
        digest.update(read(text).tobytes())
    brief = space().query([text for _, text in RADAR_BRIEF])
    digest.update(space().relevance(brief, space().transform(STRANGE)).tobytes())
    return digest.hexdigest()


@given(st.text() | st.lists(st.sampled_from([*STRANGE, *DOCUMENTS])).map(" ".join))
def test_relevance_is_a_share_whatever_is_asked(text: str) -> None:
    relevance = read(text)
    assert np.isfinite(relevance).all()
    assert ((relevance >= 0) & (relevance <= 1)).all()
    assert relevance.tobytes() == read(text).tobytes()


@given(st.lists(st.text(), max_size=3))
def test_a_query_that_says_nothing_finds_nobody(texts: list[str]) -> None:
    query = space().query(texts)
    if query.says_nothing:
        assert not space().relevance(query, space().transform(DOCUMENTS)).any()


@pytest.mark.parametrize("text", FOREIGN)
def test_what_cannot_be_read_is_no_evidence(text: str) -> None:
    assert space().query([text]).says_nothing
    assert not read(text).any()


@pytest.mark.parametrize(
    "piece", ["radar ", "no experience in radar, ", "ra da mang pha ", "ra đa ", "a", "雷达", "😀", "1 ", "\x00", "e\u0323\u0301"]
)
def test_a_very_long_paste_takes_no_longer_than_seconds(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    before = process_time()
    relevance = read(text)
    assert process_time() - before < 10  # half a second on an idle machine
    assert ((relevance >= 0) & (relevance <= 1)).all()


def test_without_accents_the_same_people_are_found() -> None:
    typed, meant = read("ra da mang pha giam sat bo bien"), read("ra đa mạng pha giám sát bờ biển")
    assert typed.argmax() == meant.argmax()
    assert np.flatnonzero(typed > 0.5).tolist() == np.flatnonzero(meant > 0.5).tolist()


def test_another_process_reads_the_same() -> None:
    command = "from tests.matching.space.test_any_input import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": "."}
    found = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout.strip() == fingerprint()
