"""Adds versions of the eligibility rules; a version is never changed."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import Rule
from models.audit import AuditAction
from models.catalogue_changes import EntryKind
from models.database import WriteSession
from models.rules import EligibilityRule, RuleSet
from models.vocabulary import RoleCode
from service.administration.changing import count_change, lock_catalogue, note_change
from service.administration.fields import Words
from service.administration.rules.schemas import RuleChange, RulesCreate, RulesInput
from service.catalogue.rules.in_force import as_rule
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid

RULES = "rules"
UNSAVED = "unsaved"
Rules = dict[RoleCode, tuple[Rule, ...]]
_TEXTS = ("label", "test", "evidence", "clause")


def stored_rules(session: Session, version: str) -> list[EligibilityRule]:
    """Return the rules of a version by rule and role, none for an unknown one."""
    order = (col(EligibilityRule.rule_id), col(EligibilityRule.role))
    return list(session.scalars(sa.select(EligibilityRule).where(col(EligibilityRule.version) == version).order_by(*order)))


def by_role(rows: list[EligibilityRule]) -> Rules:
    """Return rules as the matcher takes them; ``rows`` are ordered by rule."""
    return {role: tuple(as_rule(row) for row in rows if row.role is role) for role in RoleCode}


def changed_rules(session: Session, fields: RulesInput, version: str = UNSAVED) -> list[EligibilityRule]:
    """Return the rules of ``fields.based_on`` with the changes, as rows that are not stored; raises ``Invalid``."""
    stored = stored_rules(session, fields.based_on)
    if not stored:
        raise Invalid.field("based_on", en="names no version of the rules", vi="không phải phiên bản quy tắc nào")
    changes = {(change.rule, change.role): change for change in fields.changes}
    if len(changes) < len(fields.changes):
        raise Invalid.field("changes", en="must not name a rule of a role twice", vi="không được nêu một quy tắc của một vai trò hai lần")
    unknown = ", ".join(f"{rule} {role}" for rule, role in sorted(changes.keys() - {(row.rule_id, row.role) for row in stored}))
    if unknown:
        raise Invalid.field("changes", en=f"names unknown rules: {unknown}", vi=f"có quy tắc không tồn tại: {unknown}")
    return [_changed(row, changes.get((row.rule_id, row.role)), version) for row in stored]


def add_rules(session: WriteSession, by: Actor, fields: RulesCreate, today: date) -> RuleSet:
    """Add a version that is in force from its day on; raises ``Invalid``, and ``Conflict`` for a version that is there."""
    lock_catalogue(session)
    if session.get(RuleSet, fields.version) is not None:
        raise Conflict("rules_exist", en=f"There are rules {fields.version} already.", vi=f"Đã có bộ quy tắc {fields.version}.")
    _check_day(session, fields, today)
    rows = changed_rules(session, fields, fields.version)
    provenance = {**fields.source.columns("source"), **fields.sureness.columns("sureness")}
    added = RuleSet.model_validate({"version": fields.version, "valid_from": fields.valid_from, **provenance})
    session.add(added)
    session.flush()
    session.add_all(rows)
    session.flush()
    count_change(session)
    note_change(session, by, EntryKind.RULES, added.version, fields.reason, {})
    record(session, by, AuditAction.RULES_ADDED, AuditedObject(RULES, added.version), based_on=fields.based_on, changes=len(fields.changes))
    return added


def _check_day(session: Session, fields: RulesCreate, today: date) -> None:
    """Days gone keep their rules, and from its day on the new version is the one that answers."""
    if fields.valid_from < today:
        raise Invalid.field("valid_from", en=f"must not be before {today}", vi=f"không được trước {today}")
    latest = max((row.valid_from, row.version) for row in session.scalars(sa.select(RuleSet)))
    if (fields.valid_from, fields.version) <= latest:
        raise Invalid.field(
            "valid_from", en=f"must be after that of {latest[1]}: {latest[0]}", vi=f"phải sau ngày của {latest[1]}: {latest[0]}"
        )


def _changed(row: EligibilityRule, change: RuleChange | None, version: str) -> EligibilityRule:
    columns: dict[str, Any] = {**row.model_dump(), "version": version}
    if change is not None:
        if change.minimum is not None and row.minimum is None:
            raise Invalid.field(
                "changes", en=f"names a minimum for {row.rule_id}, which has none", vi=f"nêu mức tối thiểu cho {row.rule_id}, vốn không có"
            )
        texts = {name: getattr(change, name) for name in _TEXTS}
        columns |= {
            name: value for words_of, words in texts.items() if isinstance(words, Words) for name, value in words.columns(words_of).items()
        }
        columns |= {name: value for name in ("minimum", "kind") if (value := getattr(change, name)) is not None}
    return EligibilityRule.model_validate(columns)
