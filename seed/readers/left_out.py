"""Validation that leaves a group of products out: readers that have seen nobody of the group's products read its people and briefs."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from matching.evaluation.written.cases import Case
from matching.evaluation.written.figures import Measured
from matching.evaluation.written.people import CREDIBLE, Benchmark, WrittenPerson
from models.catalogue import Product
from seed.catalogue.loader import read_catalogue
from seed.readers.command import Trained, bound_to
from seed.readers.people import Material
from seed.readers.training import train
from seed.written.measuring import measure_written
from seed.written.statements import LabelledStatement

NO_CELL = frozenset({"outsiders_fit", "brief_outside"})
"""Figures that belong to no product."""


def product_groups() -> dict[str, frozenset[str]]:
    """Return the products of each technology group of the shipped catalogue that have a brief, by the id of the group."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_catalogue():
        if isinstance(row, Product) and row.group_id and (row.brief_vi or row.brief_en):
            found[row.group_id].add(row.id)
    return {group: frozenset(products) for group, products in sorted(found.items())}


def without(material: Material, products: Collection[str]) -> Material:
    """Return ``material`` without anybody who was graded for or wrote of ``products``, and without briefs that ask for them."""
    benchmark = material.benchmark
    known = {person for (product, _), grades in benchmark.grades.items() if product in products for person in grades}
    people = tuple(one for one in material.people if one.written.profile.id not in known and not _wrote_of(one.written, products))
    briefs = tuple(brief for brief in benchmark.briefs if brief.product not in products)
    return replace(material, people=people, benchmark=replace(benchmark, briefs=briefs))


def about(benchmark: Benchmark, products: Collection[str]) -> Benchmark:
    """Return ``benchmark`` with the grades and briefs of ``products`` alone; everybody stays."""
    judged = tuple(row for row in benchmark.judgements if row.product in products)
    return replace(benchmark, judgements=judged, briefs=tuple(brief for brief in benchmark.briefs if brief.product in products))


def measured_by_group(trained: Trained, labelled: Sequence[LabelledStatement], report: Callable[[str], None]) -> Measured:
    """Return the figures of every group of products, each by readers that were trained without it; those of no product are left out."""
    cases: defaultdict[str, list[Case]] = defaultdict(list)
    for group, products in product_groups().items():
        report(f"Training without {group} / Huấn luyện không có {group}")
        readers = replace(train(without(trained.material, products), labelled), text_weights=trained.text.weights)
        reader = bound_to(trained.material, readers)
        _add(cases, measure_written(about(trained.material.benchmark, products), lambda _, reader=reader: reader).cases.items())  # type: ignore[misc]
    return Measured(trained.material.benchmark, {name: tuple(found) for name, found in cases.items()})


def _add(cases: defaultdict[str, list[Case]], found: Iterable[tuple[str, Sequence[Case]]]) -> None:
    for name, of_group in found:
        if name not in NO_CELL:
            cases[name].extend(of_group)


def _wrote_of(person: WrittenPerson, products: Collection[str]) -> bool:
    return any(person.about(product) >= CREDIBLE for product in products)
