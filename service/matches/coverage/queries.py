"""Makes the map of the list in force from the cells that the overview keeps, over everybody or over the people of a filter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa
from sqlmodel import Session, col

from matching.coverage.breakdown import LABELS, by_label, masks
from matching.coverage.key_persons import key_persons
from matching.coverage.supply import Counted, Supply
from models.catalogue import TechnologyGroup
from models.experts import Consent, Expert, ImportedPerson
from service.catalogue.products.queries import default_list, find_product
from service.identity.access.viewer import Viewer
from service.kit.problems import Invalid
from service.kit.texts import REFERENCE_ONLY
from service.matches.coverage import schemas
from service.matches.coverage.views import VisibleSupply, cell_view, group_view, label_views, person
from service.matches.recommendations.cells import Cell
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommendation


@dataclass(frozen=True, slots=True)
class Filters:
    """Which products, by technology group, and which people are counted; None for all."""

    group: str | None = None
    sub_network: str | None = None
    country: str | None = None
    language: str | None = None

    @property
    def of_people(self) -> dict[str, str]:
        """Return the filters that choose people, by dimension."""
        given = {dimension: getattr(self, dimension) for dimension in LABELS}
        return {dimension: value for dimension, value in given.items() if value is not None}


@dataclass(frozen=True)
class CoverageSurvey:
    """The cells of a list that a map shows, each with its supply over the people of the filter."""

    catalogue: str
    groups: dict[str, TechnologyGroup]
    cells: list[tuple[Cell, Supply]]
    everybody: list[Supply]

    def of_group(self, group: str) -> list[Supply]:
        """Return the supplies of one technology group."""
        return [supply for cell, supply in self.cells if cell.product.group_id == group]

    @property
    def supplies(self) -> list[Supply]:
        """Return the supplies of all cells."""
        return [supply for _, supply in self.cells]


def survey(session: Session, overview: Overview, filters: Filters, viewer: Viewer) -> CoverageSurvey:
    """Return the cells of the list in force that ``filters`` choose; raises ``Invalid`` naming a filter that is unknown."""
    catalogue = default_list(session) or ""
    groups = _groups(session, catalogue)
    if filters.group is not None and filters.group not in groups:
        raise _unknown("group", groups)
    found = [(cell, cell.supply) for cell in overview.cells(session, catalogue, viewer) if cell.supply is not None]
    chosen = [(cell, supply) for cell, supply in found if filters.group in {None, cell.product.group_id}]
    who = _who(filters, found[0][1]) if found and filters.of_people else None
    narrowed = [(cell, supply if who is None else supply.within(who)) for cell, supply in chosen]
    return CoverageSurvey(catalogue, groups, narrowed, [supply for _, supply in chosen])


def coverage_map(session: Session, overview: Overview, filters: Filters, viewer: Viewer) -> schemas.CoverageMap:
    """Return the map."""
    found, narrowed = survey(session, overview, filters, viewer), bool(filters.of_people)
    smallest = overview.recommender.settings.smallest_group_shown
    shown = [
        VisibleSupply(supply, whole if narrowed else None, smallest) for supply, whole in zip(found.supplies, found.everybody, strict=True)
    ]
    whole = found.everybody[0].people[Counted.CONSENTING] if found.everybody else np.zeros(0, dtype=bool)
    return schemas.CoverageMap(
        catalogue=found.catalogue,
        filters=schemas.FiltersView(group=filters.group, **filters.of_people),
        people=shown[0].number(Counted.CONSENTING) if shown else 0,
        without_consent=max(0, int(np.count_nonzero(~whole)) - people_to_answer(session)),
        smallest_shown=smallest,
        cells=[cell_view(cell.product, cell.role, one) for (cell, _), one in zip(found.cells, shown, strict=True)],
        groups=[
            group_view(group, found.of_group(group.id), smallest if narrowed else 1)
            for group in found.groups.values()
            if filters.group in {None, group.id}
        ],
        sub_networks=label_views("sub_network", by_label(found.supplies, "sub_network", smallest)),
        countries=label_views("country", by_label(found.supplies, "country", smallest)),
        languages=label_views("language", by_label(found.supplies, "language", smallest)),
        leaning=[] if narrowed else _key_persons(found.supplies),
        reference_only=REFERENCE_ONLY,
    )


def people_to_answer(session: Session) -> int:
    """Return how many came from a file and have not answered yet: they are in no number."""
    people = sa.func.count(sa.distinct(col(ImportedPerson.expert_id)))
    waiting = sa.select(people).join(Expert, col(Expert.id) == col(ImportedPerson.expert_id)).where(col(Expert.merged_into).is_(None))
    return session.scalar(waiting.where(col(Expert.id).not_in(sa.select(col(Consent.expert_id))))) or 0


def one_cell(session: Session, found: Recommendation) -> schemas.CellCoverage:
    """Return the numbers of the product and role that ``found`` is about, over everybody."""
    inputs = found.inputs
    product = find_product(session, inputs.subject.id)
    return cell_view(product, inputs.need.role, VisibleSupply(Supply.of(found.ranking), None, 1))


def _key_persons(supplies: Sequence[Supply]) -> list[schemas.KeyPersonView]:
    return [
        schemas.KeyPersonView(person=person(supplies[0].network, one.profile_id), first=one.first, only=one.only)
        for one in key_persons(supplies)
    ]


def _who(filters: Filters, supply: Supply) -> np.ndarray:
    """Return who passes every filter of people; a value that nobody who consents has is refused, because it would look like a gap."""
    consenting = supply.people[Counted.CONSENTING]
    chosen: np.ndarray = consenting
    for dimension, value in filters.of_people.items():
        known = {label: mask for label, mask in masks(supply.network.profiles, LABELS[dimension]).items() if (mask & consenting).any()}
        if value not in known:
            raise _unknown(dimension, known)
        chosen = chosen & known[value]
    return chosen


def _unknown(name: str, known: Iterable[str]) -> Invalid:
    listed = ", ".join(sorted(known))
    return Invalid.field(name, en=f"must be one of {listed}", vi=f"phải là một trong {listed}")


def _groups(session: Session, catalogue: str) -> dict[str, TechnologyGroup]:
    of_list = sa.select(TechnologyGroup).where(col(TechnologyGroup.list_code) == catalogue).order_by(col(TechnologyGroup.id))
    return {group.id: group for group in session.scalars(of_list)}
