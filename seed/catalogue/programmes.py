"""Reads the national programmes: targets, tasks, bodies, funding, products, priority sectors and product criteria."""

from collections.abc import Collection

from sqlmodel import SQLModel

from models.catalogue import (
    PrioritySector,
    ProductCriterion,
    Programme,
    ProgrammeBody,
    ProgrammeProduct,
    ProgrammeTarget,
    ProgrammeTask,
    TaskProduct,
)
from models.vocabulary import Sensitivity
from seed.catalogue.product_lists import ProductLists
from seed.catalogue.records import Reader, Record, refuse_repeats

PROGRAMME_COLUMNS = "code instrument* title* issuer* adopted horizon* list note* source sureness"


def read_programmes(reader: Reader, lists: ProductLists) -> list[SQLModel]:
    """Return the rows of the programmes and of everything that hangs on them."""
    programmes = reader.records("official/programmes.csv", PROGRAMME_COLUMNS)
    refuse_repeats(programmes, "code")
    codes = {record.values["code"] for record in programmes}
    return [
        *(_programme(record, {row.code for row in lists.lists}) for record in programmes),
        *_targets(reader, codes),
        *_tasks(reader, codes),
        *_public_tasks(reader, lists.current),
        *_bodies(reader, codes),
        *_products(reader, codes, lists.current),
        *_sectors(reader, codes, {group.id for group in lists.groups}),
        *_criteria(reader),
    ]


def _programme(record: Record, lists: Collection[str]) -> Programme:
    return Programme(
        code=record.text("code"),
        adopted=record.text("adopted"),
        list_code=record.reference_or_none("list", lists),
        **record.both("instrument", "title", "issuer", "horizon"),
        **record.both_or_none("note"),
        **record.provenance(),
    )


def _targets(reader: Reader, programmes: Collection[str]) -> list[ProgrammeTarget]:
    columns = "programme code target* metric operator value unit due scope source sureness"
    records = reader.records("official/programme_targets.csv", columns)
    refuse_repeats(records, "programme", "code")
    return [
        ProgrammeTarget(
            programme_code=record.reference("programme", programmes),
            code=record.text("code"),
            metric=record.text("metric"),
            operator=record.text("operator"),
            value=record.number_or_none("value"),
            unit=record.optional("unit"),
            due=record.optional("due"),
            scope=record.optional("scope"),
            **record.both("target"),
            **record.provenance(),
        )
        for record in records
    ]


def _tasks(reader: Reader, programmes: Collection[str]) -> list[ProgrammeTask]:
    records = reader.records("official/programme_tasks.csv", "programme code task* source sureness")
    refuse_repeats(records, "programme", "code")
    return [
        ProgrammeTask(
            code=f"{record.text('programme')}-{record.text('code')}",
            programme_code=record.reference("programme", programmes),
            **record.both("task"),
            **record.provenance(),
        )
        for record in records
    ]


def _public_tasks(reader: Reader, products: Collection[str]) -> list[SQLModel]:
    """Return the tasks named in public for products; a restricted one is checked like the others and then left out."""
    records = reader.records("official/tasks_june_2026.csv", "code owner* task* products sensitivity source sureness")
    refuse_repeats(records, "code")
    rows: list[SQLModel] = []
    for record in records:
        task = ProgrammeTask(code=record.text("code"), **record.both("owner", "task"), **record.provenance())
        links = [
            TaskProduct(task_code=task.code, product_id=record.known("products", product, products)) for product in record.parts("products")
        ]
        if record.choice("sensitivity", Sensitivity) is Sensitivity.OPEN:
            rows += [task, *links]
    return rows


def _bodies(reader: Reader, programmes: Collection[str]) -> list[ProgrammeBody]:
    records = reader.records("official/programme_bodies_funding.csv", "programme kind name* role* source sureness")
    refuse_repeats(records, "programme", "kind", "name_en")
    for record in records:
        if record.values["kind"] not in ("body", "funding"):
            record.fault("kind", f'"{record.values["kind"]}" must be body or funding')
    return [
        ProgrammeBody(
            id=None,
            programme_code=record.reference("programme", programmes),
            kind=record.values["kind"],
            **record.both("name"),
            **record.both_or_none("role"),
            **record.provenance(),
        )
        for record in records
    ]


def _products(reader: Reader, programmes: Collection[str], products: Collection[str]) -> list[ProgrammeProduct]:
    records = reader.records("official/programme_products.csv", "programme product why* source sureness")
    refuse_repeats(records, "programme", "product")
    return [
        ProgrammeProduct(
            programme_code=record.reference("programme", programmes),
            product_id=record.reference("product", products),
            **record.both("why"),
            **record.provenance(),
        )
        for record in records
    ]


def _sectors(reader: Reader, programmes: Collection[str], groups: Collection[str]) -> list[PrioritySector]:
    records = reader.records("official/priority_sectors.csv", "programme sector* group source sureness")
    refuse_repeats(records, "programme", "sector_en")
    return [
        PrioritySector(
            programme_code=record.reference("programme", programmes),
            group_id=record.reference_or_none("group", groups),
            **record.both("sector"),
            **record.provenance(),
        )
        for record in records
    ]


def _criteria(reader: Reader) -> list[ProductCriterion]:
    records = reader.records("official/product_criteria.csv", "code applies_to* criterion* source sureness")
    refuse_repeats(records, "code")
    return [
        ProductCriterion(code=record.text("code"), **record.both("applies_to", "criterion"), **record.provenance()) for record in records
    ]
