"""A reader that anybody can check by hand: it counts words of subjects, names of capabilities and ticked fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import scipy.sparse as sp

from matching.profiles import EvidenceItem, Profile
from matching.ranking.weights import Weights
from matching.readers import stated
from matching.readers.reading import Reading, TextReading
from matching.readers.records import Record
from matching.readers.roles import DIMENSIONS, PARTS
from matching.readers.stance import Claim, ToldPart
from matching.space.thesaurus import Thesaurus
from matching.text.tokens import STOP_WORDS, words
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension, Scale

PART = {Part.LED: 1.0, Part.MAIN: 0.6, Part.CONTRIBUTOR: 0.1, None: 0.4}
OUTCOME = {Outcome.COMMERCIALISED: 1.0, Outcome.TRANSFERRED: 0.9, Outcome.APPLIED: 0.8, Outcome.REPORTED: 0.1, None: 0.0}
SCALE = {Scale.INTERNATIONAL: 1.0, Scale.NATIONAL: 0.9, Scale.LOCAL: 0.6, Scale.UNIT: 0.4, None: 0.5}
TOLD = {
    RoleDimension.SYSTEM_ARCHITECTURE: "architect",
    RoleDimension.CORE_TECHNOLOGY: "invent",
    RoleDimension.RESOURCE_CONNECTION: "partner",
}
WIDTH = 32
_NEVER = {"never", "chưa"}
_PARTS = {"chủ trì": ToldPart.LED, "led": ToldPart.LED, "helped": ToldPart.CONTRIBUTOR, "took part": ToldPart.MAIN}
TEXT_WEIGHTS = Weights("text", {"topical_fit": 0.4, "depth": 0.2, "role_shown": 0.2, "role_in_field": 0.2}, 0.3, 0.5, 0.7)


@dataclass(frozen=True)
class PlainReader:
    """``subjects`` are pairs of briefs and the words that belong to them."""

    thesaurus: Thesaurus
    subjects: Sequence[tuple[tuple[str, ...], frozenset[str]]]
    text_weights: Weights = field(default=TEXT_WEIGHTS)

    @property
    def column_of_subject(self) -> Mapping[tuple[str, ...], int]:
        return {briefs: column for column, (briefs, _) in enumerate(self.subjects)}

    def read(self, profile: Profile) -> Reading:
        texts = [item.words for item in profile.items]
        named = self.thesaurus.rows(texts)
        about = np.array([self._shares(text) for text in texts]).reshape(len(texts), len(self.subjects))
        shown = np.array([_dimensions(item) for item in profile.items]).reshape(len(texts), len(DIMENSIONS))
        vectors = np.array([_bag(text) for text in texts], dtype=np.int8).reshape(len(texts), WIDTH)
        level = np.tile([0.1, 0.1], (len(texts), 1)).reshape(len(texts), 2)
        return Reading(about, shown, sp.csr_array(named), sp.csr_array(named), vectors, level, _stated(Record.of(profile)))

    def text(self, texts: Sequence[str]) -> TextReading:
        whole = " ".join(texts)
        return TextReading(np.array(self._shares(whole)), np.array(_bag(whole), dtype=np.int8))

    def is_telling(self, term: str) -> bool:
        return any(set(term.split()) <= known for _, known in self.subjects)

    def _shares(self, text: str) -> list[float]:
        """Return for each subject the share of the words of ``text`` that belong to it."""
        found = _telling(text)
        return [sum(word in known for word in found) / max(1, len(found)) for _, known in self.subjects]


def _stated(record: Record) -> np.ndarray:
    said = [one for of_item in record.of_items for one in of_item]
    is_title = [
        place < len(titles) for titles, of_item in zip(record.titles, record.of_items, strict=True) for place in range(len(of_item))
    ]
    claims = [Claim.DENIED if _NEVER & set(one.lower().split()) else Claim.DONE for one in said]
    parts = [next((part for word, part in _PARTS.items() if word in one.lower()), ToldPart.UNTOLD) for one in said]
    worth = [_worth(*one) for one in zip(said, claims, is_title, strict=True)]
    quotable = np.repeat(np.array(worth).reshape(len(said), 1, len(DIMENSIONS)), len(PARTS), axis=1)
    return stated.read(record.of_items, _sure(claims, Claim), _sure(parts, ToldPart), quotable)


def _worth(said: str, claim: Claim, is_title: bool) -> list[float]:
    """Return what quoting a statement is worth: most where it is done and has the word of the dimension, least where it is the title."""
    done = float(claim is Claim.DONE)
    return [0.1 if is_title else done * (1.0 if TOLD.get(dimension, "") in said.lower() else 0.5) for dimension in DIMENSIONS]


def _sure(found: Sequence[StrEnum], known: type[StrEnum]) -> np.ndarray:
    return np.array([[float(one is each) for each in known] for one in found]).reshape(len(found), len(known))


def vocabulary(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _telling(text))


def _telling(text: str) -> list[str]:
    return [word.form for word in words(text) if word.form not in STOP_WORDS and len(word.form) > 1]


def _bag(text: str) -> list[int]:
    """Count words by their length and first letter: texts of other words differ."""
    counts = [0] * WIDTH
    for word in _telling(text):
        counts[(len(word) * 7 + ord(word[0])) % WIDTH] += 1
    return [min(127, 20 * count) for count in counts]


def _dimensions(item: EvidenceItem) -> tuple[float, ...]:
    """Return what the fields of an item show; three dimensions also by a word of the text."""
    part, told = PART[item.part], {dimension: float(word in item.words.lower()) for dimension, word in TOLD.items()}
    shown = {
        RoleDimension.COORDINATION: part * min(len(set(item.sectors)), 3) / 3 * SCALE[item.scale],
        RoleDimension.RESOURCE_CONNECTION: part * max(told[RoleDimension.RESOURCE_CONNECTION], float(item.kind is EvidenceKind.NETWORK)),
        RoleDimension.OBJECTIVE_DELIVERY: part * OUTCOME[item.outcome],
        RoleDimension.SYSTEM_ARCHITECTURE: part * told[RoleDimension.SYSTEM_ARCHITECTURE],
        RoleDimension.TECHNICAL_STANDARDS: part * float(item.kind is EvidenceKind.STANDARD),
        RoleDimension.CORE_TECHNOLOGY: part * max(told[RoleDimension.CORE_TECHNOLOGY], 0.7 * float(item.kind is EvidenceKind.PATENT)),
    }
    return tuple(shown[dimension] for dimension in DIMENSIONS)
