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
PARTS = (*Part, None)
"""What may be ticked."""
_FIELD_SHARE, _TITLE_SHARE, _CONTEXT_SHARE = 0.3, 0.7, 0.4
_KINDS, _OUTCOMES = tuple(EvidenceKind), (*Outcome, None)


def fields(items: Sequence[EvidenceItem]) -> np.ndarray:
    """Return the fields of the record as numbers: kind, ticked part, outcome, several sectors, some scale; shape (items, fields)."""
    rows = [
        [
            *(float(item.kind is kind) for kind in _KINDS),
            *(float(item.part is part) for part in PARTS),
            *(float(item.outcome is outcome) for outcome in _OUTCOMES),
            float(len(set(item.sectors)) > 1),
            float(item.scale is not None),
        ]
        for item in items
    ]
    return _FIELD_SHARE * np.array(rows, dtype=np.float64).reshape(len(items), len(_KINDS) + len(PARTS) + len(_OUTCOMES) + 2)


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


def read_statements(items: Sequence[EvidenceItem], vectors: RecordVectors, meaning: Planes) -> np.ndarray:
    """Return what each statement alone shows of each dimension, for quoting, whatever is ticked: shape (statements, ticked parts, 6)."""
    of_items = zip(items, np.split(vectors.said, vectors.starts[1:]), vectors.titles, strict=True)
    return np.concatenate([_read_alone(item, said, title, meaning) for item, said, title in of_items])


def _read_alone(item: EvidenceItem, said: np.ndarray, title: np.ndarray, meaning: Planes) -> np.ndarray:
    """Return what each statement of ``item``, with the vectors ``said``, shows in a record of that item alone."""
    alone = RecordVectors(said, np.zeros(1, dtype=int), said[:0], said, np.broadcast_to(title, said.shape))
    ticked = [meaning.probability(of_vectors([replace(item, part=part)] * len(said), alone)) for part in PARTS]
    return np.stack(ticked, axis=1)


def _context(rows: np.ndarray) -> np.ndarray:
    mean: np.ndarray = _CONTEXT_SHARE * (rows.mean(axis=0) if len(rows) else np.zeros(rows.shape[1]))
    return mean
