"""What other weights would do to the order of the people on a list: shown and counted, never kept and never part of a draft. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from service.kit.problems import Invalid

Weights = dict[str, float]
Snapshot = dict[str, Any]


class WeightTrial(NamedTuple):
    """Where a person stands among those of the list by score alone, with the weights in force and with those that were tried."""

    expert_id: str
    name: str
    place: int
    score: float
    tried_place: int
    tried_score: float


def read_weights(typed: Mapping[str, Any]) -> Weights:
    """Return what was typed for each signal, brought to a sum of 1; raises ``Invalid`` for what is no weight."""
    found: Weights = {}
    for name, text in typed.items():
        if name.startswith("weight."):
            try:
                found[name.removeprefix("weight.")] = float(str(text).replace(",", "."))
            except ValueError:
                raise Invalid("weight_no_number", en=f"“{text}” is no number.", vi=f"“{text}” không phải là số.") from None
    total = sum(found.values())
    if not 0 < total < float("inf") or min(found.values()) < 0:
        raise Invalid(
            "weights_out_of_range",
            en="Weights are numbers from 0 up, and one is above 0.",
            vi="Trọng số là số từ 0 trở lên, ít nhất một số lớn hơn 0.",
        )
    return {signal: weight / total for signal, weight in found.items()}


def weights_of(snapshots: Sequence[Snapshot]) -> Weights:
    """Return the weights with which a list was made."""
    return {part["signal"]: part["weight"] for snapshot in snapshots[:1] for part in snapshot["entry"]["parts"] if part["weight"] > 0}


def retried(snapshots: Sequence[Snapshot], weights: Weights) -> list[WeightTrial]:
    """Return everybody of ``snapshots`` in the order that ``weights`` make; equal scores stand by id."""
    scores = {one["expert"]["id"]: (one["entry"]["score"], _score(one, weights)) for one in snapshots}
    places = [_places({person: both[which] for person, both in scores.items()}) for which in (0, 1)]
    found = [
        WeightTrial(person, one["expert"]["display_name"], places[0][person], scores[person][0], places[1][person], scores[person][1])
        for one in snapshots
        if (person := one["expert"]["id"])
    ]
    return sorted(found, key=lambda tried: tried.tried_place)


def _score(snapshot: Snapshot, weights: Weights) -> float:
    total: float = sum(weights.get(part["signal"], 0.0) * part["value"] for part in snapshot["entry"]["parts"])
    return round(total, 4)


def _places(scores: Mapping[str, float]) -> dict[str, int]:
    order = sorted(scores, key=lambda person: (-scores[person], person))
    return {person: place for place, person in enumerate(order, start=1)}
