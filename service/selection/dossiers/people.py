"""The page of one person, from an explanation as the API gives it and as shortlists keep it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert
from service.kit.local_forms import number_in
from service.kit.places import named
from service.people.profiles.words import KINDS
from service.selection.dossiers import words
from service.selection.dossiers.contents import Leaf, facts, said, section
from service.selection.dossiers.frame import Made

Explained = Mapping[str, Any]
"""The JSON of an ``ExplanationBody``."""


def score_in(made: Made, score: float) -> str:
    """Return a score as the pages write it."""
    return number_in(made.language, score, 3)


def row_of(made: Made, place: str, explained: Explained, open_conditions: int | None = None) -> tuple[str, ...]:
    """Return the line of a person in the table of a list, under ``columns``."""
    expert, entry = explained["expert"], explained["entry"]
    years = next((rule["value"] for rule in explained["rules"] if rule["rule"] == "R-YEARS"), None)
    missing = sum(rule["result"] in {"not_shown", "for_people"} for rule in explained["rules"])
    return (
        place,
        _name(expert),
        said(named("country", expert["country"]), made.language),
        said(entry["band"], made.language) if entry else "",
        f"{entry['x']}/{entry['y']}" if entry else "",
        score_in(made, entry["score"]) if entry else "",
        number_in(made.language, years, 1) if years is not None else "",
        str(missing if open_conditions is None else open_conditions),
        str(len(explained["conflicts"])) if explained["conflicts"] else made.say(words.NONE),
    )


def columns(made: Made) -> tuple[str, ...]:
    """Return the headings of a list of people."""
    heads = (words.PLACE, words.NAME, words.COUNTRY, words.BAND, words.SHOWN, words.SCORE, words.YEARS, words.OPEN, words.CONFLICTS)
    return tuple(made.say(head) for head in heads)


NUMBERS = (0, 4, 5, 6, 7)
"""The places of the columns that hold numbers."""


def leaf(
    session: Session,
    made: Made,
    place: str,
    role: str,
    explained: Explained,
    findings: Mapping[str, str] | None = None,
    decisions: Sequence[str] = (),
) -> Leaf:
    """Return the page of a person. ``findings`` are what people found, by rule."""
    language, expert, entry = made.language, explained["expert"], explained["entry"]
    about = facts(
        (made.say(words.ROLE), role),
        (made.say(words.COUNTRY), said(named("country", expert["country"]), language)),
        (made.say(words.HEADLINE), said(expert["headline"], language)),
        *(_standing(made, entry) if entry else ()),
    )
    sections = (
        section(made.say(words.REASONS), [said(line, language) for line in explained["lines"] if line["kind"] not in {"conflict", "rule"}]),
        section(made.say(words.PARTS), ["; ".join(_parts(made, entry))] if entry else []),
        section(made.say(words.QUOTES), [f"“{one['words']}” ({one['evidence']})" for one in explained["citations"]]),
        section(made.say(words.TIMELINE), timeline(session, made, explained)),
        section(made.say(words.CONDITIONS), [_condition(made, rule, findings or {}) for rule in explained["rules"]]),
        section(made.say(words.CONFLICTS), [said(one["text"], language) for one in explained["conflicts"]] or [made.say(words.NONE)]),
        section(made.say(words.DECISIONS), decisions),
    )
    return Leaf(f"{place}. {_name(expert)}" if place else _name(expert), about, tuple(one for found in sections for one in found))


def timeline(session: Session, made: Made, explained: Explained) -> list[str]:
    """Return the dated items of the record, the latest first; of a record that was changed since, only that it was."""
    expert = session.get(Expert, explained["expert"]["id"])
    kept = explained.get("profile_version")
    if expert is None or (kept is not None and expert.version != kept):
        return [made.say(words.CHANGED_SINCE)]
    items = session.scalars(sa.select(Evidence).where(col(Evidence.expert_id) == expert.id, col(Evidence.starts).is_not(None)))
    return [_dated(made, item) for item in sorted(items, key=_latest_first)]


def invented(explained: Iterable[Explained]) -> bool:
    """Return whether one of the people is invented."""
    return any(one["expert"]["synthetic"] for one in explained)


def _latest_first(item: Evidence) -> tuple[int, str]:
    return -item.starts.toordinal() if item.starts else 0, item.id


def _dated(made: Made, item: Evidence) -> str:
    first, last = item.starts.year if item.starts else None, item.ends.year if item.ends else made.say(words.NOW)
    years = str(last) if first in {None, last} else f"{first}–{last}"
    return f"{years}: {item.title} ({said(KINDS[item.kind], made.language)})"


def _name(expert: Mapping[str, Any]) -> str:
    return f"{expert['display_name']} ({expert['id']})"


def _standing(made: Made, entry: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    language = made.language
    return (
        (made.say(words.BAND), said(entry["band"], language)),
        (made.say(words.SCORE), score_in(made, entry["score"])),
        (made.say(words.SHOWN), f"{entry['x']}/{entry['y']}"),
        (made.say(words.CONFIDENCE), said(entry["confidence"], language)),
        (made.say(words.BASIS), said(entry["evidence_basis"], language) if entry.get("evidence_basis") else ""),
    )


def _parts(made: Made, entry: Mapping[str, Any]) -> list[str]:
    return [
        f"{said(part['label'], made.language)}: {score_in(made, part['value'])} × {score_in(made, part['weight'])}"
        f" = {score_in(made, part['contribution'])}"
        for part in entry["parts"]
        if part["weight"]
    ]


def _condition(made: Made, rule: Mapping[str, Any], findings: Mapping[str, str]) -> str:
    result = findings.get(rule["rule"]) or said(rule["result_label"], made.language)
    return f"{said(rule['label'], made.language)}: {result} ({said(rule['clause'], made.language)})"
