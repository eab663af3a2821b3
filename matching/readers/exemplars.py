"""Labelled items that the readers remember: work that people have read and said what it is about and what it shows."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matching.readers.records import RecordVectors, unit

_NEAREST = 3
_RIDGE = 3.0
NEAREST, NEAREST_THREE, WORDS, STATEMENT, STATEMENT_THREE = range(5)


@dataclass(frozen=True)
class Exemplars:
    """``vectors`` (examples, dimension) of whole items and ``words`` (examples, terms) of the same.

    ``labels`` (examples, columns) says which subject or capability each is an example of, by column of ``names``.
    ``towards`` (dimension, dimension) maps an item to where what it is about lies: the ridge regression of label vectors on items.
    """

    names: tuple[str, ...]
    vectors: np.ndarray
    words: sp.csr_array
    labels: np.ndarray
    towards: np.ndarray

    @classmethod
    def learn(
        cls, names: tuple[str, ...], vectors: np.ndarray, words: sp.csr_array, labels: np.ndarray, targets: np.ndarray
    ) -> "Exemplars":
        """Remember items with at least one label; ``targets`` (columns, dimension) are the vectors of what the labels name."""
        known = labels.any(axis=1)
        kept = vectors[known].astype(np.float32)
        aims = labels[known].astype(np.float64) @ targets / labels[known].sum(axis=1, keepdims=True)
        gram = kept.T.astype(np.float64) @ kept + _RIDGE * np.eye(kept.shape[1])
        towards = np.linalg.solve(gram, kept.T.astype(np.float64) @ aims).astype(np.float32)
        return cls(names, kept, sp.csr_array(words[np.flatnonzero(known)]), labels[known], towards)

    def mapped(self, means: np.ndarray) -> np.ndarray:
        """Return where the items with the vectors ``means`` (items, dimension) point to, as unit rows."""
        return unit(means @ self.towards)

    def likeness(self, vectors: RecordVectors, words: sp.csr_array, columns: tuple[int | None, ...]) -> np.ndarray:
        """Return how like the examples of each column the items are, shape (items, columns, 5).

        The five: the nearest example, the mean of the three nearest, the nearest by words, the nearest to any statement, and the mean of
        the three nearest to any statement. A column without an example has zeros.
        """
        wholes = vectors.means @ self.vectors.T
        by_words = (words @ self.words.T).toarray()
        by_statement = vectors.best(vectors.said @ self.vectors.T)
        found = np.zeros((len(vectors.means), len(columns), 5))
        for place, column in enumerate(columns):
            examples = np.flatnonzero(self.labels[:, column]) if column is not None else ()
            if len(examples):
                found[:, place, NEAREST], found[:, place, NEAREST_THREE] = _nearest(wholes[:, examples])
                found[:, place, WORDS] = by_words[:, examples].max(axis=1)
                found[:, place, STATEMENT], found[:, place, STATEMENT_THREE] = _nearest(by_statement[:, examples])
        return found


def _nearest(cosines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if cosines.shape[1] <= _NEAREST:
        return cosines.max(axis=1), cosines.mean(axis=1)
    nearest = np.partition(cosines, -_NEAREST, axis=1)[:, -_NEAREST:]
    return nearest.max(axis=1), nearest.mean(axis=1)
