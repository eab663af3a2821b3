"""Vectors in 8 bits: what is computed now and what was kept give the same bytes, because both go through here."""

import numpy as np

_STEPS = 127


def quantise(vectors: np.ndarray) -> np.ndarray:
    """Return ``vectors`` (texts, dimension) as int8, each row scaled so that its largest component is 127."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    scaled = vectors * (_STEPS / np.where(largest > 0, largest, 1.0))
    return np.rint(scaled).astype(np.int8)


def restore(quantised: np.ndarray) -> np.ndarray:
    """Return unit rows in float32; the scale of a row does not matter, for only directions are compared."""
    rows = quantised.astype(np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    restored: np.ndarray = rows / np.where(length > 0, length, np.float32(1.0))[:, None]
    return restored
