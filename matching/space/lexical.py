"""The lexical block: TF-IDF over words and pairs of words, sublinear, one unit-length row a text."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.text.tokens import terms

TELLING_IDF = 5.0
# What a glossed word is worth beside one that stands in both texts; see docs/benchmarks.md.
GLOSS_WEIGHT = 0.3


class LexicalBlock:
    """Words that are rare in the corpus weigh more: idf = ln((1 + n) / (1 + df)) + 1, term frequency 1 + ln(tf)."""

    def __init__(self, vocabulary: dict[str, int], idf: np.ndarray) -> None:
        self.vocabulary = vocabulary
        self.idf = idf
        self._vectorizer = _empty_vectorizer(vocabulary)
        self._vectorizer.idf_ = idf

    @classmethod
    def fit(cls, texts: Iterable[str]) -> "LexicalBlock":
        """Learn vocabulary and idf from ``texts``; a corpus without a single term gives a block that compares nothing."""
        vectorizer = _empty_vectorizer(None)
        try:
            vectorizer.fit(texts)
        except ValueError:
            return cls({"": 0}, np.ones(1, dtype=np.float32))
        return cls({term: int(column) for term, column in vectorizer.vocabulary_.items()}, vectorizer.idf_)

    def is_telling(self, term: str) -> bool:
        """Return whether a term stands in less than about one document of fifty."""
        column = self.vocabulary.get(term)
        return column is not None and bool(self.idf[column] >= TELLING_IDF)

    @cached_property
    def frequency(self) -> dict[str, float]:
        """Return every term with its document frequency, up to one factor for all: 1 for the rarest term."""
        rarest = float(self.idf.max())
        return {term: float(np.exp(rarest - self.idf[column])) for term, column in self.vocabulary.items()}

    def with_gloss(self, row: sp.csr_array, text: str, gloss: Mapping[str, float]) -> sp.csr_array:
        """Return ``row`` (1, terms), that of ``text``, with glossed terms added; what it says in its own words keeps its weight."""
        known = sorted((self.vocabulary[term], share) for term, share in gloss.items() if term in self.vocabulary)
        own = [self.idf[self.vocabulary[term]] for term in set(terms(text)) if term in self.vocabulary]
        if not known:
            return row
        length = float(np.sqrt(np.sum(np.square(np.sort(own))))) or 1.0
        columns = np.array([column for column, _ in known], dtype=np.int32)
        values = np.array([GLOSS_WEIGHT * share * self.idf[column] / length for column, share in known], dtype=np.float32)
        return sp.csr_array(row + sp.csr_array((values, (np.zeros(len(known), dtype=np.int32), columns)), shape=row.shape))

    def transform(self, texts: Sequence[str]) -> sp.csr_array:
        """Return one row a text, shape (texts, terms); a text of unknown words is a row of zeros."""
        if not texts:  # the vectorizer refuses to weigh nothing
            return sp.csr_array(np.zeros((0, len(self.vocabulary)), dtype=np.float32))
        return sp.csr_array(self._vectorizer.transform(texts))


def _empty_vectorizer(vocabulary: dict[str, int] | None) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary)
