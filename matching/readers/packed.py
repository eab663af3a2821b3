"""Readings as bytes, to be kept with the record: whole numbers of a ten-thousandth, so that nothing is lost."""

import numpy as np
import scipy.sparse as sp

from matching.readers.reading import Reading
from matching.readers.roles import DIMENSIONS
from matching.readers.stated import STATED

_STEPS = 10_000
_HEAD = 5


def pack(reading: Reading) -> bytes:
    """Return ``reading`` as bytes; values are rounded to four decimals, which they have already."""
    shown, named = sp.csr_array(reading.credits), sp.csr_array(reading.named)
    head = np.array([*reading.about.shape, reading.vectors.shape[1], shown.nnz, named.nnz], dtype="<i4")
    parts = [head, _whole(reading.about), _whole(reading.dimensions), (np.rint(reading.level * _STEPS)).astype("<i2")]
    for block in (shown, named):
        parts += [block.indptr.astype("<i4"), block.indices.astype("<i4"), _whole(block.data)]
    return b"".join(part.tobytes() for part in (*parts, reading.vectors.astype("i1"), reading.stated))


def unpack(blob: bytes, capabilities: int) -> Reading:
    """Return the reading in ``blob`` of a thesaurus of so many ``capabilities``; raises ValueError for bytes of another form."""
    items, subjects, dimension, shown, named = (int(size) for size in np.frombuffer(blob, "<i4", _HEAD))
    cursor = _Cursor(blob, 4 * _HEAD)
    about = cursor.take("<u2", items * subjects).reshape(items, subjects) / _STEPS
    dimensions = cursor.take("<u2", items * len(DIMENSIONS)).reshape(items, len(DIMENSIONS)) / _STEPS
    level = cursor.take("<i2", items * 2).reshape(items, 2) / _STEPS
    blocks = [cursor.block(items, size, capabilities) for size in (shown, named)]
    vectors = cursor.take("i1", items * dimension).reshape(items, dimension)
    stated = cursor.take(STATED, items)
    if cursor.at != len(blob):
        raise ValueError(f"a reading ends after {cursor.at} bytes, these are {len(blob)}")
    return Reading(about, dimensions, blocks[0], blocks[1], vectors, level, stated)


class _Cursor:
    def __init__(self, blob: bytes, start: int) -> None:
        self.blob, self.at = blob, start

    def take(self, kind: str | np.dtype[np.void], count: int) -> np.ndarray:
        found: np.ndarray = np.frombuffer(self.blob, kind, count, self.at)
        self.at += found.nbytes
        return found

    def block(self, items: int, size: int, columns: int) -> sp.csr_array:
        ends, places, data = self.take("<i4", items + 1), self.take("<i4", size), self.take("<u2", size)
        return sp.csr_array((data / _STEPS, places, ends), shape=(items, columns))


def _whole(values: np.ndarray) -> np.ndarray:
    whole: np.ndarray = np.rint(values * _STEPS).astype("<u2")
    return whole
