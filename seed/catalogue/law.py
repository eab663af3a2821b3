"""Reads what the law asks: roles, eligibility rules, selection states, data-protection duties and their clocks, and texts of consent."""

from collections.abc import Collection, Iterator

from sqlmodel import SQLModel

from models.consents import ConsentText
from models.data_requests import DutyClock
from models.rules import DataProtectionDuty, EligibilityRule, Role, RoleDimensionText, RuleSet, SelectionStep
from models.vocabulary import ConsentPurpose, DataRequestKind, RoleCode, RoleDimension, RoleFamily, RuleKind
from seed.catalogue.records import Reader, Record, refuse_repeats

EVERY_ROLE = "all"
RULE_COLUMNS = "version id roles kind minimum label* test* evidence* clause* source sureness"


def read_law(reader: Reader) -> list[SQLModel]:
    """Return the rows of the roles, rules, selection states, duties and consent texts."""
    sets = reader.records("official/rule_sets.csv", "version valid_from valid_until source sureness")
    refuse_repeats(sets, "version")
    duties = _duties(reader)
    return [
        *_roles(reader),
        *_dimensions(reader),
        *(_rule_set(record) for record in sets),
        *_rules(reader, {record.values["version"] for record in sets}),
        *_states(reader),
        *duties,
        *_clocks(reader, {duty.duty for duty in duties}),
        *_consent_texts(reader),
    ]


def _roles(reader: Reader) -> list[Role]:
    records = reader.records("official/roles.csv", "code name* scope* decider* source sureness")
    refuse_repeats(records, "code")
    return [
        Role(code=record.choice("code", RoleCode), **record.both("name", "scope", "decider"), **record.provenance()) for record in records
    ]


def _dimensions(reader: Reader) -> list[RoleDimensionText]:
    columns = "dimension family label* meaning* source sureness"
    records = reader.records("official/role_dimensions.csv", columns)
    refuse_repeats(records, "dimension")
    return [
        RoleDimensionText(
            dimension=record.choice("dimension", RoleDimension),
            family=record.choice("family", RoleFamily),
            **record.both("label", "meaning"),
            **record.provenance(),
        )
        for record in records
    ]


def _rule_set(record: Record) -> RuleSet:
    return RuleSet(
        version=record.text("version"),
        valid_from=record.day("valid_from"),
        valid_until=record.day_or_none("valid_until"),
        **record.provenance(),
    )


def _rules(reader: Reader, versions: Collection[str]) -> list[EligibilityRule]:
    """Return one row for each rule and role, however many roles a line of the file names."""
    taken: set[tuple[str, str, RoleCode]] = set()
    rows = []
    for record in reader.records("official/eligibility_rules.csv", RULE_COLUMNS):
        for role in _roles_of(record):
            key = record.values["version"], record.values["id"], role
            if key in taken:
                record.fault("roles", f"{role} has the rule {record.values['id']} already; delete it here")
            taken.add(key)
            rows.append(_rule(record, role, versions))
    return rows


def _roles_of(record: Record) -> Iterator[RoleCode]:
    if record.text("roles") == EVERY_ROLE:
        return iter(RoleCode)
    return (record.member("roles", code, RoleCode) for code in record.parts("roles"))


def _rule(record: Record, role: RoleCode, versions: Collection[str]) -> EligibilityRule:
    return EligibilityRule(
        version=record.reference("version", versions),
        rule_id=record.text("id"),
        role=role,
        kind=record.choice("kind", RuleKind),
        minimum=record.number_or_none("minimum"),
        **record.both("label", "test", "evidence", "clause"),
        **record.provenance(),
    )


def _states(reader: Reader) -> list[SelectionStep]:
    """Return the states in the order of the file, numbered from 1."""
    records = reader.records("official/selection_states.csv", "state what* who* source sureness")
    refuse_repeats(records, "state")
    return [
        SelectionStep(state=record.text("state"), position=position, **record.both("what", "who"), **record.provenance())
        for position, record in enumerate(records, start=1)
    ]


def _duties(reader: Reader) -> list[DataProtectionDuty]:
    columns = "duty name* rule* need* source sureness"
    records = reader.records("official/data_protection_duties.csv", columns)
    refuse_repeats(records, "duty")
    return [
        DataProtectionDuty(duty=record.text("duty"), **record.both("name", "rule", "need"), **record.provenance()) for record in records
    ]


def _clocks(reader: Reader, duties: Collection[str]) -> list[DutyClock]:
    records = reader.records("official/duty_clocks.csv", "kind duty acknowledge days days_with_processor extension source sureness")
    refuse_repeats(records, "kind")
    return [
        DutyClock(
            kind=record.choice("kind", DataRequestKind),
            duty=record.reference("duty", duties),
            acknowledge=record.whole("acknowledge"),
            days=record.whole("days"),
            days_with_processor=record.whole("days_with_processor"),
            extension=record.whole("extension"),
            **record.provenance(),
        )
        for record in records
    ]


def _consent_texts(reader: Reader) -> list[ConsentText]:
    records = reader.records("consents/consent_texts.csv", "purpose version title* text* valid_from valid_until source sureness")
    refuse_repeats(records, "purpose", "version")
    return [
        ConsentText(
            purpose=record.choice("purpose", ConsentPurpose),
            version=record.text("version"),
            **record.both("title", "text"),
            valid_from=record.day("valid_from"),
            valid_until=record.day_or_none("valid_until"),
            **record.provenance(),
        )
        for record in records
    ]
