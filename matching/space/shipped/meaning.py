"""Meaning by a sentence encoder: a text as a whole and statement by statement, centred by language with means that ship.

Whole passages keep their context; a statement that answers a statement of the query is found however much else a text says (late
interaction; Khattab and Zaharia, 2020). Both together find more than either (``docs/benchmarks.md``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.space.encoded import Encoder
from matching.space.semantic import lengths, unit_rows, whole_rows
from matching.text.languages import language_of
from matching.text.passages import passages
from matching.text.statements import statements
from models.vocabulary import Language

LATE_SHARE = 1 / 3
Means = Mapping[Language, np.ndarray]


@dataclass(frozen=True)
class TextEmbeddings:
    """What texts mean, in whole rows: ``wholes`` (texts, dimension), ``statements`` (statements, dimension) text by text.

    ``counts`` (texts,) says how many statements each has; an empty text has one of zeros.
    """

    wholes: np.ndarray
    statements: np.ndarray
    counts: np.ndarray

    def nearness(self, asked: "TextEmbeddings") -> np.ndarray:
        """Return how near each text is to the first of ``asked``, shape (texts,): two thirds by the whole, one third by statements."""
        if not len(self.counts):
            return np.zeros(0)
        by_whole = _cosines(asked.wholes[:1], self.wholes)[0]
        cosines = _cosines(asked.statements[: asked.counts[0]], self.statements)
        nearest = np.maximum.reduceat(cosines, self.starts, axis=1).mean(axis=0)
        near: np.ndarray = (1 - LATE_SHARE) * by_whole + LATE_SHARE * nearest
        return near

    @property
    def starts(self) -> np.ndarray:
        """Return where the statements of each text begin, shape (texts,)."""
        return np.concatenate([[0], np.cumsum(self.counts)])[:-1].astype(np.int64)


@dataclass(frozen=True)
class Meaning:
    """Raw vectors of a multilingual encoder carry their language, and whether they are of a sentence or of a paragraph.

    What is subtracted is therefore the mean of the same language and the same kind: ``of_passages`` and ``of_statements``.
    """

    encoder: Encoder
    of_passages: Means
    of_statements: Means

    @classmethod
    def learnt(cls, encoder: Encoder, texts: Sequence[str]) -> "Meaning":
        """Take the means of the passages and of the statements of ``texts``."""
        of_passages, of_statements = (
            language_means(encoder, [piece for text in texts for piece in cut(text)]) for cut in (passages, statements)
        )
        return cls(encoder, of_passages, of_statements)

    def said(self, texts: Sequence[str]) -> TextEmbeddings:
        """Encode texts; a text's rows do not depend on the other texts."""
        wholes, pieces = [passages(text) for text in texts], [statements(text) for text in texts]
        passage, statement = self._centred(wholes, self.of_passages), self._centred(pieces, self.of_statements)
        nothing = np.zeros((1, self.encoder.dimension), dtype=np.float32)
        means = [np.mean([passage[piece] for piece in of_text], axis=0) if of_text else nothing[0] for of_text in wholes]
        rows = [np.stack([statement[piece] for piece in of_text]) if of_text else nothing for of_text in pieces]
        counts = np.array([len(of_text) for of_text in rows], dtype=np.int64)
        return TextEmbeddings(
            whole_rows(np.stack(means) if means else nothing[:0]), whole_rows(np.concatenate([nothing[:0], *rows])), counts
        )

    def _centred(self, pieces: Sequence[Sequence[str]], means: Means) -> Mapping[str, np.ndarray]:
        written = sorted({piece for of_text in pieces for piece in of_text})
        if not written:
            return {}
        subtracted = np.array([means[language_of(text)] for text in written], dtype=np.float32)
        return dict(zip(written, unit_rows(self.encoder.encode(written) - subtracted), strict=True))


def language_means(encoder: Encoder, texts: Sequence[str]) -> dict[Language, np.ndarray]:
    """Return the mean vector of the texts of each language; a language without texts takes the mean of all."""
    distinct = sorted(set(texts))
    vectors = encoder.encode(distinct) if distinct else np.zeros((1, encoder.dimension), dtype=np.float32)
    languages = np.array([language_of(text).value for text in distinct] or [""])
    of_language = {language: vectors[languages == language.value] for language in Language}
    return {language: (rows if len(rows) else vectors).mean(axis=0) for language, rows in of_language.items()}


def _cosines(asked: np.ndarray, rows: np.ndarray) -> np.ndarray:
    found: np.ndarray = (asked @ rows.T) / (lengths(asked)[:, None] * lengths(rows)[None, :])
    return found
