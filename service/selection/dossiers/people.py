"""The page of one person, from an explanation as the API gives it and as shortlists keep it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert
from service.kit.local_forms import number_in
from service.kit.places import named
from service.kit.texts import REFERENCE_ONLY
from service.people.profiles.words import KINDS
from service.selection.dossiers import words
from service.selection.dossiers.contents import Leaf, Section, facts, said, section
from service.selection.dossiers.frame import DossierFrame

Explained = Mapping[str, Any]
"""The JSON of an ``ExplanationBody``."""

DECIMALS = 3
"""How exact a score is written."""
_PARTS_NAMED = 3
_SAID_ELSEWHERE = frozenset({"conflict", "rule", "note", "why"})
"""Kinds of lines with a place of their own; the greatest parts stand with the score."""
_DOUBLED_STOP = re.compile(r"(?<!\.)\.\.(?=\s)")


def score_in(frame: DossierFrame, score: float) -> str:
    """Return a score as the pages write it."""
    return number_in(frame.language, score, DECIMALS)


def row_of(frame: DossierFrame, place: str, explained: Explained, open_conditions: int | None = None) -> tuple[str, ...]:
    """Return the line of a person in the table of a list, under ``columns``."""
    expert, entry = explained["expert"], explained["entry"]
    years = next((rule["value"] for rule in explained["rules"] if rule["rule"] == "R-YEARS"), None)
    missing = sum(rule["result"] in {"not_shown", "for_people"} for rule in explained["rules"])
    examined = bool(explained["rules"])
    conflicts = str(len(explained["conflicts"])) if explained["conflicts"] else frame.say(words.NONE)
    return (
        place,
        _name(expert),
        said(named("country", expert["country"]), frame.language),
        said(entry["band"], frame.language) if entry else frame.say(words.NOT_PROPOSED),
        f"{entry['x']}/{entry['y']}" if entry else "",
        score_in(frame, entry["score"]) if entry else "",
        number_in(frame.language, years, 1) if years is not None else "",
        str(missing if open_conditions is None else open_conditions) if examined else "",
        conflicts if examined else "",
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
) -> Leaf:
    """Return the page of a person. ``findings`` are what people found, by rule.

    Of somebody whom the matcher may not examine, because they did not consent, nothing is told but that.
    """
    language, expert, entry, examined = frame.language, explained["expert"], explained["entry"], bool(explained["rules"])
    conflicts = [said(one["text"], language) for one in explained["conflicts"]] or [frame.say(words.NONE)]
    about = facts(
        (frame.say(words.ROLE), role),
        (frame.say(words.COUNTRY), said(named("country", expert["country"]), language)),
        (frame.say(words.HEADLINE), said(expert["headline"], language)),
        *(_standing(frame, entry) if entry else ()),
        (frame.say(words.CONFLICTS), "; ".join(conflicts) if examined else None),
    )
    reasons = [line for line in explained["lines"] if line["kind"] not in _SAID_ELSEWHERE]
    shown = (
        section(frame.say(words.QUOTES), [_quoted(one) for one in _rested_on(explained, reasons)]),
        section(frame.say(words.TIMELINE), timeline(session, frame, explained)),
        _conditions(frame, explained, findings or {}),
    )
    sections = (section(frame.say(words.REASONS), [said(line, language) for line in reasons]), *(shown if examined else ()))
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
        (frame.say(words.BAND), frame.say(words.PLACED, band=said(entry["band"], language), rank=entry["rank"])),
        (frame.say(words.SCORE), _added_up(frame, entry)),
        (frame.say(words.BASIS), said(entry["evidence_basis"], language) if entry.get("evidence_basis") else ""),
    )


def _added_up(frame: DossierFrame, entry: Mapping[str, Any]) -> str:
    """Return the score as a sum of its greatest parts and the rest, which as they are written add up to it."""
    weighed = sorted((part for part in entry["parts"] if part["weight"]), key=lambda part: -part["contribution"])
    parts, others = weighed[:_PARTS_NAMED], weighed[_PARTS_NAMED:]
    added = [(said(part["label"], frame.language), _as_written(part["contribution"])) for part in parts]
    if others:
        added.append((frame.say(words.THE_REST), _as_written(entry["score"]) - sum(part for _, part in added)))
    return f"{score_in(frame, entry['score'])} = {' + '.join(f'{label} {score_in(frame, float(part))}' for label, part in added)}"


def _as_written(score: float) -> Decimal:
    return round(Decimal(str(score)), DECIMALS)


def _rested_on(explained: Explained, reasons: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Return the items that the reasons rest on, else the one that counts most; the timeline names the others."""
    named = {identifier for line in reasons for identifier in line["evidence"]}
    return [one for one in explained["citations"] if one["evidence"] in named] or explained["citations"][:1]


def _quoted(citation: Mapping[str, Any]) -> str:
    """Return the words of an item; where its parts were joined, a full stop may stand twice."""
    return f"“{_DOUBLED_STOP.sub('.', citation['words'])}” ({citation['evidence']})"


def _conditions(frame: DossierFrame, explained: Explained, findings: Mapping[str, str]) -> tuple[Section, ...]:
    """Return each condition with its result, then what is to be known of all; a clause that is that of all stands once, above."""
    language, rules = frame.language, explained["rules"]
    clauses = {said(rule["clause"], language) for rule in rules}
    heading = frame.say(words.CONDITIONS_BY, clause=min(clauses)) if len(clauses) == 1 else frame.say(words.CONDITIONS)
    results = [
        f"{said(rule['label'], language)}: {findings.get(rule['rule']) or said(rule['result_label'], language)}"
        + (f" ({said(rule['clause'], language)})" if len(clauses) > 1 else "")
        for rule in rules
    ]
    reference = said(REFERENCE_ONLY, language)  # stands at the head of every page
    notes = [said(line, language) for line in explained["lines"] if line["kind"] == "note"]
    return section(heading, [*results, *(note for note in notes if note != reference)])
