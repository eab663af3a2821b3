"""The lexical block: TF-IDF over words and pairs of words, sublinear, one unit-length row a text."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse as sp

from matching.text.tokens import terms

TELLING_IDF = 5.0


class LexicalBlock:
    """Words that are rare in the corpus weigh more: idf = ln((1 + n) / (1 + df)) + 1, term frequency 1 + ln(tf).

    Rows have the bytes that scikit-learn's vectorizer gives, with which the readers were learnt: single precision, sums of squares in
    double. It is not imported here because that takes a second and 100 MB of every process.
    """

    def __init__(self, vocabulary: dict[str, int], idf: np.ndarray) -> None:
        self.vocabulary = vocabulary
        self.idf = idf

    @classmethod
    def fit(cls, texts: Iterable[str]) -> "LexicalBlock":
        """Learn vocabulary and idf from ``texts``; a corpus without a single term gives a block that compares nothing."""
        found = [set(terms(text)) for text in texts]
        stands_in = Counter(term for of_text in found for term in of_text)
        if not stands_in:
            return cls({"": 0}, np.ones(1, dtype=np.float32))
        names = sorted(stands_in)
        documents = np.array([stands_in[name] for name in names], dtype=np.float32) + np.float32(1)
        idf = np.log(np.float32(1 + len(found)) / documents) + np.float32(1)
        return cls({name: column for column, name in enumerate(names)}, idf)

    def is_telling(self, term: str) -> bool:
        """Return whether a term stands in less than about one document of fifty."""
        column = self.vocabulary.get(term)
        return column is not None and bool(self.idf[column] >= TELLING_IDF)

    def transform(self, texts: Sequence[str]) -> sp.csr_array:
        """Return one row a text, shape (texts, terms); a text of unknown words is a row of zeros."""
        counts = [self._counted(text) for text in texts]
        ends = np.cumsum([0, *map(len, counts)], dtype=np.int32)
        columns = np.array([column for of_text in counts for column, _ in of_text], dtype=np.int32)
        weights = np.array([count for of_text in counts for _, count in of_text], dtype=np.float32)
        np.log(weights, weights)
        weights += 1.0
        weights *= self.idf[columns]
        return sp.csr_array((_unit(weights, ends), columns, ends), shape=(len(counts), len(self.vocabulary)))

    def _counted(self, text: str) -> list[tuple[int, int]]:
        """Return the columns of the known terms of ``text``, ascending, with how often each stands there."""
        known = self.vocabulary
        return sorted(Counter(known[term] for term in terms(text) if term in known).items())


def _unit(weights: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return the weights of rows that end at ``ends`` scaled to rows of unit length."""
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    # Counting adds in the order of the columns, in double precision.
    lengths = np.sqrt(np.bincount(rows, weights=weights * weights, minlength=len(ends) - 1))
    scaled: np.ndarray = (weights / lengths[rows]).astype(np.float32)
    return scaled
