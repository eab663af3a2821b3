"""Why two people are a pair or not, read from the same pairing as the list: who covers what, and what the next pair would cost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from matching.explanation import phrases as of_people
from matching.explanation.lines import Line, LineKind, line
from matching.explanation.phrases import Phrase
from matching.gate.result import GateReason
from matching.pairs import coverage, phrases
from matching.pairs.coverage import Division
from matching.pairs.meeting import coverage_lines, meeting_lines, tie_lines
from matching.pairs.pairing import Barrier, PairEntry, Pairing, pair
from matching.pairs.registry import ARCHITECT, ENGINEER
from matching.ranking.ranking import Ranking

_LEAST_DIFFERENCE = 0.0005


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another pair, with what taking it instead would cost; ``differences`` maps a term to its part there minus its part here."""

    entry: PairEntry
    cost: float
    differences: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """``entry`` and what follows it are None where one of the two may not be proposed; ``gates`` then say why, by side.

    ``following`` is the next pair of the list, or its best for a pair that is not on the list.
    """

    engineer_id: str
    architect_id: str
    gates: tuple[tuple[str, GateReason], ...]
    entry: PairEntry | None
    barrier: Barrier | None
    must: Division | None
    nice: Division | None
    following: Alternative | None
    lines: tuple[Line, ...]


def explain_pair(listed: Pairing, engineer_id: str, architect_id: str, organisations: Mapping[str, str]) -> PairExplanation:
    """Explain two people against the list of pairs ``listed``; raises KeyError for somebody who is not in the network.

    ``organisations`` are names by id. Of somebody who may not be proposed nothing is said but why.
    """
    engineers, architects = listed.sides.engineers, listed.sides.architects
    gates = (*_gates(engineers, ENGINEER, engineer_id), *_gates(architects, ARCHITECT, architect_id))
    if gates:
        lines = (*_gate_lines(gates), line(LineKind.NOTE, of_people.REFERENCE_ONLY))
        return PairExplanation(engineer_id, architect_id, gates, None, None, None, None, None, lines)
    found, row, column = _place(listed, engineer_id, architect_id)
    entry, barrier = found.entry(row, column), found.barrier(row, column)
    if found is not listed:
        entry = replace(entry, rank=None, tie_group=None)
    following = _following(listed, entry)
    return PairExplanation(
        engineer_id,
        architect_id,
        (),
        entry,
        barrier,
        coverage.divide(found.must, row, column),
        coverage.divide(found.nice, row, column),
        following,
        tuple(_lines(found, row, column, entry, following, organisations)),
    )


def _gates(ranking: Ranking, side: str, profile_id: str) -> list[tuple[str, GateReason]]:
    reasons = ranking.gate_result(ranking.network.position[profile_id]).reasons
    # Without consent nothing else is looked at.
    return [(side, reason) for reason in reasons]


def _gate_lines(gates: tuple[tuple[str, GateReason], ...]) -> list[Line]:
    return [line(LineKind.GATE, phrases.GATED, role=phrases.SIDE[side], reason=of_people.GATE[reason]) for side, reason in gates]


def _place(listed: Pairing, engineer_id: str, architect_id: str) -> tuple[Pairing, int, int]:
    """Return where the two stand: on the list, or, for people who are not on it, in a pairing of their own."""
    place = listed.place(engineer_id, architect_id)
    if place is not None:
        return listed, *place
    sides = listed.sides
    question = replace(listed.question, chief_engineer=engineer_id, chief_architect=architect_id)
    alone = pair(sides.engineers, sides.architects, sides.weights, question)
    return alone, 0, 0


def _following(listed: Pairing, entry: PairEntry) -> Alternative | None:
    start = entry.rank or 0
    found = listed.entries(start, start + 1)
    if not found:
        return None
    differences = tuple(
        (here.signal, there.contribution - here.contribution) for here, there in zip(entry.parts, found[0].parts, strict=True)
    )
    return Alternative(found[0], entry.score - found[0].score, differences)


def _lines(
    found: Pairing, row: int, column: int, entry: PairEntry, following: Alternative | None, organisations: Mapping[str, str]
) -> list[Line]:
    barrier = found.barrier(row, column)
    lines = [line(LineKind.GATE, phrases.BARRIER[barrier])] if barrier else []
    lines += coverage_lines(found, row, column)
    lines += meeting_lines(found, row, column, organisations)
    lines += tie_lines(found.sides, row, column)
    lines += _change_lines(found, entry, following)
    lines.append(line(LineKind.NOTE, of_people.REFERENCE_ONLY))
    return lines


def _change_lines(found: Pairing, entry: PairEntry, following: Alternative | None) -> list[Line]:
    if following is None:
        return [line(LineKind.CHANGE, phrases.LAST)]
    said = _said_of_next(entry, following)
    network, next_pair = found.sides.engineers.network, following.entry
    sides = {"engineer": next_pair.engineer_id, "architect": next_pair.architect_id}
    who = {side: network.profiles[network.position[identifier]].name for side, identifier in sides.items()}
    lines = [line(LineKind.CHANGE, said, cost=following.cost, gain=-following.cost, **who)]
    return lines + [
        line(LineKind.CHANGE, phrases.DIFFERENCE, term=phrases.TERM[term], difference=difference)
        for term, difference in following.differences
        if abs(difference) >= _LEAST_DIFFERENCE
    ]


def _said_of_next(entry: PairEntry, following: Alternative) -> Phrase:
    if entry.rank is None:
        return phrases.BEST_INSTEAD
    # Only a pair that has shown less of the mandatory conditions stands behind one with a lower score.
    return phrases.NEXT_GAINS if following.cost < 0 else phrases.NEXT
