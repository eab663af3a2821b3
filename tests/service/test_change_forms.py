"""What can be entered can be changed: a form of changes has every field of the form of what is new, and takes the same values."""

from importlib import import_module

import pytest
from pydantic import BaseModel

from tests.documentation.pages import ROOT

# Decided once (what a thing is, and whom it belongs to), or changed as a whole under another name.
LEFT_OUT = {
    "AccountCreate": {"email", "roles", "expert_id", "led_products", "led_projects", "cleared"},
    "CapabilityCreate": {"id"},
    "ProjectCreate": {"id"},
    "ProductCreate": {"id", "group", "band", "source", "sureness"},
    "RequestCreate": {"subject", "roles", "track"},
}
Pair = tuple[type[BaseModel], type[BaseModel]]


def pairs() -> list[Pair]:
    modules = [
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts)) for path in sorted((ROOT / "service").rglob("schemas.py"))
    ]
    return [
        (form, getattr(module, f"{name.removesuffix('Create')}Change"))
        for module in modules
        for name, form in vars(module).items()
        if name.endswith("Create") and hasattr(module, f"{name.removesuffix('Create')}Change")
    ]


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair[0].__name__)
def test_a_form_of_changes_has_every_field_of_the_form_of_what_is_new(pair: Pair) -> None:
    new, change = pair
    assert set(new.model_fields) - LEFT_OUT.get(new.__name__, set()) <= set(change.model_fields)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair[0].__name__)
def test_no_field_must_be_changed(pair: Pair) -> None:
    needed = {name for name, field in pair[1].model_fields.items() if field.is_required()}
    assert needed <= {"reason"}


def test_forms_are_found() -> None:
    assert {"ExpertCreate", "EvidenceCreate", "OrganisationCreate"} <= {new.__name__ for new, _ in pairs()}
