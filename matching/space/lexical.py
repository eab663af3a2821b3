"""The lexical block: TF-IDF over words and pairs of words, sublinear, one unit-length row a text."""

from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.text.tokens import terms

TELLING_IDF = 5.0


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

    def transform(self, texts: Sequence[str]) -> sp.csr_array:
        """Return one row a text, shape (texts, terms); a text of unknown words is a row of zeros."""
        if not texts:  # the vectorizer refuses to weigh nothing
            return sp.csr_array(np.zeros((0, len(self.vocabulary)), dtype=np.float32))
        return sp.csr_array(self._vectorizer.transform(texts))


def _empty_vectorizer(vocabulary: dict[str, int] | None) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary)
