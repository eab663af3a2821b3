"""Asks the matcher about written people: every cell that was judged and every pasted brief, each person read by the readers of their fold.

What a person shows does not depend on who else is in the network. People of one writer can therefore be read by readers that have not
seen this writer, and stand in one list with all others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.evaluation.written.people import Benchmark, Cell, WrittenBrief, WrittenPerson
from matching.evaluation.written.results import BenchmarkResult, BriefResult, Place
from matching.gate.result import GatePolicy, Tier
from matching.needs import RoleNeed
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Weights
from matching.readers.reading import RecordReader

ReadersFor = Callable[[str], RecordReader]
"""What reads the people of a writer."""
_GATED = tuple(Tier).index(Tier.GATED)
_WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Question:
    """A need with the weights that it is ranked by; without a need nothing was asked and nobody is found."""

    need: RoleNeed | None
    weights: Weights


Asking = Callable[[Cell], Question]
AskingText = Callable[[WrittenBrief], Question]


@dataclass(frozen=True)
class Readership:
    """The people of a benchmark in one network for each set of readers."""

    folds: tuple[tuple[Network, Gatekeeper], ...]

    @classmethod
    def of(cls, people: Iterable[WrittenPerson], readers_for: ReadersFor) -> "Readership":
        """Read everybody; writers with the same readers share a network."""
        groups: defaultdict[int, list[WrittenPerson]] = defaultdict(list)
        spaces = {}
        for person in people:
            space = readers_for(person.writer)
            spaces[id(space)] = space
            groups[id(space)].append(person)
        networks = [Network.build(spaces[key], [person.profile for person in group]) for key, group in groups.items()]
        return cls(tuple((network, Gatekeeper(network, GatePolicy())) for network in networks))

    def ranked(self, question: Question) -> list[Ranking]:
        """Return the ranking of each fold."""
        if question.need is None:
            return []
        return [rank(question.need, network, gatekeeper, question.weights) for network, gatekeeper in self.folds]


def watch(benchmark: Benchmark, readers_for: ReadersFor, asking: Asking, asking_text: AskingText) -> BenchmarkResult:
    """Return where everybody stands in both roles of each judged product, and whom each brief finds."""
    readership = Readership.of(benchmark.people, readers_for)
    products = sorted({product for product, _ in benchmark.grades})
    roles = sorted({role for _, role in benchmark.grades})
    places = {(product, role): _places(readership.ranked(asking((product, role)))) for product in products for role in roles}
    return BenchmarkResult(places, [_found(readership.ranked(asking_text(brief))) for brief in benchmark.briefs])


def in_order(rankings: Sequence[Ranking]) -> list[tuple[Ranking, int]]:
    """Return everybody who may be proposed, with their position in the ranking of their fold, as one ranking would order them."""
    everybody = [(ranking, int(position)) for ranking in rankings for position in np.flatnonzero(ranking.tiers != _GATED)]
    return sorted(everybody, key=lambda one: _key(*one))


def _key(ranking: Ranking, position: int) -> tuple[bool, float, str]:
    total = float(ranking.scores.total[position])
    return not ranking.fits[position], -total, ranking.network.ids[position]


def _places(rankings: Sequence[Ranking]) -> dict[str, Place]:
    return {
        ranking.network.ids[position]: _place(ranking, position, number)
        for number, (ranking, position) in enumerate(in_order(rankings), start=1)
    }


def _place(ranking: Ranking, position: int, number: int) -> Place:
    total = float(ranking.scores.total[position])
    covered, missing = ranking.covered(position)
    values = {part.signal: part.value for part in ranking.parts(position)}
    band, fits = ranking.band(position).value, bool(ranking.fits[position])
    return Place(number, total, band, fits, frozenset(covered), frozenset(missing), values)


def _found(rankings: Sequence[Ranking]) -> BriefResult:
    ordered = [(ranking.network.ids[place], ranking.band(place)) for ranking, place in in_order(rankings)]
    return BriefResult([person for person, _ in ordered], frozenset(person for person, band in ordered if band.value != _WEAK))
