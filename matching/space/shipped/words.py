"""Words on a scale that ships: how rare a term is was counted in the product's own texts, and no network changes it.

A term has its column by its hash, so that a word which nobody counted has one too; it weighs like a word of a single text.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.text.cleaning import cleaned
from matching.text.tokens import terms

COLUMNS = 1 << 20
# What a glossed word is worth beside one that stands in both texts; see docs/benchmarks.md.
GLOSS_WEIGHT = 0.5
Row = Mapping[int, float]


@dataclass(frozen=True)
class Words:
    """``counts`` says in how many of ``texts`` counted texts a term stands; terms of a single text are left out."""

    texts: int
    counts: Mapping[str, int]

    @classmethod
    def counted(cls, texts: Iterable[str]) -> "Words":
        """Count the terms of ``texts``."""
        counts, number = Counter[str](), 0
        for text in texts:
            number += 1
            counts.update(set(terms(cleaned(text))))
        return cls(number, {term: count for term, count in sorted(counts.items()) if count > 1})

    def idf(self, term: str) -> float:
        """Return ln((1 + texts) / (1 + texts with the term)) + 1."""
        return float(np.log((1 + self.texts) / (1 + self.counts.get(term, 1)))) + 1.0

    def rows(self, texts: Sequence[str]) -> sp.csr_array:
        """Return one row of unit length a text, shape (texts, ``COLUMNS``), term frequency 1 + ln(tf); zeros for a text without words."""
        return _stacked([self._scaled(self._weights(text), self._length(text)) for text in texts])

    def query(self, text: str, gloss: Mapping[str, float]) -> sp.csr_array:
        """Return the row of a query, shape (1, ``COLUMNS``); ``gloss`` holds terms of the other language, each with its share.

        What the query says in its own words keeps its weight beside them.
        """
        weights = self._weights(text)
        for term, share in gloss.items():
            weights[term] = weights.get(term, 0.0) + GLOSS_WEIGHT * share * self.idf(term)
        return _stacked([self._scaled(weights, self._length(text))])

    def _weights(self, text: str) -> dict[str, float]:
        return {term: (1.0 + float(np.log(count))) * self.idf(term) for term, count in Counter(terms(cleaned(text))).items()}

    def _length(self, text: str) -> float:
        return float(np.sqrt(np.sum(np.square(sorted(self._weights(text).values()))))) or 1.0

    @staticmethod
    def _scaled(weights: Mapping[str, float], length: float) -> Row:
        row: dict[int, float] = {}
        for term, weight in sorted(weights.items()):
            column = zlib.crc32(term.encode()) % COLUMNS
            row[column] = row.get(column, 0.0) + weight / length
        return row

    @cached_property
    def frequency(self) -> dict[str, float]:
        """Return how often each counted term stands, for giving accents back."""
        return {term: float(count) for term, count in self.counts.items()}


def _stacked(rows: Sequence[Row]) -> sp.csr_array:
    ordered = [sorted(row.items()) for row in rows]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in ordered])]).astype(np.int64)
    columns = np.array([column for row in ordered for column, _ in row], dtype=np.int64)
    values = np.array([value for row in ordered for _, value in row], dtype=np.float32)
    return sp.csr_array((values, columns, starts), shape=(len(rows), COLUMNS))
