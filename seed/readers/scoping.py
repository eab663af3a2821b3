"""Trains whether a text asks for something of the catalogue at all, each text compared with those of other hands alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from matching.evaluation.written.people import WrittenBrief
from matching.readers import affinity
from matching.readers.curves import Curves
from matching.readers.records import centred, mean_of
from matching.readers.scope import Scope, features
from matching.text.statements import statements
from seed.readers.people import Material

_STRENGTH, _STEPS = 100.0, 1000
_SCALE = np.array([1.0, 10.0])  # both features vary by about one


@dataclass(frozen=True)
class Heard:
    """A text as it is remembered, with its features for every subject, shape (subjects, features)."""

    vector: np.ndarray
    features: np.ndarray

    @classmethod
    def of(cls, text: str, material: Material) -> "Heard":
        """Encode ``text``."""
        encoder, means = material.encoder, material.brief_means
        vector = mean_of(centred(statements(text), encoder, means), encoder.dimension)
        return cls(vector, affinity.features([text], material.subjects, encoder, means, material.lexicon))

    def surest(self, affine: Curves) -> float:
        """Return the probability of the subject that the text is surest about."""
        return float(affine.probability(self.features).max(initial=0.0))


def learn(material: Material, writers: Sequence[str], affine: Curves, affine_without: Callable[[str], Curves]) -> Scope:
    """Train on the briefs of ``writers`` and on the texts outside the catalogue.

    ``affine`` was trained on all of ``writers``, ``affine_without`` trains on all but one: who wrote a brief does not help to read it.
    """
    asked = [(brief, Heard.of(f"{brief.title}\n{brief.text}", material)) for brief in material.benchmark.briefs if brief.writer in writers]
    other = [Heard.of(text, material) for text in material.outside]
    without = {writer: affine_without(writer) for writer in writers}
    rows = [*of_briefs(asked, other, without), *of_others(asked, other, affine)]
    told = [brief.product is not None for brief, _ in asked] + [False] * len(other)
    model = LogisticRegression(C=_STRENGTH, max_iter=_STEPS).fit(np.array(rows) * _SCALE, told)
    within, outside = _kinds(asked, other)
    return Scope(within, outside, model.coef_[0] * _SCALE, float(model.intercept_[0]))


def of_briefs(asked: Sequence[tuple[WrittenBrief, Heard]], other: Sequence[Heard], without: Mapping[str, Curves]) -> Iterator[np.ndarray]:
    """Yield the features of each brief, held against the texts of other writers."""
    for brief, heard in asked:
        within, outside = _kinds([one for one in asked if one[0].writer != brief.writer], other)
        yield features(heard.vector, heard.surest(without[brief.writer]), within, outside)


def of_others(asked: Sequence[tuple[WrittenBrief, Heard]], other: Sequence[Heard], affine: Curves) -> Iterator[np.ndarray]:
    """Yield the features of each text outside the catalogue, held against all but itself."""
    for place, heard in enumerate(other):
        within, outside = _kinds(asked, [*other[:place], *other[place + 1 :]])
        yield features(heard.vector, heard.surest(affine), within, outside)


def _kinds(asked: Sequence[tuple[WrittenBrief, Heard]], other: Sequence[Heard]) -> tuple[np.ndarray, np.ndarray]:
    """Return the vectors of texts within the catalogue and outside of it."""
    within = [heard.vector for brief, heard in asked if brief.product is not None]
    outside = [*(heard.vector for brief, heard in asked if brief.product is None), *(heard.vector for heard in other)]
    return np.array(within, dtype=np.float32), np.array(outside, dtype=np.float32)
