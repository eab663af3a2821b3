"""Writes a list of recommendations as CSV that a spreadsheet program opens without running anything in it."""

import csv
import io
from collections.abc import Iterable

from service.kit.tables import harmless
from service.matches.recommendations.schemas import EntryView

COLUMNS = (
    "rank",
    "tie_group",
    "expert_id",
    "display_name",
    "country",
    "sub_network",
    "synthetic",
    "band",
    "tier",
    "score",
    "shown",
    "required",
    "confidence",
    "firmness",
    "reason_vi",
    "reason_en",
)


def as_csv(entries: Iterable[EntryView]) -> str:
    """Return ``entries`` as CSV with a header line, one person a line, beginning with a mark that says UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([harmless(cell) for cell in _row(entry)])
    return f"\ufeff{buffer.getvalue()}"


def _row(entry: EntryView) -> tuple[object, ...]:
    person, reason = entry.expert, entry.reason
    who = (entry.rank, entry.tie_group, person.id, person.display_name, person.country, person.sub_network, person.synthetic)
    return (*who, entry.band.code, entry.tier, entry.score, entry.x, entry.y, entry.confidence.code, entry.firmness, reason.vi, reason.en)
