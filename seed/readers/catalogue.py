"""The shipped catalogue as the readers ask it: its thesaurus, and its products as subjects."""

from collections import defaultdict

from matching.readers.subjects import Subject
from matching.space.thesaurus import Concept, Thesaurus
from models.capabilities import Capability, ProductCapability
from models.catalogue import Product
from models.vocabulary import NeedLevel
from seed.catalogue.loader import read_catalogue


def shipped_thesaurus() -> Thesaurus:
    """Return the capabilities of the shipped catalogue."""
    rows = [row for row in read_catalogue() if isinstance(row, Capability)]
    return Thesaurus(Concept(row.id, row.label_vi, row.label_en, (*row.aliases_vi, *row.aliases_en), row.parent_id) for row in rows)


def shipped_subjects() -> tuple[Subject, ...]:
    """Return the products of the shipped catalogue that have a brief, in the order of ids."""
    rows = read_catalogue()
    asked: defaultdict[tuple[str, NeedLevel], set[str]] = defaultdict(set)
    for row in rows:
        if isinstance(row, ProductCapability):
            asked[row.product_id, row.level].add(row.capability_id)
    products = sorted((row for row in rows if isinstance(row, Product) and (row.brief_vi or row.brief_en)), key=lambda row: row.id)
    return tuple(
        Subject(
            product.id,
            (f"{product.name_vi}. {product.brief_vi}", f"{product.name_en}. {product.brief_en}"),
            tuple(sorted(asked[product.id, NeedLevel.MUST])),
            tuple(sorted(asked[product.id, NeedLevel.NICE])),
        )
        for product in products
    )
