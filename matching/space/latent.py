"""The semantic block without an encoder: latent semantic analysis of the lexical rows (Deerwester et al., 1990)."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from sklearn.decomposition import TruncatedSVD

from matching.space.semantic import whole_rows

DIMENSIONS = 100
_ITERATIONS = 7


class LatentBlock:
    """Projects lexical rows on ``components`` (dimensions, terms)."""

    def __init__(self, components: np.ndarray) -> None:
        self.components = components
        self._projection = np.ascontiguousarray(components.T)

    @classmethod
    def fit(cls, lexical: sp.csr_array, dimensions: int = DIMENSIONS) -> "LatentBlock":
        """Learn at most ``dimensions`` components from lexical rows; fewer rows or terms give fewer components."""
        possible = min(dimensions, *(size - 1 for size in lexical.shape))
        if possible < 1 or lexical.nnz == 0:
            return cls(np.zeros((1, lexical.shape[1]), dtype=np.float32))
        svd = TruncatedSVD(possible, n_iter=_ITERATIONS, random_state=0).fit(lexical)
        return cls(svd.components_.astype(np.float32))

    def documents(self, texts: Sequence[str], lexical: sp.csr_array) -> np.ndarray:  # noqa: ARG002 - the words are in the rows
        """Return whole rows; a sparse row times a dense matrix is summed term by term, alone as in a batch."""
        return whole_rows(np.asarray(lexical @ self._projection))

    queries = documents
