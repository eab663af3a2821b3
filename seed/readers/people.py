"""Written people as the readers see them, each record encoded once: what every training and every fold starts from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.evaluation.written.people import Benchmark, WrittenPerson
from matching.readers.capabilities import nearest
from matching.readers.concepts import Concepts
from matching.readers.curves import Planes
from matching.readers.readers import centred_means
from matching.readers.records import Means, Record, RecordVectors
from matching.readers.roles import DIMENSIONS
from matching.readers.subjects import Subject, Subjects
from matching.space.encoded import Encoder
from matching.space.lexical import LexicalBlock
from matching.space.thesaurus import Thesaurus
from matching.text.cleaning import cleaned
from matching.text.statements import statements

CREDIBLE = 2


@dataclass(frozen=True)
class Person:
    """A written person, taken apart and encoded."""

    written: WrittenPerson
    record: Record
    vectors: RecordVectors
    words: sp.csr_array
    named: np.ndarray
    near: tuple[np.ndarray, np.ndarray]

    @property
    def writer(self) -> str:
        """Return whose hand wrote the record."""
        return self.written.writer


@dataclass(frozen=True)
class Material:
    """Everything that readers are trained on, with the frozen parts that need no label: means, lexicon, concepts and subjects.

    ``outside`` are texts that ask for something outside the catalogue.
    """

    benchmark: Benchmark
    encoder: Encoder
    means: Means
    name_means: Means
    brief_means: Means
    lexicon: LexicalBlock
    subjects: Subjects
    people: tuple[Person, ...]
    outside: tuple[str, ...]

    @classmethod
    def of(
        cls, benchmark: Benchmark, encoder: Encoder, thesaurus: Thesaurus, asked: Sequence[Subject], outside: tuple[str, ...]
    ) -> "Material":
        """Encode everything; means and word frequencies come from the records, names and briefs themselves, not from texts ``outside``."""
        records = [Record.of(person.profile) for person in benchmark.people]
        said = sorted({text for record in records for text in record.statements()})
        names = sorted({name for concept in thesaurus.concepts for name in concept.names})
        briefs = [text for subject in asked for text in subject.briefs]
        asking = sorted({text for brief in (*briefs, *(f"{b.title}\n{b.text}" for b in benchmark.briefs)) for text in statements(brief)})
        means, name_means, brief_means = (centred_means(texts, encoder) for texts in (said, names, asking))
        lexicon = LexicalBlock.fit(
            [*(whole for record in records for whole in record.wholes), *(cleaned(brief) for brief in briefs), *names]
        )
        concepts = Concepts.of(thesaurus, encoder, name_means)
        subjects = Subjects.of(asked, concepts, encoder, brief_means, lexicon)
        vectors = [RecordVectors.of(record, encoder, means) for record in records]
        people = tuple(
            Person(
                written,
                record,
                of_record,
                lexicon.transform(record.wholes),
                thesaurus.rows(record.wholes).toarray(),
                nearest(of_record, concepts),
            )
            for written, record, of_record in zip(benchmark.people, records, vectors, strict=True)
        )
        return cls(benchmark, encoder, means, name_means, brief_means, lexicon, subjects, people, outside)

    @cached_property
    def remembered(self) -> dict[frozenset[str], Planes]:
        """Return the readers of meaning that were trained on some writers of these people: one fold needs those of another again."""
        return {}

    @cached_property
    def writers(self) -> tuple[str, ...]:
        """Return the writers, in order."""
        return tuple(sorted({person.writer for person in self.people}))

    def of_writers(self, writers: Sequence[str]) -> list[Person]:
        """Return the people of some writers, in order, those without any item left out."""
        return [person for person in self.people if person.writer in writers and person.record.items]

    def about(self, person: Person) -> np.ndarray:
        """Return which items are plainly about which subject, shape (items, subjects)."""
        rows = [[labels.about.get(name, 0) >= CREDIBLE for name in self.subjects.ids] for labels in person.written.labels]
        return np.array(rows, dtype=bool).reshape(len(rows), len(self.subjects.ids))

    def shows(self, person: Person) -> np.ndarray:
        """Return which items show which capability, shape (items, capabilities)."""
        ids = self.subjects.concepts.thesaurus.ids
        rows = [[name in labels.capabilities for name in ids] for labels in person.written.labels]
        return np.array(rows, dtype=bool).reshape(len(rows), len(ids))

    def labelled_capabilities(self, person: Person) -> np.ndarray:
        """Return the thesaurus columns that were labelled for a person: those of the products that the person was graded for."""
        graded = {product for (product, _), grades in self.benchmark.grades.items() if person.written.profile.id in grades}
        column = self.subjects.concepts.thesaurus.column
        asked = {name for subject in self.subjects.subjects if subject.id in graded for name in subject.capabilities}
        return np.array(sorted(column[name] for name in asked if name in column), dtype=int)


def dimensions(person: Person) -> np.ndarray:
    """Return which items show which role dimension, shape (items, 6)."""
    rows = [[labels.dimensions.get(dimension.value, 0) >= 1 for dimension in DIMENSIONS] for labels in person.written.labels]
    return np.array(rows, dtype=bool).reshape(len(rows), len(DIMENSIONS))
