"""Counts a map again, person by person, from the gate's word and the explanations alone: slow, plain, and by another way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.explanation.explanation import explain
from matching.gate.result import GatePolicy, GateReason, Tier, judge_gate
from matching.profiles import Profile
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Band

NAMES = ("consenting", "available", "eligible", "evidence_missing", "fitting", "ready")


@dataclass(frozen=True)
class RecountedPerson:
    """What one explanation says of one person."""

    person: Profile
    names: frozenset[str]
    rank: int | None
    band: Band | None
    shows: frozenset[str]


def look(ranking: Ranking, policy: GatePolicy | None = None) -> list[RecountedPerson]:
    return [_look(ranking, profile, policy or GatePolicy()) for profile in ranking.network.profiles]


def _look(ranking: Ranking, profile: Profile, policy: GatePolicy) -> RecountedPerson:
    gate_result, entry = judge_gate(profile, ranking.need, policy), explain(ranking, profile.id).entry
    names = set()
    if not {GateReason.NO_CONSENT, GateReason.OBJECTED, GateReason.RESTRICTED} & set(gate_result.reasons):
        names.add("consenting")
        if GateReason.UNWILLING not in gate_result.reasons and GateReason.UNAVAILABLE not in gate_result.reasons:
            names.add("available")
    if gate_result.tier is not Tier.GATED:
        names.add(gate_result.tier.value)
    fits = entry is not None and entry.score >= ranking.weights.fits
    if fits:
        names.add("fitting")
        if gate_result.tier is Tier.ELIGIBLE:
            names.add("ready")
    shows = frozenset(ranking.covered(ranking.network.position[profile.id])[0])
    return RecountedPerson(profile, frozenset(names), entry.rank if entry and fits else None, entry.band if entry and fits else None, shows)


def counts(seen: Iterable[RecountedPerson]) -> dict[str, int]:
    found = Counter(name for one in seen for name in one.names)
    return {name: found[name] for name in NAMES}


def cell(seen: Sequence[RecountedPerson], required: Sequence[str]) -> dict[str, object]:
    by_rank = {one.rank: one.band for one in seen if one.rank}
    ready = [one.person.id for one in seen if "ready" in one.names]
    return {
        "counts": counts(seen),
        "depth": {place: by_rank.get(place) for place in (1, 3, 10)},
        "alone": ready[0] if len(ready) == 1 else None,
        "capabilities": [_capability([one for one in seen if capability in one.shows], capability) for capability in required],
    }


def _capability(seen: Sequence[RecountedPerson], capability: str) -> tuple[str, dict[str, int], str | None]:
    ready = [one.person.id for one in seen if "ready" in one.names]
    return capability, counts(seen), ready[0] if len(ready) == 1 else None


def key_persons(cells: Iterable[Sequence[RecountedPerson]]) -> set[tuple[str, int, int]]:
    first, only = Counter[str](), Counter[str]()
    for seen in cells:
        ready = sorted((one.rank or 0, one.person.id) for one in seen if "ready" in one.names)
        for _, person in ready[:1]:
            first[person] += 1
            only[person] += len(ready) == 1
    return {(person, first[person], only[person]) for person in first}


def by_label(cells: Iterable[Sequence[RecountedPerson]], labels_of: dict[str, Sequence[str]]) -> dict[str, dict[str, int]]:
    people: dict[str, dict[str, set[str]]] = defaultdict(lambda: {name: set() for name in NAMES})
    for seen in cells:
        for one in seen:
            for label in set(labels_of[one.person.id]):
                for name in one.names:
                    people[label][name].add(one.person.id)
    return {label: {name: len(found) for name, found in of.items()} for label, of in people.items()}


def places(cells: Iterable[Sequence[RecountedPerson]], first: int) -> Counter[str]:
    return Counter(one.person.id for seen in cells for one in seen if one.rank and one.rank <= first)
