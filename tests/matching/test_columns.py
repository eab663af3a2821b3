"""Rows of a table by columns are those that going through the whole of it finds."""

import numpy as np
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from matching.columns import rows_of, values_at

SIZES = st.integers(0, 12)


@given(SIZES, SIZES, st.integers(0, 10_000), st.data())
def test_the_rows_found_are_those_of_the_table(rows: int, columns: int, seed: int, data: st.DataObject) -> None:
    drawn = np.random.default_rng(seed)
    whole = drawn.random((rows, columns + 1)) * (drawn.random((rows, columns + 1)) > 0.6)
    start = data.draw(st.integers(0, rows))
    stop = data.draw(st.integers(start, rows))
    found = rows_of(sp.csc_array(whole), start, stop)
    expected = sp.csr_array(whole[start:stop])
    assert found.shape == expected.shape
    for part in ("data", "indices", "indptr"):
        assert getattr(found, part).tolist() == getattr(expected, part).tolist()
    for row in range(rows):
        assert values_at(sp.csc_array(whole), row, range(columns)) == {
            column: value for column, value in enumerate(whole[row, :columns].tolist()) if value
        }
