"""The editable tables of the folder, read once: products, countries, names, organisations and phrases."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.vocabulary import Language

FOLDER = Path(__file__).parent
Grouped = dict[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """What the world knows of a product: neighbouring products, sectors (the first is the home sector), thematic network."""

    product: str
    neighbours: tuple[str, ...]
    sectors: tuple[str, ...]
    theme: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its share of the network and the cultures that names there come from."""

    code: str
    names: dict[Language, str]
    weight: int
    sub_network: str
    vietnamese_percent: int
    cultures: tuple[str, ...]
    spoken: str


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _grouped(name: str, first: str, second: str) -> Grouped:
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(name):
        groups[row[first], row[second]].append(row["text"])
    return {key: tuple(texts) for key, texts in groups.items()}


def _field(row: dict[str, str]) -> Field:
    return Field(row["product"], tuple(row["neighbours"].split("|")), tuple(row["sectors"].split("|")), row["theme"])


@cache
def fields() -> dict[str, Field]:
    """Return the 30 products by id, in the order of the table."""
    return {row["product"]: _field(row) for row in _rows("fields.csv")}


@cache
def products() -> tuple[str, ...]:
    """Return the product ids in order."""
    return tuple(fields())


@cache
def split() -> dict[str, str]:
    """Return ``tuning`` or ``test`` for each product; the split is balanced over the technology groups and never changes."""
    return {row["product"]: row["split"] for row in _rows("split.csv")}


@cache
def countries() -> tuple[Country, ...]:
    """Return the 22 countries."""
    return tuple(
        Country(
            code=row["country"],
            names={Language.VI: row["name_vi"], Language.EN: row["name_en"]},
            weight=int(row["weight"]),
            sub_network=row["sub_network"],
            vietnamese_percent=int(row["vietnamese_percent"]),
            cultures=tuple(row["cultures"].split("|")),
            spoken=row["spoken"],
        )
        for row in _rows("countries.csv")
    )


@cache
def names() -> Grouped:
    """Return names by culture and part (family, middle, given); a name that is common stands several times."""
    return _grouped("names.csv", "culture", "part")


@cache
def organisation_parts() -> Grouped:
    """Return the parts of organisation names by language and part."""
    return _grouped("organisations.csv", "language", "part")


@cache
def phrases(product: str) -> Grouped:
    """Return the phrase bank of a product by language and part (title, sentence)."""
    return _grouped(f"phrases/{product}.csv", "language", "part")


@cache
def role_sentences(language: Language, contribution: str) -> tuple[str, ...]:
    """Return the sentences for one kind of contribution, which speak of the work that the title names."""
    return _grouped("phrases/roles.csv", "language", "contribution")[language, contribution]


@cache
def forms(language: Language, form: str) -> tuple[str, ...]:
    """Return the forms in which a title, headline or biography is written."""
    return _grouped("phrases/forms.csv", "language", "form")[language, form]
