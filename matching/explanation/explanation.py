"""The explanation of one person before one need, read from the same ranking as the list."""

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matching.columns import values_at
from matching.explanation import phrases
from matching.explanation.account import account, lacking
from matching.explanation.account_phrases import listed
from matching.explanation.changes import changes
from matching.explanation.clauses import clause_of, has_unknown_clause
from matching.explanation.conflict_sentences import Naming, conflict_sentence
from matching.explanation.judged import judged_lines
from matching.explanation.lines import Line, LineKind, group_labels, labels, line
from matching.explanation.marks import Span, marks
from matching.explanation.role_in_field import IN_FIELD
from matching.explanation.sentences import Sentence
from matching.explanation.verified import result_phrase
from matching.gate.conflicts import ConflictOfInterest
from matching.gate.result import MAY_NOT_PROCESS, GateReason, GateResult
from matching.gate.rules import RuleOutcome
from matching.profiles import EvidenceItem
from matching.ranking.capability_groups import GroupState, capability_states, confirmed, group_states
from matching.ranking.ranking import Entry, Part, Ranking
from matching.ranking.stability import FIRST
from matching.readers.stated import Stated
from matching.signals.dimensions import OF_FAMILY
from matching.signals.view import SHOWN
from matching.text.normalise import composed

CITED_ITEMS = 5
EXAMINED_ITEMS = 8
_WEAK_VALUE = 0.2
_SMALLEST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Citation:
    """An item of evidence that the score rests on.

    ``parts`` maps a signal to this item's share of it; ``marks`` are spans of ``words``, which are in NFC; ``shows`` are the capabilities
    asked for that were read of it.
    """

    item_id: str
    words: str
    marks: tuple[Span, ...]
    parts: tuple[tuple[str, float], ...]
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """``entry`` is None for somebody who is gated; then the lines say why."""

    profile_id: str
    entry: Entry | None
    gate_result: GateResult
    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]


def explain(ranking: Ranking, profile_id: str) -> Explanation:
    """Explain the place of ``profile_id`` in ``ranking``; raises KeyError for somebody who is not in the network.

    Where the person's own word forbids it, nothing is computed or said but that.
    """
    position = ranking.network.position[profile_id]
    gate_result = ranking.gate_result(position)
    lines = [_gate_line(reason) for reason in gate_result.reasons]
    if MAY_NOT_PROCESS & set(gate_result.reasons):
        return Explanation(profile_id, None, gate_result, tuple(lines), ())
    entry = _entry(ranking, position) if not gate_result.reasons else None
    said = _stated(ranking, position)
    citations = _citations(ranking, position, said)
    if GateReason.NOT_READ not in gate_result.reasons:
        lines += _told_lines(ranking, position, said)
    lines += _score_lines(ranking, position, ranking.parts(position), citations)
    lines += _rule_lines(gate_result, ranking.network.profiles[position].items)
    lines += [_conflict_line(conflict, ranking) for conflict in gate_result.conflicts]
    lines += changes(ranking, position, gate_result)
    lines += _sureness_lines(ranking, position, entry)
    lines += _note_lines(gate_result)
    return Explanation(profile_id, entry, gate_result, tuple(lines), citations)


def _told_lines(ranking: Ranking, position: int, said: dict[str, Stated]) -> list[Line]:
    """Return what the person did that the role asks for, then what is missing."""
    examined = [said[ranking.network.items[row].id] for row in _examined(ranking, position)]
    return [*account(ranking, position, said), *_coverage_lines(ranking, position), *lacking(ranking, position, examined)]


def _examined(ranking: Ranking, position: int) -> list[int]:
    """Return the rows of work in the field whose words are held against its tick, the most relevant first."""
    rows, view = ranking.network.rows_of(position), ranking.view
    in_field = sorted((row for row in rows if view.relevance[row] >= IN_FIELD), key=lambda row: (-float(view.relevance[row]), row))
    return in_field[:EXAMINED_ITEMS]


def _stated(ranking: Ranking, position: int) -> dict[str, Stated]:
    """Return what the words of the items say that are cited or held against their tick."""
    network, rows = ranking.network, {*_cited_rows(ranking, position), *_examined(ranking, position)}
    return {network.items[row].id: Stated(network.items[row], network.stated[row]) for row in rows}


def names_in(ranking: Ranking) -> Naming:
    """Return a function that gives the names of the parties of the need and of everybody in the network, and another id as it is."""
    parties = {party.organisation_id: party.organisation_name for party in ranking.need.parties}
    network = ranking.gatekeeper.everybody

    def name(identifier: str) -> str:
        known = network.profiles[network.position[identifier]].name if identifier in network.position else identifier
        return parties.get(identifier) or known

    return name


def _entry(ranking: Ranking, position: int) -> Entry:
    """Return the entry as the list shows it: among the people who fit, or else among everybody."""
    fits = position in ranking.fitting
    place = int(np.flatnonzero((ranking.fitting if fits else ranking.order) == position)[0])
    return ranking.entries(place, place + 1, everybody=not fits)[0]


def _sureness_lines(ranking: Ranking, position: int, entry: Entry | None) -> list[Line]:
    """Return what the place rests on and how stable it is; nothing for somebody who is gated."""
    if entry is None:
        return []
    found = float(ranking.view.total_relevance[position])
    lines = [line(LineKind.SURENESS, phrases.SURENESS, confidence=phrases.CONFIDENCE[entry.confidence], items=found)]
    if len(ranking.fitting) > FIRST and 0.0 < entry.rank_stability < 1.0:
        lines.append(line(LineKind.SURENESS, phrases.RANK_STABILITY, first=FIRST, share=entry.rank_stability))
    return lines


def _gate_line(reason: GateReason) -> Line:
    return line(LineKind.GATE, phrases.GATE[reason])


def _score_lines(ranking: Ranking, position: int, parts: tuple[Part, ...], citations: tuple[Citation, ...]) -> list[Line]:
    total = float(ranking.scores.total[position])
    lines = []
    for part in sorted(parts, key=lambda part: -part.contribution):
        values: dict[str, Any] = {
            "signal": phrases.SIGNAL[part.signal],
            "part": part.contribution,
            "value": part.value,
            "weight": part.weight,
        }
        if part.contribution > _SMALLEST_SHARE * total:
            lines.append(line(LineKind.WHY, phrases.WHY, _cited_for(part.signal, citations), **values))
        elif part.weight > 0 and part.value < _WEAK_VALUE:
            lines.append(line(LineKind.WHY_NOT, phrases.WEAK_SIGNAL, **values))
    if total < ranking.weights.fits:
        lines.append(line(LineKind.WHY_NOT, phrases.BELOW, score=total, fits=ranking.weights.fits))
    elif not ranking.may_fit[position]:
        lines.append(_incomplete(ranking, parts))
    return lines


def _incomplete(ranking: Ranking, parts: tuple[Part, ...]) -> Line:
    """Return which dimensions of the role are missing, where the score alone would be enough."""
    asked = {dimension.value for dimension in OF_FAMILY[ranking.need.role.family]}
    lacking = [phrases.SIGNAL[one.signal] for one in parts if one.signal in asked and one.value < ranking.weights.whole_role]
    return line(LineKind.WHY_NOT, phrases.INCOMPLETE, dimensions=listed(lacking))


def _cited_for(signal: str, citations: tuple[Citation, ...]) -> list[str]:
    return [citation.item_id for citation in citations if dict(citation.parts).get(signal, 0.0) > 0]


def _coverage_lines(ranking: Ranking, position: int) -> list[Line]:
    """Return how many required groups are shown, which capabilities are named, which shown in other words, and which groups are neither."""
    need, thesaurus = ranking.need, ranking.network.reader.thesaurus
    if not need.groups:
        return []
    states, (shown, named) = group_states(ranking, position), capability_states(ranking, position)
    decided = set(confirmed(ranking, position))
    missing = [group for group, state in zip(need.groups, states, strict=True) if state is GroupState.MISSING]
    lines = [line(LineKind.COVERAGE, phrases.COVERAGE, shown=len(need.groups) - len(missing), asked=len(need.groups))]
    for phrase, chosen in ((phrases.NAMED, named - decided), (phrases.IN_OTHER_WORDS, shown - named - decided)):
        if chosen:
            lines.append(line(LineKind.COVERAGE, phrase, capabilities=labels(thesaurus, [one for one in need.must if one in chosen])))
    lines += judged_lines(ranking, position)
    if missing:
        lines.append(line(LineKind.COVERAGE, phrases.MISSING, capabilities=group_labels(need, thesaurus, missing)))
    return lines


def _rule_lines(gate_result: GateResult, items: tuple[EvidenceItem, ...]) -> list[Line]:
    return [_rule_line(outcome, items) for outcome in gate_result.outcomes]


def _note_lines(gate_result: GateResult) -> list[Line]:
    unknown = any(has_unknown_clause(outcome.rule) for outcome in gate_result.outcomes)
    said = [phrases.CLAUSES_UNKNOWN] if unknown else []
    return [line(LineKind.NOTE, phrase) for phrase in (*said, phrases.REFERENCE_ONLY)]


def _rule_line(outcome: RuleOutcome, items: tuple[EvidenceItem, ...]) -> Line:
    label, clause = dict(outcome.rule.label), clause_of(outcome.rule)
    said = line(
        LineKind.RULE,
        phrases.RULE_LINE,
        outcome.evidence,
        label=label,
        clause=clause,
        result=result_phrase(outcome, items),
        measure=_measure(outcome),
    )
    if outcome.gap is None:
        return said
    gap = line(LineKind.RULE, phrases.GAP, since=outcome.gap[0], until=outcome.gap[1])
    return replace(said, said=said.said.then(gap.said))


def _measure(outcome: RuleOutcome) -> Sentence | str:
    if outcome.rule.minimum is None or outcome.value is None:
        return ""
    phrase = phrases.YEARS_MEASURE if outcome.rule.id == "R-YEARS" else phrases.COUNT_MEASURE
    shown = math.floor(10 * outcome.value) / 10  # nine years and 360 days are not told as ten
    return Sentence((phrase,), {"value": shown, "minimum": outcome.rule.minimum})


def _conflict_line(conflict: ConflictOfInterest, ranking: Ranking) -> Line:
    return Line(LineKind.CONFLICT, conflict_sentence(conflict, names_in(ranking)), conflict.evidence)


def _citations(ranking: Ranking, position: int, said: dict[str, Stated]) -> tuple[Citation, ...]:
    """Return the items that the score rests on most, strongest first."""
    shares, rows = _shares(ranking, position), ranking.network.rows_of(position)
    cited = _cited_rows(ranking, position)
    return tuple(_citation(ranking, row, shares[row - rows.start], said[ranking.network.items[row].id]) for row in cited)


def _cited_rows(ranking: Ranking, position: int) -> list[int]:
    rows = list(ranking.network.rows_of(position))
    weighed = _shares(ranking, position) @ ranking.scores.parts[position]
    order = sorted(range(len(rows)), key=lambda index: (-weighed[index], ranking.network.items[rows[index]].id))
    return [rows[index] for index in order[:CITED_ITEMS] if weighed[index] > 0]


def _shares(ranking: Ranking, position: int) -> np.ndarray:
    """Return each item's share of each signal of the person, shape (items of the person, signals)."""
    counted = ranking.item_weights[list(ranking.network.rows_of(position))]
    totals = counted.sum(axis=0)
    shares: np.ndarray = np.divide(counted, totals, out=np.zeros_like(counted), where=totals > 0)
    return shares


def _citation(ranking: Ranking, row: int, shares: np.ndarray, said: Stated) -> Citation:
    item = ranking.network.items[row]
    query = "\n".join(text for _, text in ranking.need.briefs)
    wanted = frozenset(ranking.need.must) | frozenset(ranking.need.nice)
    parts = tuple((signal.code, float(share)) for signal, share in zip(ranking.scores.signals, shares, strict=True) if share > 0)
    reader = ranking.network.reader
    found = marks(item, query, wanted, reader.thesaurus, reader.is_telling, said.not_done)
    return Citation(item.id, composed(item.words), found, parts, _shows(ranking, row))


def _shows(ranking: Ranking, row: int) -> tuple[str, ...]:
    column = ranking.network.reader.thesaurus.column
    asked = [one for one in (*ranking.need.must, *ranking.need.nice) if one in column]
    shown = values_at(ranking.network.shown, row, (column[one] for one in asked))
    return tuple(one for one in asked if shown.get(column[one], 0.0) >= SHOWN)
