"""Reads the capability thesaurus."""

from collections.abc import Collection, Iterable

from models.capabilities import Capability
from seed.catalogue.records import Reader, Record, refuse_repeats

CAPABILITY_COLUMNS = "id label* aliases* parent"


def read_capabilities(reader: Reader) -> list[Capability]:
    """Return the capabilities, parents before their children."""
    records = [record for name in reader.names("capabilities/*.csv") for record in reader.records(name, CAPABILITY_COLUMNS)]
    for column in ("id", "label_vi", "label_en"):
        refuse_repeats(records, column)
    _refuse_cycles(records)
    ids = {record.values["id"] for record in records}
    return _parents_first([_capability(record, ids) for record in records])


def _capability(record: Record, ids: Collection[str]) -> Capability:
    return Capability(
        id=record.text("id"),
        aliases_en=record.parts("aliases_en"),
        aliases_vi=record.parts("aliases_vi"),
        parent_id=record.reference_or_none("parent", ids),
        **record.both("label"),
    )


def _refuse_cycles(records: Iterable[Record]) -> None:
    parents = {record.values["id"]: record.values["parent"] for record in records}
    for record in records:
        above, seen = record.values["parent"], set[str]()
        while above and above != record.values["id"] and above not in seen:
            seen.add(above)
            above = parents.get(above, "")
        if above == record.values["id"]:
            record.fault("parent", f'"{record.values["parent"]}" is below {above} itself; choose a broader capability')


def _parents_first(capabilities: list[Capability]) -> list[Capability]:
    """Return the capabilities so that each stands after its parent; those of a cycle, which is a fault, are left out."""
    ordered: list[Capability] = []
    placed: set[str | None] = {None}
    while ready := [row for row in capabilities if row.parent_id in placed and row.id not in placed]:
        ordered += ready
        placed |= {row.id for row in ready}
    return ordered
