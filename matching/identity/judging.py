"""Whether two records are of one person: a calibrated probability, what follows from it, and the reasons."""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from matching.identity.candidates import candidate_pairs
from matching.identity.features import NAMES, Background, ComparedRecords, compared
from matching.identity.records import PersonRecord
from models.vocabulary import IdentityVerdict

CONTRADICTED = 0.02


@dataclass(frozen=True)
class IdentityModel:
    """The learnt weights: ``constant`` and one for each feature, with the probabilities from which a pair is proposed or unclear."""

    version: str
    constant: float
    weights: Mapping[str, float]
    propose: float
    unclear: float

    def probability(self, found: ComparedRecords) -> float:
        """Return the probability that it is one person; two ORCID iDs that differ are two people, whatever else is said."""
        total = self.constant + sum(self.weights[name] * found.values[name] for name in NAMES)
        probability = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
        return min(probability, CONTRADICTED) if found.contradicting_orcid else probability

    def verdict(self, probability: float) -> IdentityVerdict:
        """Return what follows from a probability."""
        if probability >= self.propose:
            return IdentityVerdict.PROPOSED
        return IdentityVerdict.UNCLEAR if probability >= self.unclear else IdentityVerdict.DIFFERENT


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for one person (``weight`` above zero) or against; ``code`` names a feature."""

    code: str
    weight: float


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair, the lower id first, with what was found."""

    first: str
    second: str
    probability: float
    verdict: IdentityVerdict
    reasons: tuple[Reason, ...]


@cache
def shipped_model() -> IdentityModel:
    """Return the model that ships: ``weights.csv``, made by ``python -m seed.identity.fitting``."""
    return read_model(resources.files("matching.identity").joinpath("weights.csv").read_text(encoding="utf-8"))


def read_model(text: str) -> IdentityModel:
    """Return the model in ``text``, rows of name and value; raises ``KeyError`` where one is missing."""
    rows = {row["name"]: row["value"] for row in csv.DictReader(text.splitlines())}
    weights = {name: float(rows[name]) for name in NAMES}
    return IdentityModel(rows["version"], float(rows["constant"]), weights, float(rows["propose"]), float(rows["unclear"]))


def judged(record: PersonRecord, other: PersonRecord, background: Background, model: IdentityModel) -> JudgedPair:
    """Return what is found of two records, the same in either direction."""
    first, second = sorted((record, other), key=lambda one: one.id)
    found = compared(first, second, background)
    probability = model.probability(found)
    return JudgedPair(first.id, second.id, probability, model.verdict(probability), _reasons(found, model))


def find_doubles(
    records: Iterable[PersonRecord], model: IdentityModel, wanted: frozenset[str] | None = None, background: Background | None = None
) -> list[JudgedPair]:
    """Return the pairs that are proposed or unclear, the likeliest first; with ``wanted`` only those of these ids."""
    by_id = {record.id: record for record in records}
    known = background or Background.of(by_id.values())
    pairs = (judged(by_id[first], by_id[second], known, model) for first, second in candidate_pairs(by_id.values(), wanted))
    return sorted(
        (pair for pair in pairs if pair.verdict is not IdentityVerdict.DIFFERENT),
        key=lambda pair: (-pair.probability, pair.first, pair.second),
    )


def _reasons(found: ComparedRecords, model: IdentityModel) -> tuple[Reason, ...]:
    told = [Reason(name, model.weights[name] * found.values[name]) for name in NAMES if found.values[name]]
    if found.contradicting_orcid:
        told.append(Reason("other_orcid", -10.0))
    return tuple(sorted((reason for reason in told if abs(reason.weight) >= 0.05), key=lambda reason: (-abs(reason.weight), reason.code)))
