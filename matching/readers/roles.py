"""What an item shows of each role dimension: its statements as vectors, its words, and the fields of the record beside them."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from scipy.special import expit

from matching.profiles import EvidenceItem
from matching.readers.curves import DECIMALS, Planes
from matching.readers.records import RecordVectors
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension

DIMENSIONS = tuple(RoleDimension)
_FIELD_SHARE, _TITLE_SHARE = 0.3, 0.7
_KINDS, _PARTS, _OUTCOMES = tuple(EvidenceKind), (*Part, None), (*Outcome, None)


def fields(items: Sequence[EvidenceItem]) -> np.ndarray:
    """Return the fields of the record as numbers: kind, ticked part, outcome, several sectors, some scale; shape (items, fields)."""
    rows = [
        [
            *(float(item.kind is kind) for kind in _KINDS),
            *(float(item.part is part) for part in _PARTS),
            *(float(item.outcome is outcome) for outcome in _OUTCOMES),
            float(len(set(item.sectors)) > 1),
            float(item.scale is not None),
        ]
        for item in items
    ]
    return _FIELD_SHARE * np.array(rows, dtype=np.float64).reshape(len(items), len(_KINDS) + len(_PARTS) + len(_OUTCOMES) + 2)


def of_vectors(items: Sequence[EvidenceItem], means: np.ndarray, titles: np.ndarray) -> np.ndarray:
    """Return the features of the reader of meaning: shape (items, 2 x dimension + fields)."""
    return np.hstack([means, _TITLE_SHARE * titles, fields(items)])


def of_words(items: Sequence[EvidenceItem], words: sp.csr_array) -> sp.csr_array:
    """Return the features of the reader of words: shape (items, terms + fields)."""
    return sp.csr_array(sp.hstack([words, sp.csr_array(fields(items))]))


def read(items: Sequence[EvidenceItem], vectors: RecordVectors, words: sp.csr_array, meaning: Planes, wording: Planes) -> np.ndarray:
    """Return what each item shows of each dimension, in [0, 1], shape (items, 6): the mean of both readers."""
    by_meaning = meaning.probability(of_vectors(items, vectors.means, vectors.titles))
    by_words = expit(of_words(items, words) @ wording.weights + wording.biases)
    found: np.ndarray = np.round((by_meaning + by_words) / 2.0, DECIMALS)
    return found


def read_statements(item: EvidenceItem, said: np.ndarray, title: np.ndarray, meaning: Planes) -> np.ndarray:
    """Return what each statement alone shows of each dimension, for quoting, shape (statements, 6)."""
    alike = [item] * len(said)
    return meaning.probability(of_vectors(alike, said, np.broadcast_to(title, said.shape)))
