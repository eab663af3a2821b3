"""From texts to people: the evidence of single texts, the best counting most, and the record as one text."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matching.space.semantic import unit_rows

# Each further text of a person counts this share of the one before it: many texts help, and a long list does not win by its length.
FURTHER = 0.8
# What the record as one text counts beside its best text.
RECORD_SHARE = 2.0


def by_person(evidence: np.ndarray, owners: np.ndarray, people: int) -> np.ndarray:
    """Return the evidence of each person, shape (people,): the sum over their texts, sorted, of evidence times ``FURTHER`` ** rank.

    ``evidence`` (texts,) is not negative, ``owners`` (texts,) the position of each text's person. The mean over a person's texts punishes
    whoever has also done other things, the best three alone forget how much there is, and the sum is won by the longest list.
    """
    order = np.lexsort((-evidence, owners))
    first = np.searchsorted(owners[order], np.arange(people))
    rank = np.arange(len(order)) - first[owners[order]] if len(order) else np.zeros(0)
    return np.bincount(owners[order], weights=evidence[order] * FURTHER**rank, minlength=people).astype(np.float64)


@dataclass(frozen=True)
class Records:
    """Each person's texts as one.

    ``lengths`` (people,) are those of the summed words, ``meaning`` (people, dimension) the unit sum of the wholes, None without an
    encoder; ``mixing`` (people, texts) adds up the texts of each person, each text counting alike.
    """

    mixing: sp.csr_array
    lengths: np.ndarray
    meaning: np.ndarray | None

    @classmethod
    def of(cls, words: sp.csr_array, wholes: np.ndarray | None, owners: np.ndarray, people: int) -> "Records":
        """Add up the rows of texts; ``owners`` (texts,) is the position of each one's person."""
        mixing = sp.csr_array((np.ones(len(owners)), (owners, np.arange(len(owners)))), shape=(people, len(owners)))
        summed = sp.csr_array(mixing @ words)
        squares = np.asarray(summed.multiply(summed).sum(axis=1), dtype=np.float64).ravel()
        meaning = None if wholes is None else unit_rows(np.asarray(mixing @ unit_rows(wholes.astype(np.float64))))
        return cls(mixing, np.where(squares > 0, np.sqrt(squares), 1.0), meaning)

    def closeness(self, words: np.ndarray, asked: np.ndarray | None) -> np.ndarray:
        """Return the cosine of each record with a query, shape (people,).

        ``words`` (texts,) is what the words of each text are worth for it, ``asked`` (dimension,) the unit row of what it means.
        """
        by_words: np.ndarray = np.asarray(self.mixing @ words) / self.lengths
        return by_words if asked is None or self.meaning is None else by_words + self.meaning @ asked
