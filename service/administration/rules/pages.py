"""The page of the eligibility rules: a form on an earlier version, a preview, and saving it as a new one."""

from typing import Any

from fastapi import Request, Response
from sqlmodel import Session

from models.rules import EligibilityRule, RuleSet
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import AskingDryRun
from service.administration.rules import operations
from service.administration.rules.schemas import RulesCreate, RulesInput
from service.administration.rules.trial import dry_run
from service.administration.words import KINDS
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, both_languages, filled
from service.kit.late_routes import APIRouter
from service.kit.problems import NotFound
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated

router = APIRouter(prefix="/administration/rules", include_in_schema=False)
CHANGE = [permit(Operation.CHANGE_CATALOGUE)]
_TEXTS = ("label", "clause")
_OF_RULE = ("minimum", "kind", *(f"{name}_{language}" for name in _TEXTS for language in ("vi", "en")))
_WRITTEN = dict.fromkeys(("version", "valid_from", "reason"), "")


@router.get("/{version}", dependencies=CHANGE)
def rules_page(version: str, session: Reading, reader: ReaderOfPage) -> Response:
    """Show a version in a form for the next one."""
    return _form(reader, session, version, {})


@router.post("/{version}/preview", dependencies=CHANGE)
def preview_rules(version: str, form: Submitted, asking: AskingDryRun, reader: ReaderOfPage) -> Response:
    """Show who becomes eligible or ceases to be under the rules in the form, and the form as it was typed."""
    typed = filled(form)
    fields = validated(RulesInput, _changes(_stored(asking.session, version), version, typed))
    rules = operations.by_role(operations.changed_rules(asking.session, fields))
    return _form(reader, asking.session, version, typed, dry_run(asking, rules))


@router.post("/{version}", dependencies=CHANGE)
def save_rules(version: str, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Save the rules in the form as a new version and show it."""
    typed = filled(form)
    written = {name: typed[name] for name in _WRITTEN if name in typed}
    provenance = {name: both_languages(typed, name) for name in ("source", "sureness")}
    fields = validated(RulesCreate, {**_changes(_stored(session, version), version, typed), **written, **provenance})
    added = operations.add_rules(session, by, fields, services_of(request).settings.selection_day(lambda: by.now))
    return led_to(request, f"/administration/rules/{added.version}")


def _stored(session: Session, version: str) -> list[EligibilityRule]:
    rows = operations.stored_rules(session, version)
    if not rows:
        raise NotFound.of(en="version of the rules", vi="phiên bản quy tắc", identifier=version)
    return rows


def _changes(rows: list[EligibilityRule], version: str, typed: Fields) -> dict[str, Any]:
    """Return what the form says otherwise than the version that it is based on."""
    return {"based_on": version, "changes": [_change(row, typed) for row in rows if _touched(row, typed)]}


def _touched(row: EligibilityRule, typed: Fields) -> list[str]:
    as_stored = _values(row)
    return [name for name in _OF_RULE if (value := typed.get(f"{_key(row)}:{name}")) is not None and not _same(value, as_stored[name])]


def _change(row: EligibilityRule, typed: Fields) -> dict[str, Any]:
    of_rule: Fields = {name: typed[f"{_key(row)}:{name}"] for name in _touched(row, typed)}
    stored: Fields = {name: value for name, value in _values(row).items() if isinstance(value, str)}
    texts = {name: both_languages({**stored, **of_rule}, name) for name in _TEXTS if both_languages(of_rule, name)}
    return {"rule": row.rule_id, "role": row.role, **{name: of_rule[name] for name in ("minimum", "kind") if name in of_rule}, **texts}


def _values(row: EligibilityRule) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _OF_RULE}


def _same(typed: str | list[str], stored: Any) -> bool:
    if isinstance(stored, float) and isinstance(typed, str):
        return typed == f"{stored:g}" or typed == str(stored)
    return bool(typed == stored)


def _key(row: EligibilityRule) -> str:
    return f"{row.rule_id}:{row.role.value}"


def _form(reader: Reader, session: Session, version: str, typed: Fields, found: DryRunView | None = None) -> Response:
    rows, rule_set = _stored(session, version), session.get_one(RuleSet, version)
    stored = {
        f"{_key(row)}:{name}": f"{value:g}" if name == "minimum" and value is not None else value
        for row in rows
        for name, value in _values(row).items()
    }
    provenance = {
        f"{name}_{language}": getattr(rule_set, f"{name}_{language}") for name in ("source", "sureness") for language in ("vi", "en")
    }
    return reader.render(
        "administration/rules/rules.html",
        version=version,
        name={language: getattr(rule_set, f"source_{language}") for language in ("vi", "en")},
        rows=rows,
        kinds=KINDS,
        touched={_key(row) for row in rows if _touched(row, typed)},
        typed={**_WRITTEN, **provenance, "version": "", **stored, **typed},
        found=found,
        role_names=role_names(session),
    )
