"""Writes what a batch has come to: bulk inserts, one event of the audit, the request to read whoever is new or changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditAction
from models.consents import ConsentText
from models.database import WriteSession
from models.experts import Evidence, Expert, ImportedPerson, Willingness
from models.vocabulary import ConsentPurpose, RoleCode
from service.imports.entering.organisations import Organisations
from service.kit.acting import By
from service.kit.events.recording import Thing, record
from service.kit.jobs.queue import enqueue_once
from service.people.consents.operations import record_consent
from service.people.consents.schemas import ConsentInput
from service.people.profiles.changes import READ_PEOPLE

IMPORT = "import"


@dataclass(frozen=True)
class Import:
    """What holds for all records of a run. ``vouched``: its sender may say that an item is documented or verified.

    ``synthetic``: the database is of invented people, who consent without paper.
    """

    run_id: str
    source: str
    by: By
    vouched: bool = False
    synthetic: bool = False


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
    _find_organisations(session, what.by, rows, organisations)
    for expert in rows.touched.values():
        expert.change_number, expert.refreshed_on = number, what.by.today
    session.flush()
    shared = {"synthetic": what.synthetic, "change_number": number, "refreshed_on": what.by.today, "version": 1}
    _insert(session, Expert, [row | shared for row in rows.experts])
    _insert(session, ImportedPerson, rows.imported)
    _insert(session, Evidence, rows.evidence)
    for identifier, columns in rows.evidence_changes.items():
        session.execute(sa.update(Evidence).where(col(Evidence.id) == identifier).values(**columns))
    for word in rows.willing:
        session.merge(Willingness(**word | {"role": RoleCode(word["role"])}, declared_on=what.by.today))
    if what.synthetic:
        _record_consents(session, what.by, rows.consents)
    if rows.added or rows.changed:
        enqueue_once(session, READ_PEOPLE)
        record(session, what.by, AuditAction.PEOPLE_IMPORTED, Thing(IMPORT, what.run_id), added=rows.added, changed=rows.changed)
    session.flush()
    return 0 if what.synthetic else len(rows.consents)


def _find_organisations(session: WriteSession, by: By, rows: Rows, organisations: Organisations) -> None:
    for item in (*rows.evidence, *rows.evidence_changes.values()):
        name = item.pop("organisation", "")
        if name:
            item["organisation_id"] = organisations.find(session, by, name)


def _insert(session: WriteSession, table: type[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        session.execute(sa.insert(table), rows)


def _record_consents(session: WriteSession, by: By, consents: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Record consents to the texts in use today."""
    in_use = sa.select(ConsentText).where(
        col(ConsentText.valid_from) <= by.today, sa.or_(col(ConsentText.valid_until).is_(None), col(ConsentText.valid_until) >= by.today)
    )
    texts = {text.purpose: text.version for text in session.scalars(in_use.order_by(col(ConsentText.valid_from)))}
    for expert_id, consent in consents:
        purpose = ConsentPurpose(consent["purpose"])
        if purpose in texts:
            word = ConsentInput(given=True, text_version=texts[purpose])
            record_consent(session, by, session.get_one(Expert, expert_id), purpose, word)
