"""Labelled items that the readers remember: work that people have read and said what it is about and what it shows."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.readers.records import RecordVectors, unit

_NEAREST = 3
# From this cosine on an item is an example itself: the examples of that person tell nothing of the person.
_THE_SAME = 0.99
_RIDGE = 3.0


@dataclass(frozen=True)
class Exemplars:
    """``vectors`` (examples, dimension) of whole items and ``words`` (examples, terms) of the same.

    ``labels`` (examples, columns) says which subject or capability each is an example of, by column of ``names``; ``people`` (examples,)
    numbers whose work each is.
    ``towards`` (dimension, dimension) maps an item to where what it is about lies: the ridge regression of label vectors on items.
    """

    names: tuple[str, ...]
    vectors: np.ndarray
    words: sp.csr_array
    labels: np.ndarray
    towards: np.ndarray
    people: np.ndarray

    @classmethod
    def learn(
        cls, names: tuple[str, ...], vectors: np.ndarray, words: sp.csr_array, labels: np.ndarray, targets: np.ndarray, people: np.ndarray
    ) -> "Exemplars":
        """Remember items with at least one label; ``targets`` (columns, dimension) are the vectors of what the labels name."""
        known = labels.any(axis=1)
        kept = vectors[known].astype(np.float32)
        aims = labels[known].astype(np.float64) @ targets / labels[known].sum(axis=1, keepdims=True)
        gram = kept.T.astype(np.float64) @ kept + _RIDGE * np.eye(kept.shape[1])
        towards = np.linalg.solve(gram, kept.T.astype(np.float64) @ aims).astype(np.float32)
        return cls(names, kept, sp.csr_array(words[np.flatnonzero(known)]), labels[known], towards, people[known])

    def count(self, name: str) -> int:
        """Return how many examples of a subject or capability there are."""
        return self._counts.get(name, 0)

    @cached_property
    def _counts(self) -> dict[str, int]:
        return dict(zip(self.names, self.labels.sum(axis=0).tolist(), strict=True))

    def mapped(self, means: np.ndarray) -> np.ndarray:
        """Return where the items with the vectors ``means`` (items, dimension) point to, as unit rows."""
        return unit(means @ self.towards)

    def likeness(self, vectors: RecordVectors, words: sp.csr_array, columns: tuple[int | None, ...]) -> np.ndarray:
        """Return how like the examples of each column the items are, shape (items, columns, 5).

        The five: the nearest example, the mean of the three nearest, the nearest by words, the nearest to any statement, and the mean of
        the three nearest to any statement. A column without an example has zeros.
        """
        examples = self._of_columns(columns)
        if not examples.shape[1]:
            return np.zeros((len(vectors.means), len(columns), 5))
        wholes, by_words = vectors.means @ self.vectors.T, (words @ self.words.T).toarray()
        by_statement = vectors.best(vectors.said @ self.vectors.T)
        own = np.isin(self.people, self.people[(wholes >= _THE_SAME).any(axis=0)])
        for cosines in (wholes, by_words, by_statement):
            cosines[:, own] = -np.inf
        nearest, three = _nearest(wholes, examples)
        statement, three_statements = _nearest(by_statement, examples)
        return np.stack([nearest, three, _nearest(by_words, examples)[0], statement, three_statements], axis=-1)

    def _of_columns(self, columns: tuple[int | None, ...]) -> np.ndarray:
        """Return the rows of each column's examples, shape (columns, most), filled up with -1."""
        if columns not in self._rows:
            found = [np.flatnonzero(self.labels[:, column]) if column is not None else np.zeros(0, dtype=int) for column in columns]
            filled = np.full((len(columns), max(map(len, found), default=0)), -1)
            for place, rows in enumerate(found):
                filled[place, : len(rows)] = rows
            self._rows[columns] = filled
        return self._rows[columns]

    @cached_property
    def _rows(self) -> dict[tuple[int | None, ...], np.ndarray]:
        return {}


def _nearest(cosines: np.ndarray, examples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the greatest cosine of each item with the examples of each column, and the mean of the three greatest; 0 without examples."""
    of_each = np.where(examples >= 0, cosines[:, np.maximum(examples, 0)], -np.inf)
    count = min(_NEAREST, of_each.shape[-1])
    best = np.partition(of_each, -count, axis=-1)[..., -count:]
    known = np.isfinite(best)
    total, number = np.where(known, best, 0.0).sum(axis=-1), known.sum(axis=-1)
    greatest = np.where(number > 0, best.max(axis=-1), 0.0)
    return greatest, np.divide(total, number, out=np.zeros_like(total), where=number > 0)
