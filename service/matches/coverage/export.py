"""Writes the map as CSV: a line for every product and role, and one for each of its required capabilities."""

import csv
import io
from collections.abc import Iterator

from service.kit.tables import harmless
from service.matches.coverage.schemas import CellCoverage, CountsView, CoverageMap, PersonReference

COLUMNS = ("product", "role", "group", "capability", *CountsView.model_fields, "first", "third", "tenth", "unmet", "alone")
FEW = "few"


def as_csv(found: CoverageMap) -> str:
    """Return the map as CSV with a header line; ``few`` stands for a number of people that is not shown."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for cell in found.cells:
        writer.writerows([harmless(value) for value in row] for row in _rows(cell))
    return f"\ufeff{buffer.getvalue()}"


def named_people(found: CoverageMap) -> list[str]:
    """Return the ids of the people whom the map names: those who stand alone."""
    alone = [person for cell in found.cells for person in (cell.alone, *(one.alone for one in cell.capabilities))]
    return sorted({person.id for person in alone if person})


def _rows(cell: CellCoverage) -> Iterator[list[object]]:
    asked = [cell.product.id, cell.role.value, cell.group or ""]
    bands = [band.code.value if band else "" for band in (cell.depth.first, cell.depth.third, cell.depth.tenth)]
    yield [*asked, "", *_numbers(cell.counts), *bands, cell.unmet, _id(cell.alone)]
    for one in cell.capabilities:
        yield [*asked, one.capability.id, *_numbers(one.counts), "", "", "", one.unmet, _id(one.alone)]


def _numbers(counts: CountsView) -> list[object]:
    return [FEW if number is None else number for number in counts.model_dump().values()]


def _id(person: PersonReference | None) -> str:
    return person.id if person else ""
