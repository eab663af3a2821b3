"""Readers made by hand for the world of three subjects: their numbers are drawn, so that they read something everywhere."""

from functools import cache

import numpy as np

from matching.ranking.weights import Weights
from matching.readers import stance
from matching.readers.curves import Curves, Planes
from matching.readers.exemplars import Exemplars
from matching.readers.readers import CatalogueReader, Readers, centred_means
from matching.readers.records import centred
from matching.readers.roles import DIMENSIONS, fields
from matching.readers.scope import Scope
from matching.readers.subjects import Subject
from matching.readers.usual import BaseRates
from matching.space.lexical import LexicalBlock
from tests.matching.examples import BATTERY, DOCUMENTS, RADAR, RADAR_BRIEF, RICE, THESAURUS, item
from tests.service.matches.encoders.examples import DIMENSION, WordEncoder

SUBJECTS = (
    Subject("P1", tuple(text for _, text in RADAR_BRIEF), ("array", "radar"), ("sensing",)),
    Subject("P2", (BATTERY[0], BATTERY[2]), ("battery",), ()),
    Subject("P3", (RICE[0], RICE[2]), ("breeding",), ()),
)
TEXT_WEIGHTS = Weights("drawn", {"topical_fit": 0.6, "role_shown": 0.4}, 0.2, 0.5, 0.7)
OF_A_SUBJECT, OF_A_CAPABILITY, OF_A_TEXT, NARROW = 83, 32, 15, 8


@cache
def readers() -> Readers:
    drawn = np.random.default_rng(7)
    encoder = WordEncoder()
    means = centred_means(DOCUMENTS, encoder)
    lexicon = LexicalBlock.fit(DOCUMENTS)
    runs = {run: place for place, run in enumerate(sorted({run for text in DOCUMENTS for run in stance.runs(text)}))}
    of_fields = fields([item()]).shape[1]
    return Readers(
        model=encoder.model,
        means=means,
        name_means=means,
        brief_means=means,
        lexicon=lexicon,
        runs=runs,
        run_idf=np.ones(len(runs)),
        phrases=runs,
        phrase_idf=np.ones(len(runs)),
        meaning=_planes(drawn, 4 * DIMENSION + of_fields, len(DIMENSIONS)),
        wording=_planes(drawn, len(runs) + of_fields, len(DIMENSIONS)),
        claims=_planes(drawn, len(runs) + DIMENSION, len(stance.Claim)),
        parts=_planes(drawn, len(runs) + DIMENSION, len(stance.ToldPart)),
        about=_curves(drawn, OF_A_SUBJECT),
        shows=_curves(drawn, OF_A_CAPABILITY),
        affine=_curves(drawn, OF_A_TEXT),
        scope=Scope(np.eye(1, DIMENSION, dtype=np.float32), np.eye(1, DIMENSION, 1, dtype=np.float32), np.array([1.0, 5.0]), 1.0),
        of_subjects=_exemplars(encoder, lexicon, tuple(subject.id for subject in SUBJECTS)),
        of_capabilities=_exemplars(encoder, lexicon, ("radar", "battery", "breeding")),
        usual=BaseRates(tuple(subject.id for subject in SUBJECTS), ("radar", "battery", "breeding"), np.full((3, 3), 0.3), 0.1),
        narrow=drawn.normal(size=(DIMENSION, NARROW)).astype(np.float32),
        text_weights=TEXT_WEIGHTS,
    )


@cache
def reader() -> CatalogueReader:
    return readers().bound(WordEncoder(), THESAURUS, SUBJECTS)


def _curves(drawn: np.random.Generator, features: int) -> Curves:
    return Curves(np.sort(drawn.normal(size=(features, 3)), axis=1), 0.2 * drawn.normal(size=(features, 3)), 0.1)


def _planes(drawn: np.random.Generator, features: int, columns: int) -> Planes:
    return Planes(drawn.normal(size=(features, columns)).astype(np.float32).astype(np.float64), drawn.normal(size=columns))


def _exemplars(encoder: WordEncoder, lexicon: LexicalBlock, names: tuple[str, ...]) -> Exemplars:
    vectors = centred(DOCUMENTS, encoder, centred_means(DOCUMENTS, encoder))
    labels = np.repeat(np.eye(len(names), dtype=bool), len(RADAR), axis=0)
    targets = np.stack([vectors[start : start + len(RADAR)].mean(axis=0) for start in range(0, len(DOCUMENTS), len(RADAR))])
    return Exemplars.learn(names, vectors, lexicon.transform(DOCUMENTS), labels, targets, np.arange(len(labels)))
