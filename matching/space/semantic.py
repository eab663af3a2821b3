"""The semantic block: what both of its kinds offer, and how rows get unit length."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import scipy.sparse as sp


class SemanticBlock(Protocol):
    """Turns texts into unit rows, shape (texts, dimensions); ``lexical`` are the lexical rows of the same texts."""

    def documents(self, texts: Sequence[str], lexical: sp.csr_array) -> np.ndarray:
        """Return the rows of documents."""

    def queries(self, texts: Sequence[str], lexical: sp.csr_array) -> np.ndarray:
        """Return the rows of queries."""


def unit_rows(rows: np.ndarray) -> np.ndarray:
    """Return ``rows`` with unit length; a row of zeros stays. A row has the same bytes alone and in a batch."""
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    scaled: np.ndarray = rows / np.where(length > 0, length, 1.0)[:, None]
    return scaled
