"""Writes a recruiting brief as Markdown in one language, to be printed, sent or edited."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models.vocabulary import Language, RuleKind
from service.catalogue.rules.clauses import cited
from service.catalogue.rules.schemas import RuleView
from service.kit.languages import Bilingual
from service.kit.local_forms import day_in, number_in
from service.kit.places import named
from service.kit.texts import Text
from service.matches.coverage import schemas
from service.matches.coverage import sentences as say

_RULE = {RuleKind.HUMAN_ONLY: say.RULE_FOR_PEOPLE, RuleKind.NOT_A_FILTER: say.NO_RULE}


def as_markdown(brief: schemas.RecruitingBrief, language: Language, smallest: int) -> str:
    """Return ``brief`` in ``language``; numbers of people below ``smallest`` were hidden in it."""
    sections = [
        (say.WANTED, _wanted(brief.wanted, language)),
        (say.RULES, _rules(brief.rules, language)),
        (say.WHERE, _where(brief, language, smallest)),
        (say.NEAREST, [_near(place, near, language) for place, near in enumerate(brief.nearest, start=1)]),
    ]
    lines = list(_head(brief, language))
    for heading, body in sections:
        if body := list(body):
            lines += ["", f"## {_in(heading, language)}", "", *body]
    return "\n".join([*lines, ""])


def lacks(near: schemas.NearView, language: Language) -> Iterator[str]:
    """Yield what somebody lacks to close the gap, the score first."""
    scores = {"score": _number(near.score, language), "fits": _number(near.fits, language)}
    yield _in(say.BELOW, language, **scores) if near.score < near.fits else _in(say.FITS, language)
    for one in near.rules:
        words = {"label": _in(one.label, language), "clause": _in(cited(one.clause), language), "measure": _measure(one, language)}
        yield _in(say.LACKS_RULE, language, **words)
    if near.capabilities:
        yield _in(say.LACKS_CAPABILITIES, language, capabilities=", ".join(_in(one.label, language) for one in near.capabilities))
    if near.hours_offered is None:
        yield _in(say.NO_HOURS, language)
    elif near.hours_offered < near.hours_wanted:
        yield _in(say.LACKS_HOURS, language, offered=str(near.hours_offered), wanted=str(near.hours_wanted))


def where_note(brief: schemas.RecruitingBrief, language: Language, smallest: int) -> str:
    """Return whom the numbers of places count."""
    return _in(say.POOL, language, pool=str(brief.pool), smallest=str(smallest)) if brief.pool else _in(say.NO_POOL, language)


def _head(brief: schemas.RecruitingBrief, language: Language) -> Iterator[str]:
    subject, model = brief.subject, brief.model
    yield f"# {_in(say.TITLE, language)}: {_in(brief.role, language)}, {subject.id} {_in(subject.name, language)}"
    if brief.capability:
        yield from ("", f"**{_in(say.FOR_CAPABILITY, language, capability=_in(brief.capability.label, language))}**")
    yield from ("", _in(brief.situation, language), "")
    rules = brief.rules[0].rule_set.named(language) if brief.rules else model.rule_set
    basis = {"date": day_in(language, model.selection_date), "rules": rules, "role": _in(brief.role, language)}
    yield _in(say.AS_OF, language, **basis, reference=_in(brief.reference_only, language))


def _wanted(wanted: Iterable[schemas.CapabilityCoverage], language: Language) -> Iterator[str]:
    yield from (_in(say.WANTED_HEAD, language), "|---|---:|---:|")
    for one in wanted:
        yield f"| {_in(one.capability.label, language)} | {one.counts.eligible} | {one.counts.ready} |"
    yield from ("", _in(say.WANTED_NOTE, language))


def _rules(rules: Sequence[RuleView], language: Language) -> Iterator[str]:
    """Yield the rules, then what they rest on: once where it is the same for all."""
    for rule in rules:
        words = {name: _in(getattr(rule, name), language) for name in ("label", "test", "evidence")}
        yield _in(_RULE.get(rule.kind, say.RULE), language, kind=_in(say.KINDS[rule.kind], language), **words)
    yield ""
    yield from dict.fromkeys(
        _in(say.BASIS, language, clause=_in(rule.clause, language), sureness=_in(rule.sureness, language)) for rule in rules
    )


def _where(brief: schemas.RecruitingBrief, language: Language, smallest: int) -> Iterator[str]:
    yield where_note(brief, language, smallest)
    if brief.pool:
        yield from ("", *(f"- {_in(heading, language)}: {_places(places, language)}" for heading, places in _headed(brief)))


def _headed(brief: schemas.RecruitingBrief) -> list[tuple[Bilingual, list[schemas.PlaceCount]]]:
    return [(say.BY_SUB_NETWORK, brief.sub_networks), (say.BY_COUNTRY, brief.countries)]


def _places(places: Sequence[schemas.PlaceCount], language: Language) -> str:
    shown = [f"{_in(one.name, language)}: {_people(one.people, language)}" for one in places if one.people]
    hidden = ", ".join(_in(one.name, language) for one in places if one.people is None)
    return "; ".join([*shown, *([f"{hidden}: {_in(say.FEW, language)}"] if hidden else [])])


def _people(number: int, language: Language) -> str:
    return _in(say.ONE_OF_THEM if number == 1 else say.PEOPLE, language, number=number_in(language, number))


def _near(place: int, near: schemas.NearView, language: Language) -> str:
    who = f"{place}. {_plain(near.person.display_name)} ({near.person.id}), {_in(named('country', near.country), language)}"
    return f"{who}: {'; '.join(lacks(near, language))}."


def _measure(one: schemas.RuleLack, language: Language) -> str:
    if one.found is None or one.minimum is None:
        return ""
    return _in(say.MEASURE, language, found=_number(one.found, language), minimum=_number(one.minimum, language))


def _number(value: float, language: Language) -> str:
    return number_in(language, value, 0 if value == round(value) else 3)


def _in(words: Bilingual | Text, language: Language, **values: str) -> str:
    spoken: str = getattr(words, language)
    return spoken.format(**values) if values else spoken


def _plain(words: str) -> str:
    """Return a name without what Markdown would take for a mark."""
    return re.sub(r"[\\`*_\[\]<>|#]", " ", words)
