"""The tiles of the map: what each says without its colour, and which to look at first."""

import pytest

from models.vocabulary import RoleCode
from service.catalogue.products.schemas import ProductReference
from service.kit.texts import Text
from service.matches.coverage.heat import level_of, totals, worst
from service.matches.coverage.schemas import CellCoverage, CountsView, CoverageMap


def cell(product: str, ready: int | None, *, eligible: int = 9) -> CellCoverage:
    counts = CountsView.model_construct(ready=ready, eligible=eligible)
    name = ProductReference.model_construct(id=product, name=Text(vi=product, en=product))
    return CellCoverage.model_construct(product=name, role=RoleCode.CE_PROJECT, counts=counts, unmet=ready == 0)


@pytest.mark.parametrize(("ready", "level"), [(0, "none"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (None, "untold")])
def test_a_tile_says_how_many_could_be_named(ready: int | None, level: str) -> None:
    assert level_of(cell("P1", ready)) == level


def test_the_worst_stand_first_and_the_well_filled_do_not_stand_there() -> None:
    found = CoverageMap.model_construct(cells=[cell("P1", 7), cell("P2", 3), cell("P3", 0), cell("P4", 1), cell("P5", 2), cell("P6", None)])
    assert [tile.cell.product.id for tile in worst(found)] == ["P3", "P4", "P5", "P2"]
    assert totals(found) == {"none": 1, "one": 1, "few": 2, "many": 1, "untold": 1}
