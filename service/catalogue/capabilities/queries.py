"""Searches the thesaurus and reads what stands around a capability."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.text.normalise import fold, normalise
from models.capabilities import Capability, ProductCapability
from models.catalogue import Product
from service.catalogue.capabilities import schemas
from service.catalogue.products.schemas import CapabilityReference, ProductReference
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import open_to
from service.kit.problems import NotFound
from service.kit.texts import OWN_WORDING, WRITTEN_FOR_THIS_SERVICE


def find_capability(session: Session, identifier: str) -> Capability:
    """Return the capability; raises ``NotFound``."""
    capability = session.get(Capability, identifier)
    if capability is None:
        raise NotFound.of(en="capability", vi="năng lực", identifier=identifier)
    return capability


def capabilities(session: Session, viewer: Viewer, query: str | None, product: str | None) -> list[Capability]:
    """Return the capabilities that fit, by id, or for a query those called exactly so first; ``product`` is an id in force."""
    statement = sa.select(Capability).order_by(col(Capability.id))
    if product is not None:
        needs = sa.select(col(ProductCapability.capability_id)).join(Product)
        needed = needs.where(col(ProductCapability.product_id) == product, open_to(viewer))
        statement = statement.where(col(Capability.id).in_(needed))
    rows = session.scalars(statement).all()
    return search(rows, query) if query else list(rows)


def search(rows: Sequence[Capability], query: str) -> list[Capability]:
    """Return the capabilities with a name in which ``query`` begins at a word, exact names first.

    A query without accents finds accented names; one with accents finds only names with the same accents.
    """
    spelling = normalise if fold(query) != normalise(query) else fold
    wanted = " ".join(spelling(query).split())
    ranked = [(_rank([spelling(name) for name in names(row)], wanted), row) for row in rows]
    return [row for rank, row in sorted(ranked, key=lambda pair: (pair[0], pair[1].id)) if rank < 2]


def names(capability: Capability) -> list[str]:
    """Return everything that the capability is called, in both languages."""
    return [capability.label_vi, capability.label_en, *capability.aliases_vi, *capability.aliases_en]


def _rank(spelled: Sequence[str], wanted: str) -> int:
    if wanted in spelled:
        return 0
    return 1 if any(f" {wanted}" in f" {name}" for name in spelled) else 2


def summary(row: Capability) -> schemas.CapabilitySummary:
    """Return a capability as lists show it."""
    return schemas.CapabilitySummary.of(row, aliases=_aliases(row), source=WRITTEN_FOR_THIS_SERVICE, sureness=OWN_WORDING)


def whole(session: Session, viewer: Viewer, row: Capability) -> schemas.CapabilityView:
    """Return a capability with its neighbours and the products that need it, as far as ``viewer`` may see their needs."""
    parent = session.get(Capability, row.parent_id) if row.parent_id else None
    children = session.scalars(sa.select(Capability).where(col(Capability.parent_id) == row.id).order_by(col(Capability.id)))
    return schemas.CapabilityView.of(
        row,
        aliases=_aliases(row),
        source=WRITTEN_FOR_THIS_SERVICE,
        sureness=OWN_WORDING,
        parent=CapabilityReference.of(parent) if parent else None,
        children=[CapabilityReference.of(child) for child in children],
        products=_uses(session, viewer, row.id),
    )


def _aliases(row: Capability) -> schemas.Aliases:
    return schemas.Aliases(vi=row.aliases_vi, en=row.aliases_en)


def _uses(session: Session, viewer: Viewer, capability_id: str) -> list[schemas.CapabilityUse]:
    statement = (
        sa.select(ProductCapability, Product).join(Product).where(col(ProductCapability.capability_id) == capability_id, open_to(viewer))
    )
    rows = session.execute(statement.order_by(col(Product.id), col(ProductCapability.role)))
    return [schemas.CapabilityUse(product=ProductReference.of(product), role=need.role, level=need.level) for need, product in rows]


def unknown_capabilities(session: Session, wanted: set[str]) -> list[str]:
    """Return the ids among ``wanted`` that the thesaurus does not have."""
    known = set(session.scalars(sa.select(col(Capability.id)).where(col(Capability.id).in_(wanted)))) if wanted else set()
    return sorted(wanted - known)
