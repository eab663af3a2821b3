"""The capabilities of a thesaurus as vectors: the mean of everything that each is called."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.readers.records import Means, centred, unit
from matching.space.encoded import Encoder
from matching.space.thesaurus import Thesaurus


@dataclass(frozen=True)
class Concepts:
    """``names`` (names, dimension) with the ``owner`` (names,) of each; ``centres`` (capabilities, dimension), in thesaurus order."""

    thesaurus: Thesaurus
    names: np.ndarray
    owner: np.ndarray
    centres: np.ndarray

    @classmethod
    def of(cls, thesaurus: Thesaurus, encoder: Encoder, means: Means) -> "Concepts":
        """Encode every label and alias."""
        called = [(column, name) for column, concept in enumerate(thesaurus.concepts) for name in sorted(set(concept.names))]
        vectors = centred([name for _, name in called], encoder, means)
        owner = np.array([column for column, _ in called], dtype=int)
        sums = np.zeros((len(thesaurus.ids), encoder.dimension))
        np.add.at(sums, owner, vectors)
        return cls(thesaurus, vectors, owner, unit(sums).astype(np.float32))

    @cached_property
    def first(self) -> np.ndarray:
        """Return where the names of each capability begin, shape (capabilities,)."""
        return np.searchsorted(self.owner, np.arange(len(self.thesaurus.ids)))

    @cached_property
    def parents(self) -> np.ndarray:
        """Return the column of each capability's parent, its own where it has none, shape (capabilities,)."""
        column = self.thesaurus.column
        return np.array([column[self.thesaurus.parent.get(name, name)] for name in self.thesaurus.ids], dtype=int)

    def best_names(self, said: np.ndarray) -> np.ndarray:
        """Return the cosine of each statement with the nearest name of each capability, shape (statements, capabilities)."""
        found: np.ndarray = np.maximum.reduceat(said @ self.names.T, self.first, axis=1)
        return found
