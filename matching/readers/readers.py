"""All readers of one encoder together, and what they read once they know a catalogue.

``Readers`` is what was learnt, sealed: it depends on labelled people and the encoder alone. ``CatalogueReader`` is the same bound to a
thesaurus and subjects; it reads one person at a time, so that a reading depends on that person, the catalogue and the version alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import scipy.sparse as sp

from matching.profiles import Profile
from matching.ranking.weights import Weights
from matching.readers import affinity, capabilities, copies, roles, stance, stated, subjects
from matching.readers.concepts import Concepts
from matching.readers.curves import DECIMALS, Curves, Planes
from matching.readers.exemplars import Exemplars
from matching.readers.reading import Reading, TextReading
from matching.readers.records import Means, Record, RecordVectors, centred, mean_of, unit
from matching.readers.scope import Scope
from matching.readers.subjects import Subject, Subjects
from matching.readers.unsaid import untold
from matching.readers.usual import BaseRates
from matching.space.encoded import Encoder
from matching.space.lexical import LexicalBlock
from matching.space.thesaurus import Thesaurus
from matching.text.languages import language_of
from matching.text.statements import statements
from matching.text.telling import tells
from models.vocabulary import Language

MANNER = "2"
"""How people are read: 2, what is denied shows no role. Another manner makes other readings under another version."""
_STEPS = 127
_LEAST_READING = 0.02
_LEVEL_DECIMALS = 4
_REMEMBERED_TEXTS = 256


@dataclass(frozen=True)
class Readers:
    """What was learnt from labelled people for the encoder ``model``.

    ``means`` are those of records, names of capabilities and briefs, each by language. ``meaning`` and ``wording`` read role dimensions;
    ``about`` reads subjects, ``shows`` capabilities, with what is ``usual`` of subjects; ``affine`` tells which subjects a brief is about,
    and ``scope`` whether it asks for any of them; ``claims`` and ``parts`` read statements. ``narrow`` (dimension, few) keeps what tells
    items apart, for comparing them with a text.
    """

    model: str
    means: Means
    name_means: Means
    brief_means: Means
    lexicon: LexicalBlock
    runs: dict[str, int]
    run_idf: np.ndarray
    phrases: dict[str, int]
    phrase_idf: np.ndarray
    meaning: Planes
    wording: Planes
    claims: Planes
    parts: Planes
    about: Curves
    shows: Curves
    affine: Curves
    scope: Scope
    of_subjects: Exemplars
    of_capabilities: Exemplars
    usual: BaseRates
    narrow: np.ndarray
    text_weights: Weights

    def bound(self, encoder: Encoder, thesaurus: Thesaurus, asked: Sequence[Subject]) -> "CatalogueReader":
        """Return the readers of this catalogue; raises ValueError for vectors of another encoder."""
        if encoder.model != self.model:
            raise ValueError(f"these readers were trained on vectors of {self.model}, not of {encoder.model}")
        return CatalogueReader(self, encoder, thesaurus, tuple(asked))


@dataclass(frozen=True)
class CatalogueReader:
    """Reads people and briefs for one catalogue, of which it encodes the words when it first reads something."""

    readers: Readers
    encoder: Encoder
    thesaurus: Thesaurus
    asked: tuple[Subject, ...]

    @cached_property
    def subjects(self) -> Subjects:
        """Return the subjects with their words encoded: lists of people who are read already do without."""
        concepts = Concepts.of(self.thesaurus, self.encoder, self.readers.name_means)
        return Subjects.of(self.asked, concepts, self.encoder, self.readers.brief_means, self.readers.lexicon)

    @cached_property
    def column_of_subject(self) -> dict[tuple[str, ...], int]:
        """Return the column of each subject by its briefs."""
        return {subject.briefs: column for column, subject in enumerate(self.asked)}

    @property
    def text_weights(self) -> Weights:
        """Return what the signals weigh for a text that asks for no role."""
        return self.readers.text_weights

    def is_telling(self, term: str) -> bool:
        """Return whether a term stands in less than about one text of fifty."""
        return self.readers.lexicon.is_telling(term)

    def read(self, profile: Profile) -> Reading:
        """Read one person."""
        record = Record.of(profile)
        if not record.items:
            return self._nothing()
        vectors, said = RecordVectors.of(record, self.encoder, self.readers.means), [one for of_item in record.of_items for one in of_item]
        runs = stance.counted(said, self.readers.runs, self.readers.run_idf)
        claims, parts = (stance.read(vectors.said, runs, reader) for reader in (self.readers.claims, self.readers.parts))
        found = self._seen(record, vectors, self._stated(record, vectors, claims, parts))
        # What is denied must show no role, however much it speaks of it; titles stay.
        left_out = untold(said, claims) & {one for told in record.told for one in told}
        return replace(found, dimensions=np.minimum(found.dimensions, self._dimensions(record.without(left_out)))) if left_out else found

    def _dimensions(self, record: Record) -> np.ndarray:
        """Return what the items of a record show of each dimension, shape (items, 6)."""
        phrases = stance.counted(record.wholes, self.readers.phrases, self.readers.phrase_idf)
        vectors = RecordVectors.of(record, self.encoder, self.readers.means)
        found: np.ndarray = (
            roles.read(record.items, vectors, phrases, self.readers.meaning, self.readers.wording) * self._own(record)[:, None]
        )
        return found

    def _seen(self, record: Record, vectors: RecordVectors, stated_by_items: np.ndarray) -> Reading:
        words = self.readers.lexicon.transform(record.wholes)
        own = self._own(record)
        credited = self.thesaurus.rows(record.wholes).toarray().astype(np.float64)
        about = self._about(record, vectors, words, credited) * own[:, None]
        phrases = stance.counted(record.wholes, self.readers.phrases, self.readers.phrase_idf)
        dimensions = roles.read(record.items, vectors, phrases, self.readers.meaning, self.readers.wording) * own[:, None]
        near = capabilities.nearest(vectors, self.subjects.concepts)
        concerned, expected = best_of(about, self._asking), best_of(about, self._usual)
        shown = (
            self._shows(capabilities.CapabilityFeatures(record, vectors, words, credited, concerned, expected, dimensions, near))
            * own[:, None]
        )
        return Reading(
            about,
            dimensions,
            _sparse(shown),
            _sparse(credited * own[:, None]),
            _whole(vectors.means @ self.readers.narrow),
            self._level(vectors.means),
            stated_by_items,
        )

    def _level(self, means: np.ndarray) -> np.ndarray:
        cosines = unit(means @ self.readers.narrow) @ unit(self.subjects.briefs @ self.readers.narrow).T
        usual = np.stack([cosines.mean(axis=1), cosines.std(axis=1)], axis=1)
        return np.round(usual.astype(np.float64), _LEVEL_DECIMALS)

    def _nothing(self) -> Reading:
        columns = max(1, len(self.thesaurus.ids))
        empty = sp.csr_array((0, columns), dtype=np.float64)
        sizes = (len(self.asked), len(roles.DIMENSIONS), self.readers.narrow.shape[1], 2)
        about, dimensions, vectors, level = (np.zeros((0, size)) for size in sizes)
        return Reading(about, dimensions, empty, empty, vectors.astype(np.int8), level, np.zeros(0, dtype=stated.STATED))

    def _own(self, record: Record) -> np.ndarray:
        """Return 1 for each item that tells of work once and in the person's own words, else 0, shape (items,)."""
        again = copies.repeated(record.items)
        copied = [copies.is_copied(whole, self._brief_runs) for whole in record.wholes]
        return np.array([not (one or other) for one, other in zip(again, copied, strict=True)], dtype=np.float64)

    @cached_property
    def _brief_runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset().union(*(copies.runs(brief) for subject in self.asked for brief in subject.briefs))

    def _about(self, record: Record, vectors: RecordVectors, words: sp.csr_array, named: np.ndarray) -> np.ndarray:
        if not self.asked:
            return np.zeros((len(record.items), 0))
        found = subjects.features(record, vectors, words, named, self.subjects, self.readers.of_subjects)
        return self.readers.about.probability(found.reshape(-1, found.shape[-1])).reshape(found.shape[:2])

    def _stated(self, record: Record, vectors: RecordVectors, claims: np.ndarray, parts: np.ndarray) -> np.ndarray:
        telling = np.array([tells(one) for of_item in record.of_items for one in of_item], dtype=np.float64)
        told = claims[:, tuple(stance.Claim).index(stance.Claim.DONE)] * telling
        shown = roles.read_statements(record.items, vectors, self.readers.meaning)
        return stated.read(record.of_items, claims, parts, shown * told[:, None, None])

    def _shows(self, seen: capabilities.CapabilityFeatures) -> np.ndarray:
        """Return the credits of the capabilities that some subject asks for; of others only what is named counts."""
        asked = self._asked
        found = capabilities.features(seen, self.subjects.concepts, self._concept_words, self.readers.of_capabilities, asked)
        read = self.readers.shows.probability(found.reshape(-1, found.shape[-1])).reshape(found.shape[:2])
        shown = seen.named.copy()
        shown[:, asked] = capabilities.credit(read, seen.named[:, asked])
        return shown

    @cached_property
    def _asking(self) -> np.ndarray:
        """Return which subject asks for which capability, shape (subjects, capabilities)."""
        asking = np.zeros((len(self.asked), len(self.thesaurus.ids)), dtype=bool)
        for row, columns in enumerate(self.subjects.columns("capabilities")):
            asking[row, columns] = True
        return asking

    @cached_property
    def _usual(self) -> np.ndarray:
        """Return how often work on each subject shows each capability that it asks for, shape (subjects, capabilities)."""
        usual: np.ndarray = self._asking * self.readers.usual.of(self.subjects.ids, self.thesaurus.ids)
        return usual

    @cached_property
    def _asked(self) -> np.ndarray:
        return np.flatnonzero(self._asking.any(axis=0))

    @cached_property
    def _concept_words(self) -> sp.csr_array:
        return self.readers.lexicon.transform([". ".join(concept.names) for concept in self.thesaurus.concepts])

    def text(self, texts: Sequence[str]) -> TextReading:
        """Read a brief, given as its texts in one language or several; the last ones are remembered."""
        return self._text(tuple(texts))

    @cached_property
    def _text(self) -> Callable[[tuple[str, ...]], TextReading]:
        return lru_cache(maxsize=_REMEMBERED_TEXTS)(self._fresh_text)

    def _fresh_text(self, texts: tuple[str, ...]) -> TextReading:
        found = affinity.features(texts, self.subjects, self.encoder, self.readers.brief_means, self.readers.lexicon)
        said = centred([said for text in texts for said in statements(text)], self.encoder, self.readers.brief_means)
        whole = mean_of(said, self.encoder.dimension)
        if not self.readers.lexicon.transform(list(texts)).nnz:  # what lies at the middle of all texts would be near somebody by chance
            whole = np.zeros_like(whole)
        probability = self.readers.affine.probability(found)
        within = self.readers.scope.probability(whole, float(probability.max(initial=0.0)))
        return TextReading(affinity.shares(probability, within), _whole(whole[None] @ self.readers.narrow)[0])


def best_of(about: np.ndarray, asking: np.ndarray) -> np.ndarray:
    """Return for every capability how much each item is about the subject that asks for it and is nearest, (items, capabilities).

    ``asking`` (subjects, capabilities) says which subject asks for which capability, or how much it counts for it.
    """
    best = np.zeros((len(about), asking.shape[1]))
    for row in range(len(asking)):
        np.maximum(best, about[:, row : row + 1] * asking[row], out=best)
    return best


def centred_means(texts: Sequence[str], encoder: Encoder) -> Means:
    """Return the mean vector of the texts of each language; a language without a text takes the mean of all."""
    vectors = encoder.encode(texts)
    languages = np.array([language_of(text).value for text in texts])
    everything = vectors.mean(axis=0)
    return {
        language: vectors[languages == language.value].mean(axis=0) if (languages == language.value).any() else everything
        for language in Language
    }


def _sparse(values: np.ndarray) -> sp.csr_array:
    return sp.csr_array(np.where(values >= _LEAST_READING, np.round(values, DECIMALS), 0.0))


def _whole(vectors: np.ndarray) -> np.ndarray:
    """Return unit rows as whole numbers from -127 to 127."""
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=0.0)
    whole: np.ndarray = np.rint(vectors * (_STEPS / np.where(largest > 0, largest, 1.0))).astype(np.int8)
    return whole
