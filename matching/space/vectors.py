"""Texts as vectors: the rows of documents in every block, and a query that is compared with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.space.semantic import lengths
from models.vocabulary import Language

_NEAREST_SUBJECTS = 2


@dataclass(frozen=True)
class TextVectors:
    """The three blocks of some texts, whether each is Vietnamese, and how close it is to every subject; one row a text."""

    lexical: sp.csr_array
    capability: sp.csr_array
    semantic: np.ndarray
    vietnamese: np.ndarray
    subject_closeness: np.ndarray

    @cached_property
    def rivalry(self) -> np.ndarray:
        """Return the mean closeness of each text to its two nearest subjects, shape (texts,); zeros where there are no two."""
        if self.subject_closeness.shape[1] < _NEAREST_SUBJECTS:
            return np.zeros(len(self.subject_closeness))
        mean: np.ndarray = np.sort(self.subject_closeness, axis=1)[:, -_NEAREST_SUBJECTS:].mean(axis=1)
        return mean

    @cached_property
    def inverted(self) -> sp.csr_array:
        """Return the lexical block by terms, shape (terms, texts): a query of few terms touches few texts."""
        return sp.csr_array(self.lexical.T)

    @cached_property
    def semantic_lengths(self) -> np.ndarray:
        """Return the length of each semantic row, shape (texts,)."""
        return lengths(self.semantic)

    @cached_property
    def capability_units(self) -> sp.csr_array:
        """Return the capability block with rows of unit length; a row that shows nothing stays zero."""
        units = self.capability.copy()
        length = np.sqrt(np.asarray(self.capability.multiply(self.capability).sum(axis=1)).ravel())
        units.data = units.data / np.repeat(length, np.diff(units.indptr))
        return units

    @classmethod
    def stacked(cls, parts: Sequence["TextVectors"]) -> "TextVectors":
        """Return the rows of ``parts`` below each other."""
        return cls(
            sp.csr_array(sp.vstack([part.lexical for part in parts], format="csr")),
            sp.csr_array(sp.vstack([part.capability for part in parts], format="csr")),
            np.vstack([part.semantic for part in parts]),
            np.concatenate([part.vietnamese for part in parts]),
            np.vstack([part.subject_closeness for part in parts]),
        )

    def as_query(self, row: int) -> "Query":
        """Return one text as a query."""
        language = Language.VI if self.vietnamese[row] else Language.EN
        return Query(self.lexical[[row]], self.capability[[row]], self.semantic[[row]], frozenset([language]))

    def rows(self, order: np.ndarray) -> "TextVectors":
        """Return the rows numbered in ``order``."""
        semantic = np.ascontiguousarray(self.semantic[order])
        return TextVectors(self.lexical[order], self.capability[order], semantic, self.vietnamese[order], self.subject_closeness[order])


@dataclass(frozen=True)
class Query:
    """A query's vectors, one row each, and the languages that it speaks."""

    lexical: sp.csr_array
    capability: sp.csr_array
    semantic: np.ndarray
    languages: frozenset[Language]
    scale: float = 1.0

    @cached_property
    def capability_unit(self) -> np.ndarray:
        """Return the capability row with unit length, shape (capabilities,)."""
        row = self.capability.toarray()[0]
        unit: np.ndarray = row / (np.sqrt((row**2).sum()) or 1.0)
        return unit

    @property
    def says_nothing(self) -> bool:
        """Return whether no word, capability or meaning was recognised: no evidence, not a ranking."""
        return self.lexical.nnz == 0 and self.capability.nnz == 0
