"""Reads what each product's roles need from the thesaurus, and which of it are alternatives."""

from collections import Counter
from collections.abc import Collection, Iterable

from models.capabilities import NeedGroup, ProductCapability
from models.vocabulary import NeedLevel, RoleCode
from seed.catalogue.records import Reader, Record, refuse_repeats

NEED_COLUMNS = "product_id role capability level group"
GROUP_COLUMNS = "product_id role group label*"
GROUP_FILE = "need_groups.csv"
MOST_ALTERNATIVES = 6


def read_needs(reader: Reader, products: Collection[str], capabilities: Collection[str]) -> list[ProductCapability | NeedGroup]:
    """Return what each role for a product needs, and what the groups of alternatives are called.

    Only what is required has a group; a group has at least two members and a name.
    """
    records = [record for name in reader.names("needs/*.csv") for record in reader.records(name, NEED_COLUMNS)]
    names = reader.records(GROUP_FILE, GROUP_COLUMNS)
    refuse_repeats(records, "product_id", "role", "capability")
    refuse_repeats(names, "product_id", "role", "group")
    _check_groups(records, names)
    needs = [
        ProductCapability(
            product_id=record.reference("product_id", products),
            role=record.choice("role", RoleCode),
            capability_id=record.reference("capability", capabilities),
            level=record.choice("level", NeedLevel),
            group=record.optional("group"),
        )
        for record in records
    ]
    return [*needs, *(_group(record, products) for record in names)]


def _group(record: Record, products: Collection[str]) -> NeedGroup:
    return NeedGroup(
        product_id=record.reference("product_id", products),
        role=record.choice("role", RoleCode),
        group=record.text("group"),
        **record.both("label"),
    )


def _check_groups(needs: Iterable[Record], names: Iterable[Record]) -> None:
    """Note a fault for a group of what is not required, of one or too many members, without a name, and for a name without a group."""
    grouped = [record for record in needs if record.values["group"]]
    members = Counter(_key(record) for record in grouped)
    named = {_key(record) for record in names}
    for record in grouped:
        size = members[_key(record)]
        if record.values["level"] in (NeedLevel.NICE, NeedLevel.EXCLUDED):
            record.fault("group", f"a capability that is {record.values['level']} has no group; leave it empty")
        elif not 1 < size <= MOST_ALTERNATIVES:
            record.fault("group", f'"{record.values["group"]}" has {size} capabilities; 2 to {MOST_ALTERNATIVES} may be alternatives')
        elif _key(record) not in named:
            record.fault("group", f'"{record.values["group"]}" has no name; add it to {GROUP_FILE}')
    for record in names:
        if _key(record) not in members:
            record.fault("group", f'"{record.values["group"]}" is in no need of the product and role; use it or delete it')


def _key(record: Record) -> tuple[str, str, str]:
    return record.values["product_id"], record.values["role"], record.values["group"]
