"""Brings in people row by row: good rows enter in one transaction, faulty ones are told."""

from typing import Any

from fastapi.exceptions import RequestValidationError
from sqlmodel import Session, col, select

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert, ImportedPerson
from service.imports.faults import Unreadable
from service.imports.reading.tables import Row, Table
from service.imports.rows import fields_of, person_of
from service.imports.schemas import ImportReport, Refused
from service.kit.acting import By
from service.kit.events.recording import Thing, record
from service.kit.jobs.queue import enqueue_once
from service.kit.problems import Problem
from service.kit.texts import Text
from service.kit.validation import as_invalid, validated
from service.people.profiles.changes import FIND_DUPLICATES, READ_PEOPLE, expert_to_extend
from service.people.profiles.identifiers import holder
from service.people.profiles.operations import change_expert, create_expert
from service.people.profiles.schemas import ExpertChange, ExpertCreate


def import_people(session: WriteSession, by: By, table: Table, source: str) -> ImportReport:
    """Add and change people as ``table`` says. Nobody is matched before consenting to it. What a person changed since stays."""
    report = ImportReport()
    for row in table.rows:
        try:
            outcome = _import_row(session, by, row, source)
            setattr(report, outcome, getattr(report, outcome) + 1)
        except (Unreadable, Problem, RequestValidationError) as fault:
            report.refused.append(_refused(row, fault))
    if report.added or report.changed:
        enqueue_once(session, READ_PEOPLE)
        enqueue_once(session, FIND_DUPLICATES)
        record(session, by, AuditAction.PEOPLE_IMPORTED, Thing("import", "people"), added=report.added, changed=report.changed)
    return report


def _import_row(session: WriteSession, by: By, row: Row, source: str) -> str:
    said = fields_of(row)
    fields = validated(ExpertCreate, person_of(said)).model_dump(mode="json", exclude_unset=True)
    known = _known(session, said)
    if known is None:
        expert = create_expert(session, by, ExpertCreate.model_validate(fields))
        session.add(ImportedPerson(expert_id=expert.id, key=said.get("key"), source=source, imported_at=by.now, fields=fields))
        session.flush()
        return "added"
    kept = session.get(ImportedPerson, known)
    if kept is None or kept.fields == fields:
        return "unchanged"
    change = {name: value for name, value in fields.items() if value != kept.fields.get(name) and _as_imported(session, known, name, kept)}
    if change:
        change_expert(session, by, expert_to_extend(session, known), ExpertChange.model_validate(change))
    kept.fields, kept.imported_at = fields, by.now
    return "changed" if change else "unchanged"


def _as_imported(session: Session, expert_id: str, name: str, kept: ImportedPerson) -> bool:
    """Return whether nobody changed the field since it came in."""
    expert = session.get_one(Expert, expert_id)
    if name in {"headline", "biography"}:
        said = kept.fields.get(name, {})
        return all(getattr(expert, f"{name}_{language}") == said.get(language, "") for language in ("vi", "en"))
    stored = expert.model_dump(mode="json")[name]
    return (stored or None) == (kept.fields.get(name) or None)


def _known(session: Session, said: dict[str, str]) -> str | None:
    """Return whose row it is, by the key of the file, the ORCID iD or the e-mail address; raises ``Unreadable`` where they disagree."""
    of_key = session.scalar(select(ImportedPerson.expert_id).where(col(ImportedPerson.key) == said["key"])) if "key" in said else None
    named = {
        name: holder(session, name, said[name].lower() if name == "email" else said[name]) for name in ("orcid", "email") if name in said
    }
    found = sorted({one for one in (of_key, *named.values()) if one is not None})
    if len(found) > 1:
        who = ", ".join(found)
        raise Unreadable(f"Key, ORCID and e-mail belong to different people: {who}.", f"Mã, ORCID và email thuộc nhiều người: {who}.")
    return found[0] if found else None


def _refused(row: Row, fault: Any) -> Refused:
    if isinstance(fault, Unreadable):
        return Refused(row=row.number, column="", message=Text(vi=fault.message.vi, en=fault.message.en))
    problem = as_invalid(fault) if isinstance(fault, RequestValidationError) else fault
    column = problem.errors[0].field if problem.errors else ""
    more = f" {problem.errors[0].message}" if problem.errors else ""
    return Refused(row=row.number, column=column, message=Text(vi=problem.detail.vi, en=problem.detail.en + more))
