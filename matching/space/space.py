"""The text space: what a text looks like to the matcher, and how relevant a document is to a query."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matching.space.blend import Blend
from matching.space.lexical import LexicalBlock
from matching.space.semantic import SemanticBlock
from matching.space.thesaurus import Thesaurus

LARGEST_SAMPLE = 20_000
_REFERENCE_QUERIES = 60


@dataclass(frozen=True, slots=True)
class TextVectors:
    """The three blocks of some texts; every array has one row a text."""

    lexical: sp.csr_array
    capability: sp.csr_array
    semantic: np.ndarray

    @classmethod
    def stacked(cls, parts: Sequence["TextVectors"]) -> "TextVectors":
        """Return the rows of ``parts`` below each other."""
        return cls(
            sp.csr_array(sp.vstack([part.lexical for part in parts], format="csr")),
            sp.csr_array(sp.vstack([part.capability for part in parts], format="csr")),
            np.vstack([part.semantic for part in parts]),
        )

    def rows(self, order: np.ndarray) -> "TextVectors":
        """Return the rows numbered in ``order``."""
        return TextVectors(self.lexical[order], self.capability[order], np.ascontiguousarray(self.semantic[order]))


@dataclass(frozen=True, slots=True)
class TextSpace:
    """Everything that was learnt, frozen: a text's vectors depend on the text and this version alone."""

    thesaurus: Thesaurus
    lexical: LexicalBlock
    semantic: SemanticBlock
    blend: Blend

    @classmethod
    def fit(cls, thesaurus: Thesaurus, documents: Sequence[str], queries: Sequence[str]) -> "TextSpace":
        """Learn the space from documents; ``queries`` (or, without any, documents) are the reference for the common scale."""
        sample = _evenly(documents, LARGEST_SAMPLE)
        lexical = LexicalBlock.fit(sample)
        semantic = SemanticBlock.fit(lexical.transform(sample))
        space = cls(thesaurus, lexical, semantic, Blend((0.0,) * 3, (0.0,) * 3, 1.0))
        vectors = space.transform(sample)
        reference = _evenly(queries or documents, _REFERENCE_QUERIES)
        pairs = [space.similarities(space.transform([query]), vectors) for query in reference]
        return cls(thesaurus, lexical, semantic, Blend.fit({block: np.concatenate([pair[block] for pair in pairs]) for block in pairs[0]}))

    def transform(self, texts: Sequence[str]) -> TextVectors:
        """Return the vectors of ``texts``; a row does not depend on the other rows."""
        lexical = self.lexical.transform(texts)
        return TextVectors(lexical, self._capabilities(texts), self.semantic.transform(lexical))

    def _capabilities(self, texts: Sequence[str]) -> sp.csr_array:
        rows, columns, values = [], [], []
        for row, text in enumerate(texts):
            for capability, credit in sorted(self.thesaurus.credits(text).items()):
                rows.append(row)
                columns.append(self.thesaurus.column[capability])
                values.append(credit)
        shape = (len(texts), max(1, len(self.thesaurus.ids)))
        return sp.csr_array(
            (np.array(values, dtype=np.float32), (np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32))), shape=shape
        )

    def similarities(self, query: TextVectors, documents: TextVectors) -> dict[str, np.ndarray]:
        """Return the cosine of one query (one row) with every document in each block, arrays of shape (documents,)."""
        return {
            "lexical": _sparse_cosine(query.lexical, documents.lexical),
            "capability": _overlap(query.capability, documents.capability),
            "semantic": np.einsum("ij,j->i", documents.semantic, query.semantic[0]).astype(np.float64),
        }

    def relevance(self, query: TextVectors, documents: TextVectors) -> np.ndarray:
        """Return the relevance of every document to the query in [0, 1], shape (documents,); a query without a known word gives zeros."""
        if query.lexical.nnz == 0 and query.capability.nnz == 0:
            return np.zeros(documents.semantic.shape[0])
        return self.blend.relevance(self.similarities(query, documents))


def _evenly(texts: Sequence[str], most: int) -> Sequence[str]:
    """Return at most ``most`` of ``texts``, spread evenly: a sample without chance."""
    if len(texts) <= most:
        return texts
    return [texts[position * len(texts) // most] for position in range(most)]


def _sparse_cosine(query: sp.csr_array, documents: sp.csr_array) -> np.ndarray:
    return np.asarray(documents @ query.toarray()[0]).astype(np.float64)


def _overlap(query: sp.csr_array, documents: sp.csr_array) -> np.ndarray:
    """Return the share of what a document shows that the query is about: cosine over credits."""
    dot = np.asarray(documents @ query.toarray()[0]).astype(np.float64)
    norms = np.sqrt(np.asarray(documents.multiply(documents).sum(axis=1)).ravel()) * np.sqrt((query.data**2).sum())
    cosine: np.ndarray = np.divide(dot, norms, out=np.zeros_like(dot), where=norms > 0)
    return cosine
