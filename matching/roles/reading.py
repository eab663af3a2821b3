"""Two readers of a record's words, one with an encoder and one by cue words: how much a text speaks of each role dimension."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from matching.roles.cues import cued
from matching.roles.statements import OF_DIMENSION, OF_NONE
from matching.space.encoded import EncodedBlock
from matching.space.semantic import SemanticBlock, unit_rows
from matching.text.normalise import normalise
from models.vocabulary import Language, RoleDimension

DIMENSIONS = tuple(RoleDimension)
# Cosines of centred vectors: a statement about a subject alone stays below SILENT, one that tells a role plainly reaches PLAIN.
SILENT, PLAIN = 0.16, 0.30
_NEAREST = 3
# A piece of fewer words is a label, such as "Programme" or "Sản phẩm", and tells nothing of what somebody did.
_FEWEST_WORDS = 4


class RoleReader(Protocol):
    """Says how much texts speak of the role dimensions."""

    def read(self, texts: Sequence[str]) -> np.ndarray:
        """Return values in [0, 1], shape (texts, 6), in the order of ``DIMENSIONS``."""


class CueReader:
    """Without an encoder: 1 where a cue word of the dimension stands."""

    def read(self, texts: Sequence[str]) -> np.ndarray:
        """Return 0 or 1, shape (texts, 6)."""
        normalised = [normalise(text) for text in texts]
        return np.array([[cued(dimension, text) for dimension in DIMENSIONS] for text in normalised]).reshape(len(texts), len(DIMENSIONS))


class StatementReader:
    """With an encoder: each piece of a text is compared with statements of every dimension and of none, and speaks for the nearest."""

    def __init__(self, block: EncodedBlock) -> None:
        self.block = block
        groups = [*(OF_DIMENSION[dimension] for dimension in DIMENSIONS), OF_NONE]
        sizes = [sum(len(group[language]) for language in Language) for group in groups]
        self._owner = np.repeat(np.arange(len(groups)), sizes)
        self._yardsticks = self._encoded(groups)

    def read(self, texts: Sequence[str]) -> np.ndarray:
        """Return the most that any piece of each text says, shape (texts, 6)."""
        pieces = [[piece for piece in self.block.pieces(text) if len(piece.split()) >= _FEWEST_WORDS] for text in texts]
        distinct = sorted({piece for of_text in pieces for piece in of_text})
        said = self._said(distinct)
        column = {piece: position for position, piece in enumerate(distinct)}
        read = np.zeros((len(texts), len(DIMENSIONS)))
        for row, of_text in enumerate(pieces):
            if of_text:
                read[row] = said[[column[piece] for piece in of_text]].max(axis=0)
        return read

    def _said(self, pieces: list[str]) -> np.ndarray:
        """Return what each piece says, shape (pieces, 6): only its nearest dimension, and nothing where "none" is nearer."""
        if not pieces:
            return np.zeros((0, len(DIMENSIONS)))
        cosines = np.einsum("ij,kj->ik", self.block.centred(pieces, self.block.document_means), self._yardsticks)
        nearness = np.column_stack([_mean_of_nearest(cosines[:, self._owner == group]) for group in range(len(DIMENSIONS) + 1)])
        nearest = nearness == nearness.max(axis=1, keepdims=True)
        said: np.ndarray = np.where(nearest, np.clip((nearness - SILENT) / (PLAIN - SILENT), 0.0, 1.0), 0.0)[:, : len(DIMENSIONS)]
        return said

    def _encoded(self, groups: list[dict[Language, tuple[str, ...]]]) -> np.ndarray:
        """Return the centred vectors of all statements; their own mean per language is subtracted, for they share a manner of speaking."""
        written = [(statement, language) for group in groups for language in Language for statement in group[language]]
        vectors = self.block.encoder.encode([statement for statement, _ in written])
        languages = np.array([language.value for _, language in written])
        means = {language: vectors[languages == language.value].mean(axis=0) for language in Language}
        return unit_rows(vectors - np.array([means[language] for _, language in written], dtype=np.float32))


def reader_of(semantic: SemanticBlock) -> RoleReader:
    """Return the reader that goes with a semantic block."""
    return StatementReader(semantic) if isinstance(semantic, EncodedBlock) else CueReader()


def _mean_of_nearest(cosines: np.ndarray) -> np.ndarray:
    mean: np.ndarray = np.sort(cosines, axis=1)[:, -_NEAREST:].mean(axis=1)
    return mean
