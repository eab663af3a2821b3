"""The page of a product: its texts and needs in a form, a preview, and its leads."""

from typing import Any

from fastapi import Request, Response
from sqlmodel import Session

from models.database import reading
from models.vocabulary import NeedLevel, RoleCode
from service.administration.dry_run.schemas import DryRunView
from service.administration.leads import operations as leads
from service.administration.products import operations
from service.administration.products.capability_names import CapabilityNames
from service.administration.products.group_lines import read_group, written_group
from service.administration.products.schemas import ProductChange, ProductEntry, ProductTrial
from service.administration.products.trial import dry_run
from service.administration.words import SENSITIVITIES
from service.catalogue.rules.queries import role_names
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, as_sent, both_languages, filled
from service.kit.late_routes import APIRouter
from service.kit.problems import PreconditionFailed
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.matches.recommendations.cells import SHORT_NAMES

router = APIRouter(prefix="/administration/products", include_in_schema=False)
CHANGE = [permit(Operation.CHANGE_CATALOGUE)]
_TEXTS = ("name", "brief")


@router.get("/{product_id}", dependencies=CHANGE)
def product_entry_page(product_id: str, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the form, filled with what is stored."""
    return _form(reader, session, viewer, product_id, {})


@router.post("/{product_id}/preview", dependencies=CHANGE)
def preview_product(
    product_id: str, form: Submitted, viewer: CurrentViewer, request: Request, reader: ReaderOfPage, by: Acting
) -> Response:
    """Show whose ranking the form would change, and the form as it was typed."""
    typed = filled(form)
    with reading(services_of(request).engine) as session:
        names = CapabilityNames.read(session, reader.language)
    found = dry_run(request, viewer, by, product_id, validated(ProductTrial, _content(typed, names)))
    with reading(services_of(request).engine) as session:
        return _form(reader, session, viewer, product_id, typed, found)


@router.post("/{product_id}", dependencies=CHANGE)
def save_product(
    product_id: str, form: Submitted, viewer: CurrentViewer, request: Request, reader: ReaderOfPage, session: Writing, by: Acting
) -> Response:
    """Save the form. Where somebody was faster, it is shown as it was typed beside what is stored now."""
    typed = filled(form)
    change = validated(
        ProductChange, {**_content(typed, CapabilityNames.read(session, reader.language)), "reason": typed.get("reason", "")}
    )
    try:
        operations.change_product(session, by, viewer, product_id, f'"{typed.pop("tag", "")}"', change, change.reason)
    except PreconditionFailed:
        return _form(reader, session, viewer, product_id, typed, stale=True)
    return led_to(request, f"/administration/products/{product_id}")


def _content(typed: Fields, names: CapabilityNames) -> dict[str, Any]:
    needs = {
        role: {level.value: names.read_lines(str(typed.get(_field(role, level), ""))) for level in NeedLevel}
        | {"groups": [read_group(line, names) for line in str(typed.get(_groups(role), "")).splitlines() if line.strip()]}
        for role in SHORT_NAMES
    }
    return {**{name: both_languages(typed, name) for name in _TEXTS}, "sensitivity": typed.get("sensitivity"), "needs": needs}


def _as_typed(entry: ProductEntry, names: CapabilityNames) -> Fields:
    texts: Fields = {f"{name}_{language}": getattr(getattr(entry, name), language) for name in _TEXTS for language in ("vi", "en")}
    needs: Fields = {
        _field(role, level): names.written(getattr(entry.needs[role], level.value)) for role in SHORT_NAMES for level in NeedLevel
    }
    groups: Fields = {
        _groups(role): "\n".join(written_group(group, names) for group in entry.needs[role].groups or ()) for role in SHORT_NAMES
    }
    return {**texts, **needs, **groups, "sensitivity": entry.sensitivity.value, "reason": ""}


def _field(role: RoleCode, level: NeedLevel) -> str:
    return f"needs:{role.value}:{level.value}"


def _groups(role: RoleCode) -> str:
    return f"needs:{role.value}:groups"


def _form(
    reader: Reader,
    session: Session,
    viewer: Viewer,
    product_id: str,
    typed: Fields,
    found: DryRunView | None = None,
    *,
    stale: bool = False,
) -> Response:
    entry = operations.product_entry(session, viewer, product_id)
    leading = leads.leads_of(session, SubjectKind.PRODUCT, product_id)
    return reader.render(
        "administration/products/product.html",
        status=412 if stale else 200,
        id=product_id,
        tag=operations.tag(entry),
        typed=as_sent(_as_typed(entry, CapabilityNames.read(session, reader.language)), typed),
        roles=SHORT_NAMES,
        sensitivities=SENSITIVITIES,
        accounts=leads.lead_accounts(session),
        chosen={lead.id for lead in leading.leads},
        leads_tag=leads.tag(leading),
        found=found,
        role_names=role_names(session),
        stale=stale,
    )
