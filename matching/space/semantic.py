"""Rows of meaning whose products are exact.

Rows are whole numbers from -127 to 127 held in float32. The sum of a thousand products of such numbers stays below 2 ** 24, so that it is
exact in whatever order a linear-algebra library adds: the same texts give the same bytes in any batch, position and process.
"""

import numpy as np

_STEPS = 127


def unit_rows(rows: np.ndarray) -> np.ndarray:
    """Return ``rows`` with unit length; a row of zeros stays. A row has the same bytes alone and in a batch."""
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    scaled: np.ndarray = rows / np.where(length > 0, length, 1.0)[:, None]
    return scaled


def whole_rows(rows: np.ndarray) -> np.ndarray:
    """Return ``rows`` scaled and rounded to whole numbers, the largest of each row 127; a row of zeros stays."""
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=0.0)
    return np.rint(rows * (_STEPS / np.where(largest > 0, largest, 1.0))).astype(np.float32)


def lengths(whole: np.ndarray) -> np.ndarray:
    """Return the length of each whole row, 1 for a row of zeros, shape (rows,)."""
    length = np.sqrt(np.einsum("ij,ij->i", whole, whole).astype(np.float64))
    return np.where(length > 0, length, 1.0)
