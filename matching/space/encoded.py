"""The semantic block with a sentence encoder: pieces of text, centred per language, weighed by how common they are.

A paragraph of prose keeps its meaning best as one piece. Records of a network are often lists of statements that recur from person to
person; a text with such a statement is encoded statement by statement, each once.

Raw vectors of a multilingual encoder carry their language: one mean a language, of documents and of queries apart, is subtracted
from every piece. A piece that stands in many documents says little of each of them and counts a / (a + share of documents)
(smooth inverse frequency; Arora, Liang and Ma, 2017). Means and frequencies are frozen with the space.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import scipy.sparse as sp

from matching.space.semantic import unit_rows, whole_rows
from matching.text.languages import language_of
from matching.text.segments import paragraphs, statements
from models.vocabulary import Language

COMMON_SHARE = 1e-3
RECURRING_FROM = 5
_FEWEST_FOR_A_MEAN = 8
_DIGEST_BYTES = 8
Means = Mapping[Language, np.ndarray]


class Encoder(Protocol):
    """A local sentence encoder. Equal texts give equal bytes, in any batch and any process of one machine."""

    model: str
    dimension: int
    licence: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one float32 row a text, shape (texts, dimension)."""


def digest(piece: str) -> str:
    """Return the name under which a piece is counted and stored: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(piece.encode()).digest()[:_DIGEST_BYTES].hex()


@dataclass(frozen=True)
class EncodedBlock:
    """``common`` counts in how many of the ``learnt_from`` documents a recurring statement stands, by its digest."""

    encoder: Encoder
    document_means: Means
    query_means: Means
    common: Mapping[str, int]
    learnt_from: int

    @classmethod
    def fit(cls, encoder: Encoder, documents: Sequence[str], queries: Sequence[str]) -> "EncodedBlock":
        """Learn means and frequencies; a language with too few queries takes the mean of its documents."""
        counting = cls.counting(encoder, documents)
        means = _means(encoder, counting.counted(documents), {})
        return replace(counting, document_means=means, query_means=_means(encoder, counting.counted(queries), means))

    @classmethod
    def counting(cls, encoder: Encoder, documents: Sequence[str]) -> "EncodedBlock":
        """Return a block that knows which statements recur in ``documents``, and so the pieces of any text; it has no means yet."""
        counts = Counter(statement for text in documents for statement in set(statements(text)))
        common = {digest(piece): count for piece, count in sorted(counts.items()) if count >= RECURRING_FROM}
        return cls(encoder, {}, {}, common, len(documents))

    def pieces(self, text: str) -> list[str]:
        """Return the pieces of ``text`` that are encoded: its statements if one of them recurs, else its paragraphs."""
        found = statements(text)
        return found if any(digest(statement) in self.common for statement in found) else paragraphs(text)

    def counted(self, texts: Sequence[str]) -> Counter[str]:
        """Return in how many of ``texts`` each piece stands."""
        return Counter(piece for text in texts for piece in set(self.pieces(text)))

    def documents(self, texts: Sequence[str], lexical: sp.csr_array) -> np.ndarray:  # noqa: ARG002 - an encoder reads the text itself
        """Return the whole rows of documents: the weighed mean of their centred pieces."""
        return self._rows([self.pieces(text) for text in texts], self.document_means, weighed=True)

    def queries(self, texts: Sequence[str], lexical: sp.csr_array) -> np.ndarray:  # noqa: ARG002 - an encoder reads the text itself
        """Return the whole rows of queries: the plain mean of their centred pieces."""
        return self._rows([self.pieces(text) for text in texts], self.query_means, weighed=False)

    def _rows(self, pieces: list[list[str]], means: Means, *, weighed: bool) -> np.ndarray:
        distinct = sorted({piece for of_text in pieces for piece in of_text})
        centred = self.centred(distinct, means)
        column = {piece: position for position, piece in enumerate(distinct)}
        owners = [row for row, of_text in enumerate(pieces) for _ in of_text]
        columns = [column[piece] for of_text in pieces for piece in of_text]
        values = [self._weight(piece) if weighed else 1.0 for of_text in pieces for piece in of_text]
        mixing = sp.csr_array((np.array(values, dtype=np.float32), (owners, columns)), shape=(len(pieces), max(1, len(distinct))))
        return whole_rows(np.asarray(mixing @ centred))

    def centred(self, pieces: list[str], means: Means) -> np.ndarray:
        """Return the unit rows of pieces, the mean of each one's language subtracted, shape (pieces, dimension)."""
        if not pieces:
            return np.zeros((1, self.encoder.dimension), dtype=np.float32)
        subtracted = np.array([means[language_of(piece)] for piece in pieces], dtype=np.float32)
        return unit_rows(self.encoder.encode(pieces) - subtracted)

    def _weight(self, piece: str) -> float:
        share = self.common.get(digest(piece), 1) / max(1, self.learnt_from)
        return COMMON_SHARE / (COMMON_SHARE + share)


def _means(encoder: Encoder, counts: Mapping[str, int], otherwise: Means) -> Means:
    """Return the mean vector of each language over pieces by their frequency; a language with too few takes ``otherwise``, or all."""
    pieces = sorted(counts)
    if not pieces:
        return otherwise or dict.fromkeys(Language, np.zeros(encoder.dimension, dtype=np.float32))
    vectors = encoder.encode(pieces)
    everything = otherwise or dict.fromkeys(Language, _mean(vectors, (counts[piece] for piece in pieces)))
    languages = np.array([language_of(piece).value for piece in pieces])
    means = {}
    for language in Language:
        of_language = np.flatnonzero(languages == language.value)
        enough = len(of_language) >= _FEWEST_FOR_A_MEAN
        means[language] = _mean(vectors[of_language], (counts[pieces[row]] for row in of_language)) if enough else everything[language]
    return means


def _mean(vectors: np.ndarray, weights: Iterable[int]) -> np.ndarray:
    mean: np.ndarray = np.average(vectors, axis=0, weights=list(weights)).astype(np.float32)
    return mean
