"""The semantic block without an encoder: latent semantic analysis of the lexical rows (Deerwester et al., 1990)."""

import numpy as np
import scipy.sparse as sp
from sklearn.decomposition import TruncatedSVD

DIMENSIONS = 100
_ITERATIONS = 7


class SemanticBlock:
    """Projects lexical rows on ``components`` (dimensions, terms) and gives them unit length."""

    def __init__(self, components: np.ndarray) -> None:
        self.components = components
        self._projection = np.ascontiguousarray(components.T)

    @classmethod
    def fit(cls, lexical: sp.csr_array, dimensions: int = DIMENSIONS) -> "SemanticBlock":
        """Learn at most ``dimensions`` components from lexical rows; fewer rows or terms give fewer components."""
        possible = min(dimensions, *(size - 1 for size in lexical.shape))
        if possible < 1 or lexical.nnz == 0:
            return cls(np.zeros((1, lexical.shape[1]), dtype=np.float32))
        svd = TruncatedSVD(possible, n_iter=_ITERATIONS, random_state=0).fit(lexical)
        return cls(svd.components_.astype(np.float32))

    def transform(self, lexical: sp.csr_array) -> np.ndarray:
        """Return unit rows, shape (texts, dimensions).

        A sparse row times a dense matrix is summed term by term, so that a row has the same bytes alone and in a batch.
        """
        projected = np.asarray(lexical @ self._projection)
        length = np.sqrt(np.einsum("ij,ij->i", projected, projected))
        return projected / np.where(length > 0, length, 1.0)[:, None]
