"""Reads the product lists with their groups, products and crosswalk."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.catalogue import Crosswalk, Product, ProductList, TechnologyGroup
from models.vocabulary import Sensitivity
from seed.catalogue.records import Reader, Record, refuse_repeats

LIST_COLUMNS = "code instrument* title* adopted valid_from valid_until in_force is_default names_priorities source sureness"
GROUP_COLUMNS = "id list name* scope* source sureness"
PRODUCT_COLUMNS = "id list group group_basis band name* vi_sureness en_sureness successor successor_sureness sensitivity source"
NO_SUCCESSOR = "-"
LISTS = "official/product_lists.csv"


@dataclass(frozen=True, slots=True)
class ProductLists:
    """What the files say of the lists; ``default`` is the code of the list in force that is used when none is named."""

    lists: list[ProductList]
    groups: list[TechnologyGroup]
    products: list[Product]
    crosswalk: list[Crosswalk]
    default: str

    @property
    def current(self) -> list[str]:
        """Return the ids of the products on the default list."""
        return [product.id for product in self.products if product.list_code == self.default]


def read_product_lists(reader: Reader) -> ProductLists:
    """Read ``official/product_lists.csv``, ``groups_*.csv`` and ``products_*.csv``, and the briefs of the products."""
    lists = reader.records(LISTS, LIST_COLUMNS)
    refuse_repeats(lists, "code")
    default = _default(reader, lists)
    codes = {record.values["code"] for record in lists}
    groups = _all(reader, "official/groups_*.csv", GROUP_COLUMNS)
    products = _all(reader, "official/products_*.csv", PRODUCT_COLUMNS)
    current = {record.values["id"] for record in products if record.values["list"] == default}
    priorities = _priorities(lists, products)
    return ProductLists(
        [_list(record) for record in lists],
        [_group(record, codes) for record in groups],
        [_product(record, codes, {group.values["id"] for group in groups}, priorities) for record in products],
        [_crosswalk(record, current) for record in products if record.values["list"] != default],
        default,
    )


def _all(reader: Reader, pattern: str, columns: str) -> list[Record]:
    records = [record for name in reader.names(pattern) for record in reader.records(name, columns)]
    refuse_repeats(records, "id")
    return records


def _default(reader: Reader, lists: Iterable[Record]) -> str:
    chosen = [record for record in lists if record.flag("is_default")]
    if not chosen:
        reader.fault(LISTS, 1, "is_default", "no list is the default; say yes for the one in force")
    for record in chosen[1:]:
        record.fault("is_default", f"{chosen[0].values['code']} is the default already; say no here")
    return chosen[0].values["code"] if chosen else ""


def _priorities(lists: Iterable[Record], products: Iterable[Record]) -> set[str]:
    """Return the products of the lists that name priorities, and what these are called on the list in force."""
    naming = {record.values["code"] for record in lists if record.flag("names_priorities")}
    return {record.values[column] for record in products if record.values["list"] in naming for column in ("id", "successor")}


def _list(record: Record) -> ProductList:
    row = ProductList(
        code=record.text("code"),
        adopted=record.day("adopted"),
        valid_from=record.day("valid_from"),
        valid_until=record.day_or_none("valid_until"),
        in_force=record.flag("in_force"),
        is_default=record.flag("is_default"),
        **record.both("instrument", "title"),
        **record.provenance(),
    )
    if row.valid_until and row.valid_until < row.valid_from:
        record.fault("valid_until", "is before valid_from; mend one of them")
    return row


def _group(record: Record, lists: set[str]) -> TechnologyGroup:
    return TechnologyGroup(
        id=record.text("id"),
        list_code=record.reference("list", lists),
        **record.both("name"),
        **record.both_or_none("scope"),
        **record.provenance(),
    )


def _product(record: Record, lists: set[str], groups: set[str], priorities: set[str]) -> Product:
    identifier = record.text("id")
    if record.values["band"] not in ("", "1", "2"):
        record.fault("band", f'"{record.values["band"]}" must be 1, 2 or empty')
    briefs = {f"brief_{language}": _brief(record.reader, f"briefs/{identifier}.{language}.md") for language in ("en", "vi")}
    return Product(
        id=identifier,
        list_code=record.reference("list", lists),
        group_id=record.reference_or_none("group", groups),
        group_basis_en=record.optional("group_basis"),
        group_basis_vi=record.translated("group_basis"),
        band={"1": 1, "2": 2}.get(record.values["band"]),
        priority=identifier in priorities,
        sensitivity=record.choice("sensitivity", Sensitivity),
        source_en=record.text("source"),
        source_vi=record.translated("source"),
        **record.both("name"),
        **briefs,
        **_sureness_of_names(record),
    )


def _brief(reader: Reader, name: str) -> str:
    """Return the brief, or an empty one: a product may be listed before somebody has written it."""
    text = reader.text(name) if (reader.folder / name).exists() else None
    return " ".join(text.split()) if text else ""


def _sureness_of_names(record: Record) -> dict[str, str]:
    """Return how sure the two names are, both said when they differ."""
    of_vi, of_en = record.text("vi_sureness"), record.text("en_sureness")
    in_vietnamese = {column: record.translated(column) for column in ("vi_sureness", "en_sureness")}
    if of_vi == of_en:
        return {"sureness_en": of_vi, "sureness_vi": in_vietnamese["vi_sureness"]}
    return {
        "sureness_en": f"Vietnamese name: {of_vi}; English name: {of_en}",
        "sureness_vi": f"tên tiếng Việt: {in_vietnamese['vi_sureness']}; tên tiếng Anh: {in_vietnamese['en_sureness']}",
    }


def _crosswalk(record: Record, current: set[str]) -> Crosswalk:
    gone = record.values["successor"] == NO_SUCCESSOR
    return Crosswalk(
        old_product_id=record.values["id"],
        product_id=None if gone else record.reference("successor", current),
        source_en=record.text("source"),
        source_vi=record.translated("source"),
        sureness_en=record.text("successor_sureness"),
        sureness_vi=record.translated("successor_sureness"),
    )
