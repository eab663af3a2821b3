"""Learns what signals weigh: for each role family from graded cells, and for a text without a role from written briefs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matching.evaluation.written.people import Benchmark, WrittenBrief
from matching.evaluation.written.watching import Question, Readership
from matching.needs import RoleNeed
from matching.pasted_briefs import need_of
from matching.ranking.weights import Weights
from matching.readers.readers import CatalogueReader, Readers
from matching.readers.reading import TextReading
from models.vocabulary import RoleCode, RoleFamily
from seed.network.world import WORLD_DATE
from seed.planted.needs import needs_of
from seed.readers.people import Material
from seed.readers.weighing import FOR_A_ROLE, FOR_A_TEXT, WHOLE_ROLE, Edge, Rows, edges_of, judge, out_of_fold, rows_of, weights_of, within

ROLES = {RoleFamily.CHIEF_ENGINEER: RoleCode.CE_PROJECT, RoleFamily.CHIEF_ARCHITECT: RoleCode.CA_PROJECT}
VERSION, TEXT_VERSION = "W7", "T3"
UNWEIGHED = Weights("unweighed", {}, 1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Judgement:
    """The weights of a role family, or for a text without a role, with what their bands stand on, out of fold."""

    weights: Weights
    edges: tuple[Edge, ...]


def readership_of(material: Material, folds: Mapping[str, Readers]) -> Readership:
    """Return everybody, each read by readers that have not seen their writer."""
    bound = {writer: _bound(material, readers) for writer, readers in folds.items()}
    return Readership.of(material.benchmark.people, bound.__getitem__)


def judged_family(material: Material, readership: Readership, family: RoleFamily) -> Judgement:
    """Learn the weights of a role family from the graded cells of every product."""
    rows = rows_of(material.benchmark, readership, _cells(material.benchmark, ROLES[family]), family)
    return Judgement(*_weighed(rows, VERSION))


def judged_text(material: Material, folds: Mapping[str, Readers]) -> Judgement:
    """Learn the weights for a text without a role from every written brief, each read by readers that have not seen its writer.

    A brief that requires no capability teaches nothing: where none is required, coverage is left out (``weights_for``).
    """
    bound = {writer: _OtherTexts(_bound(material, readers)) for writer, readers in folds.items()}
    readership = Readership.of(material.benchmark.people, bound.__getitem__)
    rows = [_of_brief(material.benchmark, readership, brief, need, bound) for brief, need in _asked(material) if need.must]
    return Judgement(*_weighed(_joined(rows), TEXT_VERSION))


def _weighed(rows: Rows, version: str) -> tuple[Weights, tuple[Edge, ...]]:
    learning = FOR_A_TEXT if version == TEXT_VERSION else FOR_A_ROLE
    of_signal, scores = weights_of(judge(rows, learning), rows.codes, learning), out_of_fold(rows, learning)
    edges = edges_of(rows, scores, learning.strong)
    fits, good, strong = (edge.score for edge in edges)
    weights = Weights(version, of_signal, fits, good, strong, whole_role=0.0 if version == TEXT_VERSION else WHOLE_ROLE)
    return replace(weights, calibration=within(rows, scores, weights)), edges


def _cells(benchmark: Benchmark, role: RoleCode) -> list[tuple[str, Question, Mapping[str, int]]]:
    needs = needs_of(1)
    products = sorted({product for product, _ in needs})
    return [
        (product, Question(replace(needs[product, role], parties=(), rules=()), UNWEIGHED), benchmark.grades.get((product, role), {}))
        for product in products
    ]


def _asked(material: Material) -> list[tuple[WrittenBrief, RoleNeed]]:
    thesaurus = material.subjects.concepts.thesaurus
    return [(brief, need_of(f"{brief.title}\n{brief.text}", thesaurus, WORLD_DATE)) for brief in material.benchmark.briefs]


def _of_brief(
    benchmark: Benchmark, readership: Readership, brief: WrittenBrief, need: RoleNeed, bound: Mapping[str, "_OtherTexts"]
) -> Rows:
    for reader in bound.values():
        reader.texts = bound[brief.writer].inner
    grades: dict[str, int] = {}
    for (product, _), known in benchmark.grades.items():
        if product == brief.product:
            for person, grade in known.items():
                grades[person] = max(grade, grades.get(person, 0))
    rows = rows_of(benchmark, readership, [(brief.product or "", Question(need, UNWEIGHED), grades)], None)
    return replace(rows, writers=np.where(rows.writers == brief.writer, rows.writers, brief.writer))


def _joined(parts: Sequence[Rows]) -> Rows:
    return Rows(
        parts[0].codes,
        tuple(person for part in parts for person in part.people),
        np.concatenate([part.writers for part in parts]),
        np.vstack([part.values for part in parts]),
        np.concatenate([part.grades for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.may_be_strong for part in parts]),
    )


def _bound(material: Material, readers: Readers) -> CatalogueReader:
    return readers.bound(material.encoder, material.subjects.concepts.thesaurus, material.subjects.subjects)


class _OtherTexts:
    """Reads people with the readers of one fold and texts with those of another."""

    def __init__(self, inner: CatalogueReader) -> None:
        self.inner = self.texts = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def text(self, texts: Sequence[str]) -> TextReading:
        """Read a brief."""
        return self.texts.text(texts)
