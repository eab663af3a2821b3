"""The pages of weights: a form with one number for each signal, a preview, and a version made current with a reason."""

from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from sqlmodel import Session

from models.vocabulary import RoleFamily
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import AskingDryRun
from service.administration.weights import operations, queries
from service.administration.weights.schemas import CurrentInput, WeightsCreate, WeightsInput
from service.administration.weights.trial import dry_run
from service.administration.words import FAMILIES
from service.catalogue.rules.queries import role_names
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, both_languages, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid, PreconditionFailed, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import as_invalid, validated
from service.matches.recommendations.labels import SIGNALS

router = APIRouter(prefix="/administration/weights", include_in_schema=False)
CHANGE = [permit(Operation.CHANGE_CATALOGUE)]
_BANDS = ("fits", "good", "strong", "tie")
_WRITTEN = dict.fromkeys(("version", "basis_vi", "basis_en", "reason"), "")


@router.get("/{family}", dependencies=CHANGE)
def weights_page(family: RoleFamily, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the versions and the form, filled with the weights in use."""
    return _form(reader, session, family, {})


@router.post("/{family}/preview", dependencies=CHANGE)
def preview_weights(family: RoleFamily, form: Submitted, asking: AskingDryRun, reader: ReaderOfPage) -> Response:
    """Show whose ranking the weights in the form would change, and the form as it was typed."""
    typed = filled(form)
    try:
        fields = operations.checked(validated(WeightsInput, _numbers(family, typed)))
    except (RequestValidationError, Invalid) as error:
        problem = as_invalid(error) if isinstance(error, RequestValidationError) else error
        return _form(reader, asking.session, family, typed, problem=problem)
    return _form(reader, asking.session, family, typed, dry_run(asking, family, fields))


@router.post("/{family}", dependencies=CHANGE)
def save_weights(family: RoleFamily, form: Submitted, reader: ReaderOfPage, session: Writing, by: Acting) -> Response:
    """Save the weights in the form as a new version and show it; what is refused comes back as it was typed."""
    typed = filled(form)
    written: dict[str, Any] = {name: typed[name] for name in ("version", "reason") if name in typed}
    written["basis"] = both_languages(typed, "basis")
    added: list[str] = []

    def save() -> None:
        fields = validated(WeightsCreate, {**_numbers(family, typed), **written})
        added.append(operations.add_weights(session, by, fields).version)

    problem = refusal(session, save)
    if problem is not None:
        return _form(reader, session, family, typed, problem=problem)
    return led_to(reader.request, f"/administration/weights/{family.value}/{added[0]}")


@router.get("/{family}/{version}", dependencies=CHANGE)
def version_page(family: RoleFamily, version: str, asking: AskingDryRun, reader: ReaderOfPage, *, preview: bool = False) -> Response:
    """Show a version, with a preview of making it current if asked for."""
    found = queries.find_weights(asking.session, family, version)
    told = dry_run(asking, family, queries.stored_weights(asking.session, found)) if preview else None
    return _version(reader, asking.session, family, version, told)


@router.post("/{family}/{version}/current", dependencies=CHANGE)
def make_current_page(
    family: RoleFamily, version: str, form: Submitted, request: Request, reader: ReaderOfPage, session: Writing, by: Acting
) -> Response:
    """Make the version current. Where somebody was faster, the page is shown as it is now, with the reason that was typed."""
    fields = validated(CurrentInput, {"reason": form.get("reason", "")})
    try:
        operations.make_current(session, by, family, version, f'"{form.get("tag")}"', fields.reason)
    except PreconditionFailed:
        return _version(reader, session, family, version, None, typed=fields.reason, stale=True)
    return led_to(request, f"/administration/weights/{family.value}/{version}")


def _numbers(family: RoleFamily, typed: Fields) -> dict[str, Any]:
    weights = {name.removeprefix("weight:"): value for name, value in typed.items() if name.startswith("weight:")}
    return {"family": family, "weights": weights, **{name: typed[name] for name in _BANDS if name in typed}}


def _form(
    reader: Reader,
    session: Session,
    family: RoleFamily,
    typed: Fields,
    found: DryRunView | None = None,
    problem: Problem | None = None,
) -> Response:
    versions = queries.weight_sets(session, family)
    signals = queries.signal_codes(family)
    start = queries.show(session, versions[0]) if versions else None
    stored = {f"weight:{code}": start.weights[code] if start else 0 for code in signals}
    bands = {name: getattr(start, name, "") for name in _BANDS}
    return reader.render(
        "administration/weights/weights.html",
        status=problem.status if problem else 200,
        problem=problem,
        family=family,
        families=FAMILIES,
        versions=[queries.show(session, one) for one in versions],
        signals=signals,
        labels=SIGNALS,
        typed={**_WRITTEN, **stored, **bands, **typed},
        found=found,
        role_names=role_names(session),
    )


def _version(
    reader: Reader,
    session: Session,
    family: RoleFamily,
    version: str,
    found: DryRunView | None,
    *,
    typed: str = "",
    stale: bool = False,
) -> Response:
    return reader.render(
        "administration/weights/weights_version.html",
        status=412 if stale else 200,
        one=queries.show(session, queries.find_weights(session, family, version)),
        families=FAMILIES,
        labels=SIGNALS,
        typed=typed,
        stale=stale,
        found=found,
        role_names=role_names(session),
    )
