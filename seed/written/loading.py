"""Reads folders of written people: the packaged one, or any in the same format (docs/written-people.md)."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from matching.evaluation.written.people import Benchmark, ItemLabels, Judgements, WrittenBrief, WrittenPerson
from matching.profiles import EvidenceItem, Profile
from models.vocabulary import ConsentPurpose, EvidenceKind, RoleCode
from seed.network.world import SOURCE
from seed.written import entry

FOLDER = Path(__file__).parent
ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
_CONSENTS = frozenset({ConsentPurpose.MEMBERSHIP, ConsentPurpose.MATCHING})


class MalformedPeople(ValueError):
    """A file of written people cannot be read; the message names file, place and fault."""


def read_written(folder: Path = FOLDER) -> Benchmark:
    """Read every JSON file of ``folder``, each the people of one writer, who is named by the file.

    Raises ``MalformedPeople`` for a folder without files, a file that is no JSON, or a record without what it needs.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise MalformedPeople(f"{folder}: no JSON file of written people stands here")
    return read_files(files)


def read_files(files: Iterable[Path]) -> Benchmark:
    """Read files of written people; raises ``MalformedPeople`` as ``read_written`` does."""
    parts = [_read(file) for file in files]
    people = sorted((person for part in parts for person in part.people), key=lambda person: person.profile.id)
    _check_ids(people)
    return Benchmark(tuple(people), tuple(b for part in parts for b in part.briefs), tuple(j for part in parts for j in part.judgements))


def _read(file: Path) -> Benchmark:
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise MalformedPeople(f"{file.name}: not JSON: {error}") from error
    try:
        people = tuple(_person(person, file.stem) for person in written["people"])
        briefs = tuple(_brief(brief, file.stem) for brief in written["briefs"])
        return Benchmark(people, briefs, tuple(_judgements(row) for row in written["truth"]))
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedPeople(f"{file.name}: a record lacks or misspells {error}") from error


def _check_ids(people: Iterable[WrittenPerson]) -> None:
    seen: set[str] = set()
    for person in people:
        if person.profile.id in seen:
            raise MalformedPeople(f"{person.writer}.json: {person.profile.id} stands more than once")
        seen.add(person.profile.id)


def _person(person: entry.Record, writer: str) -> WrittenPerson:
    return WrittenPerson(_profile(person), writer, person["style"], tuple(_labels(item.get("labels") or {}) for item in person["evidence"]))


def _profile(person: entry.Record) -> Profile:
    language = entry.language_of_person(person)
    return Profile(
        id=person["id"],
        name=person["name"],
        items=tuple(_item(item, f"{person['id']}-{number:02d}") for number, item in enumerate(person["evidence"], start=1)),
        headlines=((language, person["headline"][: entry.LONGEST_HEADLINE]),),
        biographies=((language, person["biography"]),),
        country=person["country"],
        languages=tuple(person["languages"]),
        consents=_CONSENTS,
        willing=tuple((role, True) for role in sorted(ROLES)),
        record_complete=True,
        synthetic=True,
    )


def _item(item: entry.Record, item_id: str) -> EvidenceItem:
    kind = EvidenceKind(item["kind"])
    return EvidenceItem(
        id=item_id,
        kind=kind,
        language=entry.language_of_item(item),
        title=item["title"][: entry.LONGEST_TITLE],
        text=entry.text_of(item),
        part=entry.part_of(item),
        outcome=entry.outcome_of(item),
        scale=entry.scale_of(item),
        sectors=entry.sectors_of(item),
        starts=_date(entry.day(item.get("start"))),
        ends=_date(entry.day(item.get("end"), end=True)),
        counts_as_innovation_work=kind in entry.COUNTED,
        source=SOURCE,
    )


def _date(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _labels(labels: dict[str, Any]) -> ItemLabels:
    return ItemLabels(
        about=labels.get("about") or {},
        dimensions=labels.get("dimensions") or {},
        capabilities=frozenset(labels.get("capabilities") or ()),
        denied=frozenset(labels.get("denied") or ()),
    )


def _brief(brief: entry.Record, writer: str) -> WrittenBrief:
    return WrittenBrief(writer, brief["product"] or None, brief["title"], brief["text"])


def _judgements(row: entry.Record) -> Judgements:
    return Judgements(row["product"] or None, RoleCode(row["role"]) if row.get("role") else None, row["grades"])
