"""Turns the numbers of the map into what the API shows; small numbers of a filtered map are hidden here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.coverage.breakdown import total
from matching.coverage.cells import DEPTHS, CapabilityCell, CoverageCell, count
from matching.coverage.supply import Counted, Counts, Supply, numbers
from matching.coverage.suppression import hidden_within
from matching.network import Network
from models.catalogue import Product, TechnologyGroup
from models.vocabulary import RoleCode
from service.catalogue.products.schemas import GroupReference, ProductReference
from service.kit.places import named
from service.kit.texts import text
from service.matches.coverage import schemas
from service.matches.recommendations.labels import BANDS
from service.matches.recommendations.views import capability_reference


@dataclass(frozen=True)
class VisibleSupply:
    """A supply as it may be shown: ``whole`` is the same over everybody where people are filtered, else None and nothing is hidden."""

    supply: Supply
    whole: Supply | None
    smallest: int

    def number(self, counted: Counted) -> int | None:
        """Return one number of people."""
        return self.counts(numbers(self.supply.people), None if self.whole is None else numbers(self.whole.people))[counted]

    def counts(self, found: Counts, of: Counts | None) -> dict[Counted, int | None]:
        """Return ``found`` with None for what would single somebody out among the people ``of`` the whole map."""
        if of is None:
            return dict(found)
        return {one: None if hidden_within(number, of[one], self.smallest) else number for one, number in found.items()}


def cell_view(product: Product, role: RoleCode, shown: VisibleSupply) -> schemas.CellCoverage:
    """Return what the map says of one product and role."""
    counted = count(shown.supply)
    whole = None if shown.whole is None else count(shown.whole)
    network = shown.supply.network
    counts = shown.counts(counted.counts, whole.counts if whole else None)
    return schemas.CellCoverage(
        product=ProductReference.of(product),
        group=product.group_id,
        role=role,
        counts=counts_view(counts),
        depth=_depth(counted, hidden=counts[Counted.FITTING] is None),
        unmet=counted.unmet,
        alone=_alone(network, counted.alone, shown),
        capabilities=[
            capability_view(shown, one, whole.capabilities[place] if whole else None) for place, one in enumerate(counted.capabilities)
        ],
        groups=len(counted.groups),
        groups_unmet=counted.groups_unmet,
    )


def capability_view(shown: VisibleSupply, one: CapabilityCell, whole: CapabilityCell | None = None) -> schemas.CapabilityCoverage:
    """Return who shows one required capability; ``whole`` is the same over everybody where people are filtered."""
    return schemas.CapabilityCoverage(
        capability=capability_reference(shown.supply.network, one.capability),
        counts=counts_view(shown.counts(one.counts, whole.counts if whole else None)),
        unmet=one.unmet,
        alone=_alone(shown.supply.network, one.alone, shown),
    )


def counts_view(counts: Mapping[Counted, int | None]) -> schemas.CountsView:
    """Return numbers by their names."""
    return schemas.CountsView(**{counted.value: number for counted, number in counts.items()})


def group_view(group: TechnologyGroup, supplies: Sequence[Supply], smallest: int) -> schemas.GroupCoverage:
    """Return the sum of a technology group; numbers of people below ``smallest`` are hidden."""
    found = total(supplies)
    counts = {one: None if 0 < number < smallest else number for one, number in found.counts.items()}
    return schemas.GroupCoverage(
        group=GroupReference.of(group),
        cells=found.cells,
        unmet=found.unmet,
        single=None if smallest > 1 else found.single,
        counts=counts_view(counts or dict.fromkeys(Counted, 0)),
    )


def label_views(dimension: str, found: Mapping[str, Mapping[Counted, int | None]]) -> list[schemas.LabelCoverage]:
    """Return a breakdown with names."""
    return [
        schemas.LabelCoverage(code=code, name=text(named(dimension, code)), counts=counts_view(counts)) for code, counts in found.items()
    ]


def person(network: Network, profile_id: str) -> schemas.PersonReference:
    """Return who ``profile_id`` is."""
    profile = network.profiles[network.position[profile_id]]
    return schemas.PersonReference(id=profile.id, display_name=profile.name, synthetic=profile.synthetic)


def _alone(network: Network, profile_id: str | None, shown: VisibleSupply) -> schemas.PersonReference | None:
    return person(network, profile_id) if profile_id and shown.whole is None else None


def _depth(counted: CoverageCell, *, hidden: bool) -> schemas.DepthView:
    bands = {place: BANDS[band] if band and not hidden else None for place, band in counted.depth.items()}
    first, third, tenth = (bands[place] for place in DEPTHS)
    return schemas.DepthView(first=first, third=third, tenth=tenth)
