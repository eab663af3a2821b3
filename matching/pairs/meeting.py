"""What two people bring to each other, in lines: who covers what, what they share, and what there is between them."""

from collections.abc import Mapping

from matching.explanation import phrases as of_people
from matching.explanation.lines import Line, LineKind, day, labels, line
from matching.explanation.phrases import Phrase
from matching.pairs import acquaintance, coverage, phrases, working_together
from matching.pairs.coverage import Division
from matching.pairs.pairing import Pairing
from matching.pairs.sides import Sides
from models.vocabulary import PairEffect

_EQUAL = 0.005
_HALF = 0.5
_TIE = {PairEffect.FORBIDS: phrases.TIE_FORBIDS, PairEffect.COSTS: phrases.TIE_COSTS, PairEffect.NOTHING: phrases.TIE_NOTED}


def coverage_lines(found: Pairing, row: int, column: int) -> list[Line]:
    """Return who of the two covers which capability and which dimension."""
    must, nice = coverage.divide(found.must, row, column), coverage.divide(found.nice, row, column)
    groups = coverage.divide(found.groups, row, column)
    said = phrases.TOGETHER if groups.asked == must.asked else phrases.TOGETHER_OF_ALTERNATIVES
    lines = [line(LineKind.COVERAGE, said, shown=groups.shown, asked=groups.asked)] if groups.asked else []
    lines += _division(found.sides, must, phrases.REQUIRED_BY, row, column)
    lines += _division(found.sides, nice, phrases.WELCOME_BY, row, column)
    return lines + _dimensions(found.sides, row, column)


def _division(sides: Sides, division: Division, said: Mapping[str, Phrase], row: int, column: int) -> list[Line]:
    thesaurus = sides.engineers.network.reader.thesaurus
    names = {"engineer": sides.engineer_profiles[row].name, "architect": sides.architect_profiles[column].name}
    groups = ((words, getattr(division, group)) for group, words in said.items())
    return [line(LineKind.COVERAGE, words, capabilities=labels(thesaurus, group), **names) for words, group in groups if group]


def _dimensions(sides: Sides, row: int, column: int) -> list[Line]:
    shown = coverage.of_roles(sides)
    engineer, architect = sides.engineer_profiles[row].name, sides.architect_profiles[column].name
    lines = []
    for place, dimension in enumerate(shown.names):
        one, other = float(shown.engineers[row, place]), float(shown.architects[column, place])
        said = phrases.EQUAL if abs(one - other) < _EQUAL else phrases.STRONGER
        stronger, label = engineer if one > other else architect, of_people.SIGNAL[dimension]
        lines.append(line(LineKind.COVERAGE, said, dimension=label, stronger=stronger, engineer_value=one, architect_value=other))
    return lines


def meeting_lines(found: Pairing, row: int, column: int, organisations: Mapping[str, str]) -> list[Line]:
    """Return what the two share: a language, hours, months, earlier work and an employer."""
    sides = found.sides
    lines = [_language(sides, row, column), _hours(sides, row, column), _available(found, row, column)]
    if sides.same_person[row, column]:
        return [*lines, line(LineKind.WHY_NOT, phrases.ONE_PERSON)]
    return [*lines, *_earlier_work(sides, row, column, organisations), *_employers(sides, row, column, organisations)]


def _language(sides: Sides, row: int, column: int) -> Line:
    one, other = set(sides.engineer_profiles[row].languages), set(sides.architect_profiles[column].languages)
    if one & other:
        return line(LineKind.WHY, phrases.SHARED_LANGUAGE, languages=phrases.languages(one & other))
    return line(LineKind.WHY_NOT, phrases.NO_LANGUAGE if one and other else phrases.UNKNOWN_LANGUAGE)


def _hours(sides: Sides, row: int, column: int) -> Line:
    here, there = sides.engineer_profiles[row].country, sides.architect_profiles[column].country
    shared = working_together.hours_between(here, there)
    if shared is None:
        return line(LineKind.WHY_NOT, phrases.UNKNOWN_HOURS)
    full = working_together.WORKING_DAY_HOURS
    kind = LineKind.WHY if shared >= _HALF * full else LineKind.WHY_NOT
    return line(kind, phrases.HOURS, hours=shared, day=full)


def _available(found: Pairing, row: int, column: int) -> Line:
    share = found.value(working_together.AVAILABILITY, row, column)
    kind = LineKind.WHY if share >= _HALF else LineKind.WHY_NOT
    return line(kind, phrases.AVAILABLE, share=share, since=found.sides.first_day)


def _earlier_work(sides: Sides, row: int, column: int, organisations: Mapping[str, str]) -> list[Line]:
    engineer, architect = sides.engineer_profiles[row], sides.architect_profiles[column]
    lines = [
        line(
            LineKind.WHY,
            phrases.WORKED,
            work.evidence,
            organisation=organisations.get(work.organisation_id, work.organisation_id),
            since=work.since,
            until=work.until,
        )
        for work in acquaintance.shared_work(engineer, architect, sides.selection_date)
    ]
    if architect.id in acquaintance.co_authors(engineer) or engineer.id in acquaintance.co_authors(architect):
        lines.append(line(LineKind.WHY, phrases.PUBLISHED))
    return lines or [line(LineKind.WHY_NOT, phrases.NEVER_MET)]


def _employers(sides: Sides, row: int, column: int, organisations: Mapping[str, str]) -> list[Line]:
    own = acquaintance.employers_of(sides.engineer_profiles[row], sides.selection_date)
    others = acquaintance.employers_of(sides.architect_profiles[column], sides.selection_date)
    return [
        line(LineKind.WHY_NOT, phrases.SAME_EMPLOYER, own[one] + others[one], organisation=organisations.get(one, one))
        for one in sorted(own.keys() & others.keys())
    ]


def tie_lines(sides: Sides, row: int, column: int) -> list[Line]:
    """Return the relations between the two, with what each does to the pair."""
    return [
        line(
            LineKind.CONFLICT,
            _TIE[sides.weights.effect(tie.relation.kind)],
            relation=of_people.RELATION[tie.relation.kind],
            since=day(tie.relation.starts, of_people.UNKNOWN_DATE),
            until=day(tie.relation.ends, of_people.NOW),
        )
        for tie in sides.ties
        if (tie.row, tie.column) == (row, column)
    ]
