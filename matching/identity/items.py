"""Whether two items of evidence tell of the same work, learnt from second records: nats, above zero for the same work."""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from matching.identity.commonness import MarkWeights
from matching.identity.records import Mark, PersonRecord

FOR = ("item_numbers", "item_days", "item_topics", "item_topics_told", "item_words")
AGAINST = ("item_other_days",)
NAMES = FOR + AGAINST
_KINDS = (("number",), ("day", "span"), ("topic",), ("word",))
_NUMBERS, _DAYS, _TOPICS, _WORDS = range(len(_KINDS))
_DOUBT = 2.0
_MOST_TOPICS = 40.0
_LEAST, _MOST = -6.0, 8.0

Kinds = tuple[frozenset[Mark], ...]


@cache
def item_weights() -> Mapping[str, float]:
    """Return the learnt weights and their ``constant``: ``item_weights.csv``, made by ``python -m seed.identity.fitting``."""
    text = resources.files("matching.identity").joinpath("item_weights.csv").read_text(encoding="utf-8")
    return {row["name"]: float(row["value"]) for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=100_000)
def _kinds(marks: frozenset[Mark]) -> Kinds:
    return tuple(frozenset(mark for mark in marks if mark[0] in kinds) for kinds in _KINDS)


def item_features(marks: frozenset[Mark], others: frozenset[Mark], weights: MarkWeights) -> tuple[float, ...]:
    """Return what two items share, in the order of ``NAMES``: the part of each kind of marks, and whether both have days and share none."""
    first, second = _kinds(marks), _kinds(others)
    shared = [weights.sum(one & other) if one and other else 0.0 for one, other in zip(first, second, strict=True)]
    parts = [
        told / (min(weights.sum(one), weights.sum(other)) + _DOUBT) if told else 0.0
        for told, one, other in zip(shared, first, second, strict=True)
    ]
    topics_told = math.sqrt(min(shared[_TOPICS], _MOST_TOPICS)) / 4
    other_days = float(bool(first[_DAYS] and second[_DAYS]) and not shared[_DAYS])
    return parts[_NUMBERS], parts[_DAYS], parts[_TOPICS], topics_told, parts[_WORDS], other_days


def sameness(features: Sequence[float], learnt: Mapping[str, float]) -> float:
    """Return how much speaks for one work, in nats, between -6 and 8."""
    total = learnt["constant"] + sum(learnt[name] * value for name, value in zip(NAMES, features, strict=True))
    return max(_LEAST, min(_MOST, total))


def pairs_of_items(record: PersonRecord, other: PersonRecord, weights: MarkWeights) -> list[list[tuple[float, ...]]]:
    """Return for each item of the record with fewer what it shares with each of the other's."""
    few, many = sorted((record.told, other.told), key=len)
    return [[item_features(item, one, weights) for one in many] for item in few]


def best_of_items(record: PersonRecord, other: PersonRecord, weights: MarkWeights) -> list[float]:
    """Return for each item of the record with fewer how surely the other has it; with as many items, from whichever side says more."""
    learnt = item_weights()
    table = [[sameness(features, learnt) for features in row] for row in pairs_of_items(record, other, weights)]
    sides: Iterable[list[float]] = [[max(row) for row in table]]
    if table and len(record.told) == len(other.told):
        sides = (*sides, [max(column) for column in zip(*table, strict=True)])
    return max(sides, key=math.fsum)
