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
from service.selection.dossiers.frame import DossierFrame

Explained = Mapping[str, Any]
"""The JSON of an ``ExplanationBody``."""


def score_in(frame: DossierFrame, score: float) -> str:
    """Return a score as the pages write it."""
    return number_in(frame.language, score, 3)


def row_of(frame: DossierFrame, place: str, explained: Explained, open_conditions: int | None = None) -> tuple[str, ...]:
    """Return the line of a person in the table of a list, under ``columns``."""
    expert, entry = explained["expert"], explained["entry"]
    years = next((rule["value"] for rule in explained["rules"] if rule["rule"] == "R-YEARS"), None)
    missing = sum(rule["result"] in {"not_shown", "for_people"} for rule in explained["rules"])
    return (
        place,
        _name(expert),
        said(named("country", expert["country"]), frame.language),
        said(entry["band"], frame.language) if entry else "",
        f"{entry['x']}/{entry['y']}" if entry else "",
        score_in(frame, entry["score"]) if entry else "",
        number_in(frame.language, years, 1) if years is not None else "",
        str(missing if open_conditions is None else open_conditions),
        str(len(explained["conflicts"])) if explained["conflicts"] else frame.say(words.NONE),
    )


def columns(frame: DossierFrame) -> tuple[str, ...]:
    """Return the headings of a list of people."""
    heads = (words.PLACE, words.NAME, words.COUNTRY, words.BAND, words.SHOWN, words.SCORE, words.YEARS, words.OPEN, words.CONFLICTS)
    return tuple(frame.say(head) for head in heads)


NUMBERS = (0, 4, 5, 6, 7)
"""The places of the columns that hold numbers."""
FIT = 3
"""The place of the column that says how well people fit."""


def leaf(
    session: Session,
    frame: DossierFrame,
    place: str,
    role: str,
    explained: Explained,
    findings: Mapping[str, str] | None = None,
    decisions: Sequence[str] = (),
) -> Leaf:
    """Return the page of a person. ``findings`` are what people found, by rule."""
    language, expert, entry = frame.language, explained["expert"], explained["entry"]
    about = facts(
        (frame.say(words.ROLE), role),
        (frame.say(words.COUNTRY), said(named("country", expert["country"]), language)),
        (frame.say(words.HEADLINE), said(expert["headline"], language)),
        *(_standing(frame, entry) if entry else ()),
    )
    sections = (
        section(
            frame.say(words.REASONS), [said(line, language) for line in explained["lines"] if line["kind"] not in {"conflict", "rule"}]
        ),
        section(frame.say(words.PARTS), ["; ".join(_parts(frame, entry))] if entry else []),
        section(frame.say(words.QUOTES), [f"“{one['words']}” ({one['evidence']})" for one in explained["citations"]]),
        section(frame.say(words.TIMELINE), timeline(session, frame, explained)),
        section(frame.say(words.CONDITIONS), [_condition(frame, rule, findings or {}) for rule in explained["rules"]]),
        section(frame.say(words.CONFLICTS), [said(one["text"], language) for one in explained["conflicts"]] or [frame.say(words.NONE)]),
        section(frame.say(words.DECISIONS), decisions),
    )
    return Leaf(f"{place}. {_name(expert)}" if place else _name(expert), about, tuple(one for found in sections for one in found))


def timeline(session: Session, frame: DossierFrame, explained: Explained) -> list[str]:
    """Return the dated items of the record, the latest first; of a record that was changed since, only that it was."""
    expert = session.get(Expert, explained["expert"]["id"])
    kept = explained.get("profile_version")
    if expert is None or (kept is not None and expert.version != kept):
        return [frame.say(words.CHANGED_SINCE)]
    items = session.scalars(sa.select(Evidence).where(col(Evidence.expert_id) == expert.id, col(Evidence.starts).is_not(None)))
    return [_dated(frame, item) for item in sorted(items, key=_latest_first)]


def invented(explained: Iterable[Explained]) -> bool:
    """Return whether one of the people is invented."""
    return any(one["expert"]["synthetic"] for one in explained)


def _latest_first(item: Evidence) -> tuple[int, str]:
    return -item.starts.toordinal() if item.starts else 0, item.id


def _dated(frame: DossierFrame, item: Evidence) -> str:
    first, last = item.starts.year if item.starts else None, item.ends.year if item.ends else frame.say(words.NOW)
    years = str(last) if first in {None, last} else f"{first}–{last}"
    return f"{years}: {item.title} ({said(KINDS[item.kind], frame.language)})"


def _name(expert: Mapping[str, Any]) -> str:
    return f"{expert['display_name']} ({expert['id']})"


def _standing(frame: DossierFrame, entry: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    language = frame.language
    return (
        (frame.say(words.BAND), said(entry["band"], language)),
        (frame.say(words.SCORE), score_in(frame, entry["score"])),
        (frame.say(words.SHOWN), f"{entry['x']}/{entry['y']}"),
        (frame.say(words.CONFIDENCE), said(entry["confidence"], language)),
        (frame.say(words.BASIS), said(entry["evidence_basis"], language) if entry.get("evidence_basis") else ""),
    )


def _parts(frame: DossierFrame, entry: Mapping[str, Any]) -> list[str]:
    return [
        f"{said(part['label'], frame.language)}: {score_in(frame, part['value'])} × {score_in(frame, part['weight'])}"
        f" = {score_in(frame, part['contribution'])}"
        for part in entry["parts"]
        if part["weight"]
    ]


def _condition(frame: DossierFrame, rule: Mapping[str, Any], findings: Mapping[str, str]) -> str:
    result = findings.get(rule["rule"]) or said(rule["result_label"], frame.language)
    return f"{said(rule['label'], frame.language)}: {result} ({said(rule['clause'], frame.language)})"
