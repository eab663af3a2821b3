"""Writes what a batch has come to: bulk inserts, one event of the audit, the request to read whoever is new or changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from fastapi.exceptions import RequestValidationError
from sqlmodel import col

from models.audit import AuditAction
from models.consents import ConsentText
from models.database import WriteSession
from models.experts import Evidence, Expert, ImportedPerson, Willingness
from models.vocabulary import ConsentPurpose, RoleCode
from service.imports.entering.organisations import Organisations
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.queue import enqueue_once
from service.kit.problems import Invalid
from service.kit.validation import validated
from service.people.consents.operations import record_consent
from service.people.consents.schemas import ConsentInput
from service.people.profiles.changes import FIND_DUPLICATES, READ_PEOPLE

IMPORT = "import"


@dataclass(frozen=True)
class Import:
    """What holds for all records of a run. ``vouched``: its sender may say that an item is documented or verified.

    ``tried``: nothing is kept, so that no organisation is added either.
    """

    run_id: str
    source: str
    by: Actor
    vouched: bool = False
    tried: bool = False


@dataclass
class Rows:
    """What a batch writes. Items name their organisation under ``organisation``; ``touched`` are known people who change."""

    experts: list[dict[str, Any]] = field(default_factory=list)
    imported: list[dict[str, Any]] = field(default_factory=list)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    evidence_changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    willing: list[dict[str, Any]] = field(default_factory=list)
    consents: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    touched: dict[str, Expert] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def write(session: WriteSession, what: Import, rows: Rows, organisations: Organisations, number: int) -> int:
    """Write everything, and return how many consents were left out for want of the paper."""
    _find_organisations(session, what, rows, organisations)
    for expert in rows.touched.values():
        expert.change_number, expert.refreshed_on = number, what.by.today
    session.flush()
    shared = {"synthetic": False, "change_number": number, "refreshed_on": what.by.today, "version": 1}
    _insert(session, Expert, [row | shared for row in rows.experts])
    _insert(session, ImportedPerson, rows.imported)
    _insert(session, Evidence, rows.evidence)
    for identifier, columns in rows.evidence_changes.items():
        session.execute(sa.update(Evidence).where(col(Evidence.id) == identifier).values(**columns))
    for word in rows.willing:
        session.merge(Willingness(**word | {"role": RoleCode(word["role"])}, declared_on=what.by.today))
    left_out = _record_consents(session, what.by, rows.consents)
    if rows.added or rows.changed:
        enqueue_once(session, READ_PEOPLE)
        enqueue_once(session, FIND_DUPLICATES)
        record(session, what.by, AuditAction.PEOPLE_IMPORTED, AuditedObject(IMPORT, what.run_id), added=rows.added, changed=rows.changed)
    session.flush()
    return left_out


def _find_organisations(session: WriteSession, what: Import, rows: Rows, organisations: Organisations) -> None:
    for item in (*rows.evidence, *rows.evidence_changes.values()):
        name = item.pop("organisation", "")
        if name:
            item["organisation_id"] = organisations.known(name) if what.tried else organisations.find(session, what.by, name)


def _insert(session: WriteSession, table: type[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        session.execute(sa.insert(table.__table__), rows)  # past the mapper, which costs more than the database


def _record_consents(session: WriteSession, by: Actor, consents: Sequence[tuple[str, Mapping[str, Any]]]) -> int:
    """Record consents to the texts that were in use on their day, and return how many were left out for want of what proves them."""
    texts = session.scalars(sa.select(ConsentText).order_by(col(ConsentText.valid_from))).all() if consents else ()
    left_out = 0
    for expert_id, consent in consents:
        purpose, day = ConsentPurpose(consent["purpose"]), consent.get("given_on") or by.today
        in_use = [text.version for text in texts if text.purpose is purpose and _is_in_use(text, day)]
        if not in_use or not _record_consent(session, by, session.get_one(Expert, expert_id), consent, in_use[-1]):
            left_out += 1
    return left_out


def _is_in_use(text: ConsentText, day: date) -> bool:
    return text.valid_from <= day and (text.valid_until is None or text.valid_until >= day)


def _record_consent(session: WriteSession, by: Actor, expert: Expert, consent: Mapping[str, Any], text_version: str) -> bool:
    """Record one consent, and return whether it is proven as a consent that somebody else records must be."""
    proof = {name: consent[name] for name in ("given_on", "means", "document") if name in consent}
    try:
        record_consent(
            session,
            by,
            expert,
            ConsentPurpose(consent["purpose"]),
            validated(ConsentInput, {"given": True, "text_version": text_version, **proof}),
        )
    except (Invalid, RequestValidationError):
        return False
    return True
