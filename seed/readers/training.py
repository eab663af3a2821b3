"""Trains all readers on the written people but those of the writers that are left out.

A reader of subjects and capabilities looks at how like an item is to labelled ones. So that it learns how far to trust that, what it
learns from of a writer is compared with the examples of the other writers alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import scipy.sparse as sp

from matching.ranking.weights import Weights
from matching.readers import affinity, capabilities, roles, stance, subjects
from matching.readers.curves import Curves, Planes
from matching.readers.exemplars import Exemplars
from matching.readers.readers import Readers, best_of
from matching.readers.records import centred, mean_of
from matching.readers.usual import BaseRates
from seed.readers import learning, scoping
from seed.readers.people import Material, Person, dimensions
from seed.written.statements import LabelledStatement

_RECORDS_SHARE, _OUTSIDERS_SHARE = 0.25, 1.5
_ITEMS_OF_A_RECORD, _STATEMENTS_OF_AN_ITEM = 6, 3
_PLAINLY = 3
_NARROW = 64
_FEWEST_RUNS, _FEWEST_PHRASES = 2, 3
CLAIMS = {
    "d": stance.Claim.DONE,
    "n": stance.Claim.DENIED,
    "w": stance.Claim.WISHED,
    "r": stance.Claim.REQUIRED,
    "o": stance.Claim.BY_OTHERS,
}
PARTS = {"L": stance.ToldPart.LED, "M": stance.ToldPart.MAIN, "C": stance.ToldPart.CONTRIBUTOR, "-": stance.ToldPart.UNTOLD}


NO_WEIGHTS = Weights("untrained", {}, 1.0, 1.0, 1.0)


def train(material: Material, labelled: Sequence[LabelledStatement], without: Sequence[str] = ()) -> Readers:
    """Train on everybody but the writers ``without``; the same material gives the same readers."""
    writers = [writer for writer in material.writers if writer not in without]
    training = _Training(material, writers)
    about, of_subjects = training.about()
    phrases = _Phrases.of([whole for person in material.of_writers(writers) for whole in person.record.wholes], _FEWEST_PHRASES)
    meaning, wording = training.roles(phrases)
    shows, of_capabilities = training.shows(about, phrases)
    stated = _Statements.of(material, labelled, writers)
    return Readers(
        model=material.encoder.model,
        means=material.means,
        name_means=material.name_means,
        brief_means=material.brief_means,
        lexicon=material.lexicon,
        runs=stated.phrases.vocabulary,
        run_idf=stated.phrases.idf,
        phrases=phrases.vocabulary,
        phrase_idf=phrases.idf,
        meaning=meaning,
        wording=wording,
        claims=stated.planes([one.stances for one in stated.labelled], CLAIMS),
        parts=stated.planes([one.parts for one in stated.labelled], PARTS),
        about=about,
        shows=shows,
        affine=(affine := training.affine()),
        scope=scoping.learn(material, writers, affine, lambda writer: training.without(writer).affine()),
        of_subjects=of_subjects,
        of_capabilities=of_capabilities,
        usual=training.usual(writers),
        narrow=training.narrow(),
        text_weights=NO_WEIGHTS,
    )


@dataclass(frozen=True)
class _Training:
    material: Material
    writers: list[str]

    def without(self, writer: str) -> "_Training":
        """Return the training on all but one of these writers."""
        return _Training(self.material, self._others(writer))

    def narrow(self) -> np.ndarray:
        """Return the directions in which items differ most, shape (dimension, ``_NARROW``), each with its greatest part above zero."""
        items = np.vstack([person.vectors.means for person in self.material.of_writers(self.writers)]).astype(np.float64)
        directions = np.linalg.svd(items, full_matrices=False)[2][:_NARROW]
        signs = np.sign(directions[np.arange(len(directions)), np.abs(directions).argmax(axis=1)])
        narrow: np.ndarray = (directions * signs[:, None]).T.astype(np.float32)
        return narrow

    def roles(self, phrases: "_Phrases") -> tuple[Planes, Planes]:
        """Train the readers of role dimensions, by meaning and by words."""
        people = self.material.of_writers(self.writers)
        labels = np.vstack([dimensions(person) for person in people])
        worded = sp.csr_array(sp.vstack([roles.of_words(one.record.items, phrases.counted(one.record.wholes)) for one in people]))
        return self._meaning(people, labels), learning.planes(worded, labels, strength=5.0)

    def _meaning(self, people: Sequence[Person], labels: np.ndarray) -> Planes:
        of_writers = frozenset(self.writers)
        if of_writers not in self.material.remembered:
            meant = np.vstack([roles.of_vectors(one.record.items, one.vectors) for one in people])
            self.material.remembered[of_writers] = learning.planes(meant, labels, strength=1.0)
        return self.material.remembered[of_writers]

    def _dimensions_apart(self, phrases: "_Phrases") -> dict[str, np.ndarray]:
        """Return what each person shows of the role dimensions, read by readers of the other writers, by id."""
        found = {}
        for writer in self.writers:
            meaning, wording = replace(self, writers=self._others(writer)).roles(phrases)
            for one in self.material.of_writers([writer]):
                counted = phrases.counted(one.record.wholes)
                found[one.written.profile.id] = roles.read(one.record.items, one.vectors, counted, meaning, wording)
        return found

    def about(self) -> tuple[Curves, Exemplars]:
        """Train the reader of subjects."""
        rows, labels = [], []
        for person, examples in self._held_apart(self._subject_examples):
            found = self.about_features(person, examples)
            rows.append(found.reshape(-1, found.shape[-1]))
            labels.append(self.material.about(person).ravel())
        return learning.curves(np.vstack(rows), np.concatenate(labels), knots=2, strength=0.1), self._subject_examples(self.writers)

    def about_features(self, person: Person, examples: Exemplars) -> np.ndarray:
        """Return the features of a person's items for every subject."""
        return subjects.features(person.record, person.vectors, person.words, person.named, self.material.subjects, examples)

    def shows(self, about: Curves, phrases: "_Phrases") -> tuple[Curves, Exemplars]:
        """Train the reader of capabilities on what was labelled for each person."""
        shown = self._dimensions_apart(phrases)
        rows, labels = [], []
        concepts = self.material.subjects.concepts
        concept_words = self.material.lexicon.transform([". ".join(concept.names) for concept in concepts.thesaurus.concepts])
        asking = _asking(self.material)
        subject_examples = {writer: self._subject_examples(self._others(writer)) for writer in self.writers}
        usual = {writer: asking * self.usual(self._others(writer)).rates for writer in self.writers}
        for person, examples in self._held_apart(self._capability_examples):
            columns = self.material.labelled_capabilities(person)
            found = self.about_features(person, subject_examples[person.writer])
            read = about.probability(found.reshape(-1, found.shape[-1])).reshape(found.shape[:2])
            seen = capabilities.CapabilityFeatures(
                person.record,
                person.vectors,
                person.words,
                person.named,
                best_of(read, asking),
                best_of(read, usual[person.writer]),
                shown[person.written.profile.id],
                person.near,
            )
            features = capabilities.features(seen, concepts, concept_words, examples, columns)
            rows.append(features.reshape(-1, features.shape[-1]))
            labels.append(self.material.shows(person)[:, columns].ravel())
        return learning.curves(np.vstack(rows), np.concatenate(labels), knots=5, strength=0.05), self._capability_examples(self.writers)

    def usual(self, writers: Sequence[str]) -> BaseRates:
        """Count how often the items of some writers' people that are about a subject show a capability, where both were labelled."""
        subject_ids, capability_ids = self.material.subjects.ids, self.material.subjects.concepts.thesaurus.ids
        read, shown = (np.zeros((len(subject_ids), len(capability_ids))) for _ in range(2))
        for person in self.material.of_writers(writers):
            about, columns = self.material.about(person), self.material.labelled_capabilities(person)
            read[:, columns] += about.sum(axis=0)[:, None]
            shown[:, columns] += about.T.astype(float) @ self.material.shows(person)[:, columns]
        return BaseRates.learn(subject_ids, capability_ids, read, shown)

    def affine(self) -> Curves:
        """Train which subjects a brief is about: on briefs, on plain records as if they were briefs, and on those of outsiders."""
        found = [*self._briefs(), *self._records()]
        features = np.vstack([features for features, _, _ in found])
        labels = np.concatenate([labels for _, labels, _ in found])
        return learning.curves(features, labels, knots=2, strength=0.3, weights=np.concatenate([weights for _, _, weights in found]))

    def _briefs(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        material = self.material
        for brief in material.benchmark.briefs:
            if brief.writer in self.writers:
                labels = np.array([name == brief.product for name in material.subjects.ids])
                features = affinity.features(
                    [f"{brief.title}\n{brief.text}"], material.subjects, material.encoder, material.brief_means, material.lexicon
                )
                yield features, labels, np.ones(len(labels))

    def _records(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        material = self.material
        for person in material.of_writers(self.writers):
            outsider = person.written.profile.id in material.benchmark.outsiders
            labels = np.array([person.written.about(name) >= _PLAINLY for name in material.subjects.ids])
            if outsider or labels.any():
                share = _OUTSIDERS_SHARE if outsider else _RECORDS_SHARE
                yield self._as_brief(person), labels & (not outsider), np.full(len(labels), share)

    def _as_brief(self, person: Person) -> np.ndarray:
        material = self.material
        told = [said for of_item in person.record.of_items[:_ITEMS_OF_A_RECORD] for said in of_item[:_STATEMENTS_OF_AN_ITEM]]
        words = [*person.record.presented, *told]
        said = centred(words, material.encoder, material.means)
        whole, close = mean_of(said, material.encoder.dimension), said @ material.subjects.centres.T
        by_words = (material.lexicon.transform([". ".join(words)]) @ material.subjects.words.T).toarray()[0]
        length = sum(len(text.split()) for text in words)
        return affinity.measures(material.subjects.briefs @ whole, material.subjects.centres @ whole, by_words, close.max(axis=0), length)

    def _held_apart(self, learnt: Callable[[Sequence[str]], Exemplars]) -> Iterator[tuple[Person, Exemplars]]:
        """Return every person with the examples of the other writers."""
        for writer in self.writers:
            examples = learnt(self._others(writer))
            for person in self.material.of_writers([writer]):
                yield person, examples

    def _others(self, writer: str) -> list[str]:
        return [other for other in self.writers if other != writer]

    def _subject_examples(self, writers: Sequence[str]) -> Exemplars:
        people = self.material.of_writers(writers)
        labels = np.vstack([self.material.about(person) for person in people])
        return self._examples(people, self.material.subjects.ids, labels, self.material.subjects.briefs)

    def _capability_examples(self, writers: Sequence[str]) -> Exemplars:
        people, concepts = self.material.of_writers(writers), self.material.subjects.concepts
        labels = np.vstack([self.material.shows(person) for person in people])
        return self._examples(people, concepts.thesaurus.ids, labels, concepts.centres)

    @staticmethod
    def _examples(people: list[Person], names: tuple[str, ...], labels: np.ndarray, targets: np.ndarray) -> Exemplars:
        vectors = np.vstack([person.vectors.means for person in people])
        words = sp.csr_array(sp.vstack([person.words for person in people]))
        numbers = np.repeat(np.arange(len(people)), [len(person.record.items) for person in people])
        return Exemplars.learn(names, vectors, words, labels, targets, numbers)


@dataclass(frozen=True)
class _Phrases:
    """Runs of words that stand in enough texts, with how telling each is."""

    vocabulary: dict[str, int]
    idf: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[str], fewest: int) -> "_Phrases":
        """Count in how many texts each run stands."""
        counts = Counter(run for text in texts for run in set(stance.runs(text)))
        vocabulary = {run: place for place, run in enumerate(sorted(run for run, count in counts.items() if count >= fewest))}
        return cls(vocabulary, np.array([np.log((1 + len(texts)) / (1 + counts[run])) + 1.0 for run in vocabulary]))

    def counted(self, texts: Sequence[str]) -> sp.csr_array:
        """Return the weighed runs of each text, shape (texts, runs)."""
        return stance.counted(texts, self.vocabulary, self.idf)


@dataclass(frozen=True)
class _Statements:
    labelled: list[LabelledStatement]
    said: np.ndarray
    phrases: _Phrases

    @classmethod
    def of(cls, material: Material, labelled: Sequence[LabelledStatement], writers: Sequence[str]) -> "_Statements":
        by_id = {person.written.profile.id: person.writer for person in material.people}
        kept = [one for one in labelled if by_id.get(one.person) in writers and not one.held_out]
        said = centred([one.statement for one in kept], material.encoder, material.means)
        return cls(kept, said, _Phrases.of([one.statement for one in kept], _FEWEST_RUNS))

    def planes(self, labels: Sequence[tuple[str, str]], names: Mapping[str, StrEnum]) -> Planes:
        """Train on the statements about which both readers agree."""
        agreed = np.array([first == second for first, second in labels])
        words = self.phrases.counted([one.statement for one in self.labelled])
        features = sp.csr_array(sp.hstack([words, sp.csr_array(self.said)]))[np.flatnonzero(agreed)]
        wanted = np.array([names[first].value for first, _ in labels])[agreed]
        return learning.classes(features, wanted, tuple(str(name) for name in names.values()), strength=10.0)


def _asking(material: Material) -> np.ndarray:
    asking = np.zeros((len(material.subjects.subjects), len(material.subjects.concepts.thesaurus.ids)), dtype=bool)
    for row, columns in enumerate(material.subjects.columns("capabilities")):
        asking[row, columns] = True
    return asking
