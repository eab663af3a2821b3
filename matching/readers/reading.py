"""What is read of a person and of a text, and what a reader of them offers the matcher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import scipy.sparse as sp

from matching.profiles import Profile
from matching.ranking.weights import Weights
from matching.readers.stated import STATED
from matching.space.thesaurus import Thesaurus
from models.vocabulary import RoleDimension


@dataclass(frozen=True)
class Reading:
    """What was read of one person, item by item in the order of the record.

    ``about`` (items, subjects), ``dimensions`` (items, 6) and ``credits`` (items, capabilities; sparse) are in [0, 1]; ``named``
    likewise holds what the items name and claim. ``vectors`` (items, few) are whole numbers from -127 to 127; ``level`` (items, 2)
    is the mean and the deviation of their cosines with the subjects' briefs. ``stated`` (items,) of ``STATED`` is what their statements
    say.
    """

    about: np.ndarray
    dimensions: np.ndarray
    credits: sp.csr_array
    named: sp.csr_array
    vectors: np.ndarray
    level: np.ndarray
    stated: np.ndarray


@dataclass(frozen=True)
class TextReading:
    """What a pasted text is about: ``shares`` (subjects,) in [0, 1], and its whole-number ``vector`` (few,)."""

    shares: np.ndarray
    vector: np.ndarray


class RecordReader(Protocol):
    """Reads people and texts for one catalogue; a reading depends on the person, the catalogue and the reader's version alone."""

    @property
    def thesaurus(self) -> Thesaurus:
        """Return the thesaurus whose capabilities are read, in the order of the columns."""

    @property
    def column_of_subject(self) -> Mapping[tuple[str, ...], int]:
        """Return the column of each subject by its briefs."""

    @property
    def text_weights(self) -> Weights:
        """Return what the signals weigh for a text that asks for no role."""

    def read(self, profile: Profile) -> Reading:
        """Read one person."""

    def text(self, texts: Sequence[str]) -> TextReading:
        """Read a brief, given as its texts in one language or several."""

    def is_telling(self, term: str) -> bool:
        """Return whether a term is rare enough to be worth marking."""


def nothing_read(reader: RecordReader, profile: Profile) -> Reading:
    """Return a reading in which no item of ``profile`` shows anything: that of somebody who is not read yet."""
    items, columns = len(profile.items), max(1, len(reader.thesaurus.ids))
    empty = sp.csr_array((items, columns), dtype=np.float64)
    about = np.zeros((items, len(reader.column_of_subject)), dtype=np.float64)
    shown, vectors = np.zeros((items, len(RoleDimension))), np.zeros((items, len(reader.text([]).vector)), dtype=np.int8)
    return Reading(about, shown, empty, empty, vectors, np.zeros((items, 2)), np.zeros(items, dtype=STATED))
