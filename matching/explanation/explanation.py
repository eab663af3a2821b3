"""The explanation of one person before one need, read from the same ranking as the list."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.explanation import phrases
from matching.explanation.conflict_sentences import Naming, conflict_sentence
from matching.explanation.lines import Line, LineKind, group_labels, labels, line
from matching.explanation.marks import Span, marks
from matching.gate.conflicts import ConflictOfInterest
from matching.gate.rules import RuleOutcome
from matching.gate.standing import MAY_NOT_PROCESS, GateReason, Standing
from matching.ranking.ranking import Entry, Part, Ranking
from matching.ranking.stability import FIRST
from matching.text.normalise import composed
from models.vocabulary import Language, RuleKind, RuleResult

CITED_ITEMS = 5
_WEAK_VALUE = 0.2
_SMALLEST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Citation:
    """An item of evidence that the score rests on.

    ``parts`` maps a signal to this item's share of it; ``marks`` are spans of ``words``, which are in NFC.
    """

    item_id: str
    words: str
    marks: tuple[Span, ...]
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``entry`` is None for somebody who is gated; then the lines say why."""

    profile_id: str
    entry: Entry | None
    standing: Standing
    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]


def explain(ranking: Ranking, profile_id: str) -> Explanation:
    """Explain the place of ``profile_id`` in ``ranking``; raises KeyError for somebody who is not in the network.

    Where the person's own word forbids it, nothing is computed or said but that.
    """
    position = ranking.network.position[profile_id]
    standing = ranking.standing(position)
    lines = [_gate_line(reason) for reason in standing.reasons]
    if MAY_NOT_PROCESS & set(standing.reasons):
        return Explanation(profile_id, None, standing, tuple(lines), ())
    citations = _citations(ranking, position)
    entry = _entry(ranking, position) if not standing.reasons else None
    parts = ranking.parts(position)
    lines += _score_lines(ranking, position, parts, citations)
    lines += [_rule_line(outcome) for outcome in standing.outcomes]
    lines += [_conflict_line(conflict, ranking) for conflict in standing.conflicts]
    lines += _change_lines(ranking, position, standing)
    lines += _sureness_lines(ranking, position, entry)
    lines.append(line(LineKind.NOTE, phrases.REFERENCE_ONLY))
    return Explanation(profile_id, entry, standing, tuple(lines), citations)


def names_in(ranking: Ranking) -> Naming:
    """Return a function that gives the names of the parties of the need and of the people of the network, and another id as it is."""
    parties = {party.organisation_id: party.organisation_name for party in ranking.need.parties}
    network = ranking.network

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
    """Return what the place rests on and how firm it is; nothing for somebody who is gated."""
    if entry is None:
        return []
    found = float(ranking.view.total_relevance[position])
    lines = [line(LineKind.SURENESS, phrases.SURENESS, confidence=phrases.CONFIDENCE[entry.confidence], items=found)]
    return [*lines, line(LineKind.SURENESS, phrases.FIRMNESS, first=FIRST, share=entry.firmness)]


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
    return lines + _coverage_lines(ranking, position)


def _cited_for(signal: str, citations: tuple[Citation, ...]) -> list[str]:
    return [citation.item_id for citation in citations if dict(citation.parts).get(signal, 0.0) > 0]


def _coverage_lines(ranking: Ranking, position: int) -> list[Line]:
    """Return how many required groups are shown, by which capabilities, and which groups are not."""
    need, thesaurus = ranking.need, ranking.network.space.thesaurus
    if not need.groups:
        return []
    (covered, _), missing = ranking.covered(position), _groups_missing(ranking, position)
    counted = phrases.COVERAGE if len(need.groups) == len(need.must) else phrases.COVERAGE_OF_ALTERNATIVES
    lines = [line(LineKind.COVERAGE, counted, shown=len(need.groups) - len(missing), asked=len(need.groups))]
    if covered:
        lines.append(line(LineKind.COVERAGE, phrases.COVERED, capabilities=labels(thesaurus, covered)))
    if missing:
        lines.append(line(LineKind.COVERAGE, phrases.MISSING, capabilities=group_labels(need, thesaurus, missing)))
    return lines


def _groups_missing(ranking: Ranking, position: int) -> list[tuple[str, ...]]:
    return [group for group, shown in zip(ranking.need.groups, ranking.groups_shown(position), strict=True) if not shown]


def _rule_line(outcome: RuleOutcome) -> Line:
    label, clause = dict(outcome.rule.label), dict(outcome.rule.clause)
    said = line(
        LineKind.RULE,
        phrases.RULE_LINE,
        outcome.evidence,
        label=label,
        clause=clause,
        result=phrases.RULE_RESULT[outcome.result],
        measure=_measure(outcome),
    )
    if outcome.gap is None:
        return said
    gap = line(LineKind.RULE, phrases.GAP, since=outcome.gap[0].isoformat(), until=outcome.gap[1].isoformat())
    return Line(said.kind, f"{said.vi} {gap.vi}", f"{said.en} {gap.en}", said.evidence)


def _measure(outcome: RuleOutcome) -> phrases.Phrase:
    if outcome.rule.minimum is None or outcome.value is None:
        return {Language.VI: "", Language.EN: ""}
    phrase = phrases.YEARS_MEASURE if outcome.rule.id == "R-YEARS" else phrases.COUNT_MEASURE
    return {language: text.format(value=outcome.value, minimum=outcome.rule.minimum) for language, text in phrase.items()}


def _conflict_line(conflict: ConflictOfInterest, ranking: Ranking) -> Line:
    sentence = conflict_sentence(conflict, names_in(ranking))
    return Line(LineKind.CONFLICT, sentence[Language.VI], sentence[Language.EN], conflict.evidence)


def _change_lines(ranking: Ranking, position: int, standing: Standing) -> list[Line]:
    """Return the smallest things that would change the place: hard rules not shown, then the first missing group."""
    lines = [
        line(LineKind.CHANGE, phrases.CHANGE_EVIDENCE, label=dict(outcome.rule.label))
        for outcome in standing.outcomes
        if outcome.rule.kind is RuleKind.HARD and outcome.result is RuleResult.NOT_SHOWN
    ]
    need, missing = ranking.need, _groups_missing(ranking, position)
    weight = ranking.weights.of_signal.get("must_coverage", 0.0)
    if missing and weight > 0:
        shown_in_part = float(ranking.view.group_credits[position, need.groups.index(missing[0])])
        gain = weight * (1.0 - shown_in_part) / len(need.groups)
        named = group_labels(need, ranking.network.space.thesaurus, missing[:1])
        lines.append(line(LineKind.CHANGE, phrases.CHANGE_CAPABILITY, capability=named, gain=gain))
    return lines


def _citations(ranking: Ranking, position: int) -> tuple[Citation, ...]:
    """Return the items that the score rests on most, strongest first."""
    rows = list(ranking.network.rows_of(position))
    if not rows:
        return ()
    counted = ranking.item_weights[rows]
    totals = counted.sum(axis=0)
    shares = np.divide(counted, totals, out=np.zeros_like(counted), where=totals > 0)
    weighed = shares @ ranking.scores.parts[position]
    order = sorted(range(len(rows)), key=lambda index: (-weighed[index], ranking.network.items[rows[index]].id))
    return tuple(_citation(ranking, rows[index], shares[index]) for index in order[:CITED_ITEMS] if weighed[index] > 0)


def _citation(ranking: Ranking, row: int, shares: np.ndarray) -> Citation:
    item = ranking.network.items[row]
    query = "\n".join(text for _, text in ranking.need.briefs)
    wanted = frozenset(ranking.need.must) | frozenset(ranking.need.nice)
    parts = tuple((signal.code, float(share)) for signal, share in zip(ranking.scores.signals, shares, strict=True) if share > 0)
    space = ranking.network.space
    found = marks(item, query, wanted, space.thesaurus, space.lexical.is_telling)
    return Citation(item.id, composed(item.words), found, parts)
