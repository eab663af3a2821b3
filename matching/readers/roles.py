"""What an item shows of each role dimension: its statements as vectors, its words, and the fields of the record beside them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp
from scipy.special import expit

from matching.profiles import EvidenceItem
from matching.readers.curves import DECIMALS, Planes
from matching.readers.records import RecordVectors
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension

DIMENSIONS = tuple(RoleDimension)
_FIELD_SHARE, _TITLE_SHARE, _CONTEXT_SHARE = 0.3, 0.7, 0.4
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


def of_vectors(items: Sequence[EvidenceItem], vectors: RecordVectors) -> np.ndarray:
    """Return the features of the reader of meaning: item, title, record around them, and fields, shape (items, 4 x dimension + fields)."""
    around = [_context(vectors.means), _context(vectors.presented)]
    context = [np.broadcast_to(row, vectors.means.shape) for row in around]
    return np.hstack([vectors.means, _TITLE_SHARE * vectors.titles, *context, fields(items)])


def of_words(items: Sequence[EvidenceItem], phrases: sp.csr_array) -> sp.csr_array:
    """Return the features of the reader of words: shape (items, phrases + fields)."""
    return sp.csr_array(sp.hstack([phrases, sp.csr_array(fields(items))]))


def read(items: Sequence[EvidenceItem], vectors: RecordVectors, phrases: sp.csr_array, meaning: Planes, wording: Planes) -> np.ndarray:
    """Return what each item shows of each dimension, in [0, 1], shape (items, 6): the mean of both readers."""
    by_meaning = meaning.probability(of_vectors(items, vectors))
    by_words = expit(of_words(items, phrases) @ wording.weights + wording.biases)
    found: np.ndarray = np.round((by_meaning + by_words) / 2.0, DECIMALS)
    return found


def read_statements(item: EvidenceItem, vectors: RecordVectors, meaning: Planes) -> np.ndarray:
    """Return what each statement of a record of one ``item`` shows of each dimension, for quoting, shape (statements, 6)."""
    said = vectors.said
    alone = replace(vectors, means=said, titles=np.broadcast_to(vectors.titles[0], said.shape))
    return meaning.probability(of_vectors([item] * len(said), alone))


def _context(rows: np.ndarray) -> np.ndarray:
    mean: np.ndarray = _CONTEXT_SHARE * (rows.mean(axis=0) if len(rows) else np.zeros(rows.shape[1]))
    return mean
