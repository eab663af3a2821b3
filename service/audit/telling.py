"""What an event tells: what happened in words that fit its details, and the particulars that stand under it."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction, AuditEvent
from models.rules import EligibilityRule
from models.vocabulary import ReadingVerdict
from service.audit.words import PARTICULARS, PURPOSES, VERDICTS, action_name, people_counted
from service.kit.languages import Bilingual


def happened(event: AuditEvent) -> Bilingual:
    """Return what happened: what people's data was read for, and which way a reading was judged, are different things."""
    if event.action == AuditAction.PEOPLE_READ:
        return PURPOSES.get(str(event.details.get("purpose")), action_name(event.action))
    if event.action == AuditAction.READING_JUDGED:
        return VERDICTS.get(ReadingVerdict(event.details["verdict"]), action_name(event.action))
    return action_name(event.action)


def told(event: AuditEvent, people: Mapping[str, Bilingual], rules: Mapping[str, Bilingual]) -> list[Bilingual]:
    """Return the person, the condition, the result and how many people an event names, each as ``people`` and ``rules`` call it."""
    person, rule, number = (event.details.get(name) for name in ("expert", "rule", "people"))
    said = [people.get(str(person)), rules.get(str(rule))]
    said += [names.get(str(event.details.get(name))) for name, names in PARTICULARS.items()]
    if event.action == AuditAction.PEOPLE_READ and isinstance(number, int):
        said.append(people_counted(number))
    return [one for one in said if one is not None]


def rules_named(session: Session, events: Iterable[AuditEvent]) -> Mapping[str, Bilingual]:
    """Return what the conditions are called that ``events`` name, as their newest version calls them."""
    wanted = {str(event.details["rule"]) for event in events if event.details.get("rule")}
    rows = sa.select(col(EligibilityRule.rule_id), col(EligibilityRule.label_en), col(EligibilityRule.label_vi))
    found = session.execute(rows.where(col(EligibilityRule.rule_id).in_(wanted)).order_by(col(EligibilityRule.version)))
    return {rule: Bilingual(en=en, vi=vi) for rule, en, vi in found}
