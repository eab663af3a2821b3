"""How much each item of a record is about each subject of the catalogue, with "none of these" as a real answer.

Every measure of nearness is looked at in six ways: as it is, standing out among all subjects, ahead of the best other subject, and the
same three for the mean over the record. Standing out is what gives "none of these" a meaning; the record gives a bare title its sense.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matching.readers.concepts import Concepts
from matching.readers.exemplars import Exemplars
from matching.readers.records import Means, Record, RecordVectors, centred, mean_of, unit
from matching.space.encoded import Encoder
from matching.space.lexical import LexicalBlock
from matching.text.statements import statements

_THREE_BEST = 3
_NICE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Subject:
    """A product of the catalogue: its briefs and the capabilities that its roles ask for."""

    id: str
    briefs: tuple[str, ...]
    must: tuple[str, ...]
    nice: tuple[str, ...]

    @property
    def capabilities(self) -> tuple[str, ...]:
        """Return all capabilities that the roles ask for, each once."""
        return tuple(dict.fromkeys((*self.must, *self.nice)))


@dataclass(frozen=True)
class Subjects:
    """The subjects as vectors: ``briefs`` and ``centres`` of their capabilities (subjects, dimension), ``words`` (subjects, terms)."""

    subjects: tuple[Subject, ...]
    concepts: Concepts
    briefs: np.ndarray
    centres: np.ndarray
    words: sp.csr_array

    @classmethod
    def of(cls, subjects: Sequence[Subject], concepts: Concepts, encoder: Encoder, means: Means, lexicon: LexicalBlock) -> "Subjects":
        """Encode the briefs; ``means`` are those of briefs."""
        size = encoder.dimension
        briefs = [[mean_of(centred(statements(text), encoder, means), size) for text in subject.briefs] for subject in subjects]
        column = concepts.thesaurus.column
        asked = [[column[name] for name in subject.capabilities if name in column] for subject in subjects]
        empty = np.zeros((0, size), dtype=np.float32)
        return cls(
            tuple(subjects),
            concepts,
            np.stack([mean_of(np.array(of_subject), size) for of_subject in briefs]) if briefs else empty,
            np.stack([mean_of(concepts.centres[columns], size) for columns in asked]) if asked else empty,
            lexicon.transform([_document(subject, concepts) for subject in subjects]),
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the subjects, in the order of the columns."""
        return tuple(subject.id for subject in self.subjects)

    def columns(self, level: str) -> list[np.ndarray]:
        """Return the thesaurus columns of each subject's capabilities: ``must``, ``nice`` or all ``capabilities``."""
        column = self.concepts.thesaurus.column
        return [np.array([column[name] for name in getattr(subject, level) if name in column], dtype=int) for subject in self.subjects]


def features(
    record: Record, vectors: RecordVectors, words: sp.csr_array, named: np.ndarray, subjects: Subjects, exemplars: Exemplars
) -> np.ndarray:
    """Return the features of every item for every subject, shape (items, subjects, features).

    ``words`` are the lexical rows of the items and ``named`` (items, capabilities) the credits of what they name.
    """
    nearness = np.stack([*_nearness(vectors, words, named, subjects), *_likeness(vectors, words, subjects, exemplars)], axis=-1)
    presented = mean_of(vectors.presented, vectors.means.shape[1])
    profile = np.stack([subjects.briefs @ presented, subjects.centres @ presented], axis=-1)
    profile = np.broadcast_to(np.concatenate([profile, _standing_out(profile[None], 1)[0]], axis=-1), (*nearness.shape[:2], 4))
    length = np.log1p([len(whole.split()) for whole in record.wholes])
    lengths = np.broadcast_to(length[:, None, None], (*nearness.shape[:2], 1))
    return np.concatenate([_looked_at(nearness), profile, lengths], axis=-1)


def _nearness(vectors: RecordVectors, words: sp.csr_array, named: np.ndarray, subjects: Subjects) -> list[np.ndarray]:
    shown = named >= _NICE_SHARE
    must = np.stack([shown[:, columns].sum(axis=1) for columns in subjects.columns("must")], axis=1)
    nice = np.stack([shown[:, columns].sum(axis=1) for columns in subjects.columns("nice")], axis=1)
    close = vectors.best(vectors.said @ subjects.concepts.centres.T)
    three = np.stack([_best_mean(close[:, columns]) for columns in subjects.columns("capabilities")], axis=1)
    return [
        vectors.means @ subjects.briefs.T,
        vectors.best(vectors.said @ subjects.briefs.T),
        vectors.means @ subjects.centres.T,
        vectors.best(vectors.said @ subjects.centres.T),
        three,
        (words @ subjects.words.T).toarray(),
        must + _NICE_SHARE * nice,
    ]


def _likeness(vectors: RecordVectors, words: sp.csr_array, subjects: Subjects, exemplars: Exemplars) -> list[np.ndarray]:
    place = {name: column for column, name in enumerate(exemplars.names)}
    like = exemplars.likeness(vectors, words, tuple(place.get(name) for name in subjects.ids))
    mapped = exemplars.mapped(vectors.means) @ subjects.briefs.T
    return [mapped, *np.moveaxis(like, -1, 0)]


def _best_mean(values: np.ndarray) -> np.ndarray:
    if values.shape[1] == 0:
        return np.zeros(len(values))
    best: np.ndarray = np.sort(values, axis=1)[:, -_THREE_BEST:].mean(axis=1)
    return best


def _looked_at(nearness: np.ndarray) -> np.ndarray:
    """Return nearness (items, subjects, measures) in its six ways, shape (items, subjects, 6 x measures)."""
    over_record = np.broadcast_to(nearness.mean(axis=0, keepdims=True), nearness.shape)
    return np.concatenate([way for values in (nearness, over_record) for way in (values, *_standing(values))], axis=-1)


def _standing(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return _standing_out(values, 1), _ahead(values)


def _standing_out(values: np.ndarray, axis: int) -> np.ndarray:
    """Return how many deviations each subject lies above the mean of all subjects."""
    out: np.ndarray = (values - values.mean(axis=axis, keepdims=True)) / (values.std(axis=axis, keepdims=True) + 1e-6)
    return out


def _ahead(values: np.ndarray) -> np.ndarray:
    """Return how far each subject lies ahead of the best other subject; below zero for all but the best."""
    if values.shape[1] < 2:
        return values
    ordered = np.sort(values, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    ahead: np.ndarray = values - np.where(values == best, second, best)
    return ahead


def _document(subject: Subject, concepts: Concepts) -> str:
    column, known = concepts.thesaurus.column, concepts.thesaurus.concepts
    called = [" . ".join(known[column[name]].names) for name in subject.capabilities if name in column]
    return "\n".join([*subject.briefs, *called])


__all__ = ["Subject", "Subjects", "features", "unit"]
