"""What records about each subject say: words learnt from documents by their closeness to the briefs.

A brief is one voice; records of the same work use other words. So documents that are close to a brief teach the words of its subject, and
these words tell which further documents are about it: naive Bayes with expectation maximisation over unlabelled texts (Nigam, McCallum,
Thrun and Mitchell, 2000). What is learnt first comes from few and doubtful documents, so words count little in the first rounds and more
in each (deterministic annealing; Ueda and Nakano, 1998), and every document is read within its record.

What words say relative to the other subjects is one thing; whether a text is near to the subject at all is another, for a field that no
brief describes is nearest to some subject too. Closeness is therefore averaged over the documents that share words, and both must hold.
Everything is frozen with the space.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from scipy.special import expit, softmax

# How much of what its words say counts for a document, round after round of learning.
_ROUNDS = (0.25, 0.375, 0.5, 0.7, 1.0, 1.0)
# How many deviations of closeness between two subjects make one of them e times as likely, before any word is learnt.
_FIRST_WIDTH = 0.8
# The subject's words weigh four times as much as those of the whole corpus (Jelinek-Mercer smoothing with 0.8; Zhai and Lafferty, 2004).
_SUBJECT_SHARE = 4.0
# Words of a text hang together: rows of unit length times this keep one text from being a dozen independent witnesses.
_WITNESSES = 2.0
_LEAST_SHARE = 0.01
_OWN_WEIGHT = 1.0
_NEAR, _NEAR_WIDTH = 0.8, 0.1
# Weight of one subject in a person's mixture before any item is read.
_PRIOR = 0.1
_MIXING_ROUNDS = 10


@dataclass(frozen=True)
class SubjectWords:
    """``mass`` (terms, subjects) is how much of each term stands in documents about a subject.

    ``closeness`` (terms, subjects) is the same times the closeness of these documents to the subject's brief, ``corpus`` (terms,) the mass
    of each term in all documents.
    """

    mass: sp.csr_array
    closeness: sp.csr_array
    corpus: np.ndarray

    @classmethod
    def fit(cls, lexical: sp.csr_array, closeness: np.ndarray, owners: np.ndarray) -> "SubjectWords":
        """Learn from the rows of documents (documents, terms) and their closeness to every subject (documents, subjects).

        ``owners`` (documents,) is the position of each one's record.
        """
        shares = softmax(closeness / _FIRST_WIDTH, axis=1)
        corpus = np.asarray(lexical.sum(axis=0), dtype=np.float64).ravel()
        learnt = cls._counted(lexical, shares, closeness, corpus)
        for counted in _ROUNDS:
            shares = in_record(counted * learnt.evidence(lexical), owners, int(owners.max(initial=-1)) + 1)
            learnt = cls._counted(lexical, shares, closeness, corpus)
        return learnt

    @classmethod
    def _counted(cls, lexical: sp.csr_array, shares: np.ndarray, closeness: np.ndarray, corpus: np.ndarray) -> "SubjectWords":
        certain = np.where(shares >= _LEAST_SHARE, shares, 0.0)
        by_term = sp.csr_array(lexical.T)
        return cls(sp.csr_array(by_term @ certain), sp.csr_array(by_term @ (certain * closeness)), corpus)

    def evidence(self, lexical: sp.csr_array) -> np.ndarray:
        """Return the logarithm of how likely each text's words are for each subject, up to a constant of the text, (texts, subjects)."""
        return _WITNESSES * np.asarray(lexical @ self._log_ratios)

    @cached_property
    def _log_ratios(self) -> np.ndarray:
        mass = self.mass.toarray()
        known = np.where(self.corpus > 0, self.corpus, 1.0)[:, None] / max(float(self.corpus.sum()), 1e-9)
        of_subject = mass / np.maximum(mass.sum(axis=0), 1e-9)
        ratios: np.ndarray = np.log1p(_SUBJECT_SHARE * of_subject / known)
        return ratios

    def nearness(self, lexical: sp.csr_array, closeness: np.ndarray) -> np.ndarray:
        """Return in [0, 1] whether texts are near to each subject, (texts, subjects).

        ``closeness`` (texts, subjects) of a text itself counts as much as that of documents with one shared word of full weight.
        """
        summed = np.asarray((lexical @ self.closeness).toarray()) + _OWN_WEIGHT * closeness
        averaged = summed / (np.asarray((lexical @ self.mass).toarray()) + _OWN_WEIGHT)
        near: np.ndarray = expit((averaged - _NEAR) / _NEAR_WIDTH)
        return near


def in_record(evidence: np.ndarray, owners: np.ndarray, people: int) -> np.ndarray:
    """Return how likely each item is about each subject, read within its record, shape (items, subjects); rows sum to 1.

    ``evidence`` (items, subjects) holds log-likelihoods, ``owners`` (items,) the person of each item. A person's items are a mixture of few
    subjects, whose shares are found by expectation maximisation with the words held fixed (folding in; Hofmann, 1999).
    """
    likelihood = np.exp(evidence - evidence.max(axis=1, keepdims=True, initial=-np.inf))
    record = sp.csr_array((np.ones(len(owners)), (owners, np.arange(len(owners)))), shape=(people, len(owners)))
    likely = softmax(evidence, axis=1)
    for _ in range(_MIXING_ROUNDS):
        mixture = np.asarray(record @ likely) + _PRIOR
        joint = likelihood * mixture[owners]
        likely = joint / joint.sum(axis=1, keepdims=True)
    return likely
