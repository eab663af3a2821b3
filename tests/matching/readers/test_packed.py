"""Readings as bytes: what is kept is what was read."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from matching.readers.packed import pack, unpack
from matching.readers.reading import Reading, nothing_read
from matching.readers.roles import DIMENSIONS
from matching.readers.stated import STATED
from tests.matching.examples import DOCUMENTS, THESAURUS, item, person
from tests.matching.readers.examples import reader

CAPABILITIES = len(THESAURUS.ids)


@st.composite
def some_readings(draw: st.DrawFn) -> Reading:
    items, subjects, width = (draw(st.integers(0, most)) for most in (3, 4, 5))
    drawn = np.random.default_rng(draw(st.integers(0, 10_000)))

    def shares(columns: int) -> np.ndarray:
        return np.round(drawn.random((items, columns)), 4)

    def sparse() -> sp.csr_array:
        return sp.csr_array(shares(CAPABILITIES) * (drawn.random((items, CAPABILITIES)) > 0.5))

    whole = drawn.integers(-127, 128, size=(items, width)).astype(np.int8)
    stated = np.frombuffer(drawn.bytes(items * STATED.itemsize), dtype=STATED)
    return Reading(shares(subjects), shares(len(DIMENSIONS)), sparse(), sparse(), whole, 2 * shares(2) - 1, stated)


def same(one: Reading, other: Reading) -> bool:
    blocks = [(getattr(one, name), getattr(other, name)) for name in ("about", "dimensions", "vectors", "level", "stated")]
    blocks += [(one.credits.toarray(), other.credits.toarray()), (one.named.toarray(), other.named.toarray())]
    return all(before.dtype == after.dtype and np.array_equal(before, after) for before, after in blocks)


@given(some_readings())
def test_what_was_packed_is_unpacked(found: Reading) -> None:
    rounded = replace(found, level=np.round(found.level, 4))
    assert same(unpack(pack(rounded), CAPABILITIES), rounded)
    assert pack(unpack(pack(found), CAPABILITIES)) == pack(found)


def test_a_reading_that_was_kept_gives_the_scores_of_a_fresh_one() -> None:
    fresh = reader().read(person("E1", *(item(f"i{place}", text) for place, text in enumerate(DOCUMENTS)), item("x", "AESA radar sensing")))
    assert same(unpack(pack(fresh), CAPABILITIES), fresh)


def test_nothing_read_and_nobody_are_packed_too() -> None:
    waiting = nothing_read(reader(), person("E1", item()))
    assert same(unpack(pack(waiting), CAPABILITIES), waiting)
    nobody = reader().read(person("E2"))
    assert same(unpack(pack(nobody), CAPABILITIES), nobody)


def test_bytes_of_another_form_are_never_taken_for_a_reading() -> None:
    packed = pack(reader().read(person("E1", item())))
    for other in (packed[: -STATED.itemsize], packed + b"\0"):
        with pytest.raises(ValueError, match=r"buffer|ends after"):
            unpack(other, CAPABILITIES)
