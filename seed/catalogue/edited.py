"""What administrators changed in the service stays as they left it: loading the files again takes nothing of it back."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col

from models.capabilities import Capability, NeedGroup, ProductCapability
from models.catalogue import Product
from models.catalogue_changes import CatalogueChange, EntryKind
from models.projects import InterestedParty, Project, ProjectProduct
from models.rules import BandCalibration, EligibilityRule, RuleSet, SignalWeight, WeightSet

_Entry = Callable[[Any], str | None]


def _of_weights(row: WeightSet | SignalWeight | BandCalibration) -> str:
    return f"{row.family.value}:{row.version}"


# Which rows belong to an entry, and which one.
_ROWS: tuple[tuple[type[SQLModel], EntryKind, _Entry], ...] = (
    (WeightSet, EntryKind.WEIGHTS, _of_weights),
    (SignalWeight, EntryKind.WEIGHTS, _of_weights),
    (BandCalibration, EntryKind.WEIGHTS, _of_weights),
    (RuleSet, EntryKind.RULES, lambda row: row.version),
    (EligibilityRule, EntryKind.RULES, lambda row: row.version),
    (Product, EntryKind.PRODUCT, lambda row: row.id),
    (ProductCapability, EntryKind.PRODUCT, lambda row: row.product_id),
    (NeedGroup, EntryKind.PRODUCT, lambda row: row.product_id),
    (Project, EntryKind.PROJECT, lambda row: row.id),
    (ProjectProduct, EntryKind.PROJECT, lambda row: row.project_id),
    (Capability, EntryKind.CAPABILITY, lambda row: row.id),
    (InterestedParty, EntryKind.PROJECT, lambda row: row.project_id),
)


def with_edited(session: Session, rows: Iterable[SQLModel]) -> list[SQLModel]:
    """Return ``rows`` of the files, but those of entries that administrators changed as they are stored."""
    edited = {(kind, entry) for kind, entry in session.execute(sa.select(col(CatalogueChange.kind), col(CatalogueChange.entry_id)))}
    entries = {model: (kind, entry) for model, kind, entry in _ROWS}

    def is_edited(row: SQLModel) -> bool:
        kind, entry = entries.get(type(row), (None, lambda _: None))
        return (kind, entry(row)) in edited

    found = [row for row in rows if not is_edited(row)]
    if edited:
        found += [type(row)(**row.model_dump()) for row in _stored(session) if is_edited(row)]
        _keep_chosen_weights(session, found, {entry for kind, entry in edited if kind is EntryKind.CURRENT_WEIGHTS})
    return found


def _stored(session: Session) -> Iterator[SQLModel]:
    for model, _, _ in _ROWS:
        yield from session.scalars(sa.select(model))


def _keep_chosen_weights(session: Session, rows: Iterable[SQLModel], families: set[str]) -> None:
    """Leave current what an administrator made current."""
    current = {(row.version, row.family) for row in session.scalars(sa.select(WeightSet).where(col(WeightSet.current)))}
    for row in rows:
        if isinstance(row, WeightSet) and row.family in families:
            row.current = (row.version, row.family) in current
