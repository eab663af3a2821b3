"""Brings tables to the state of the files: changes, adds and deletes rows, and keeps the ids of those that stay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from models.capabilities import Capability, NeedGroup, ProductCapability
from models.catalogue import (
    Crosswalk,
    PrioritySector,
    Product,
    ProductCriterion,
    ProductList,
    Programme,
    ProgrammeBody,
    ProgrammeProduct,
    ProgrammeTarget,
    ProgrammeTask,
    TaskProduct,
    TechnologyGroup,
)
from models.consents import ConsentText
from models.data_requests import DutyClock
from models.pairs import PairRelation, PairTermWeight, PairWeightSet
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.rules import (
    BandCalibration,
    DataProtectionDuty,
    EligibilityRule,
    Role,
    RoleDimensionText,
    RuleSet,
    SelectionStep,
    SignalWeight,
    WeightSet,
)

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the files fill.

    ``key`` names the columns that identify a row where its primary key is only a number; ``released`` the columns that no two rows
    may share; ``owned`` the rows that the files own, where others add rows too; ``deletes`` is False where others may refer to a row.
    """

    model: type[SQLModel]
    key: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    owned: sa.ColumnElement[bool] = field(default_factory=sa.true)
    deletes: bool = True

    def identify(self, row: SQLModel) -> Key:
        """Return what tells ``row`` from every other row of the table."""
        columns = self.key or tuple(column.name for column in sa.inspect(self.model).primary_key)
        return tuple(getattr(row, column) for column in columns)


# In the order of their references: what a row points to stands before it.
TABLES = (
    Table(ProductList, released=("is_default",)),
    Table(TechnologyGroup),
    Table(Product),
    Table(Crosswalk),
    Table(Programme),
    Table(ProgrammeTarget),
    Table(ProgrammeTask),
    Table(TaskProduct),
    Table(ProgrammeBody, key=("programme_code", "kind", "name_en")),
    Table(ProgrammeProduct),
    Table(PrioritySector),
    Table(ProductCriterion),
    Table(Role),
    Table(RoleDimensionText),
    Table(RuleSet),
    Table(WeightSet, released=("current",)),
    Table(SignalWeight),
    Table(BandCalibration),
    Table(PairWeightSet, released=("current",)),
    Table(PairTermWeight),
    Table(PairRelation),
    Table(EligibilityRule),
    Table(SelectionStep),
    Table(DataProtectionDuty),
    Table(DutyClock),
    # People's consents point to the texts that they saw.
    Table(ConsentText, deletes=False),
    Table(Capability, released=("label_en", "label_vi")),
    Table(ProductCapability),
    Table(NeedGroup),
    # Experts' evidence and relations point to organisations, and bidders of products are not in the files.
    Table(Organisation, released=("name",), deletes=False),
    Table(Project),
    Table(ProjectProduct),
    Table(
        InterestedParty,
        key=("project_id", "organisation_id", "interest"),
        owned=sa.column("project_id").is_not(None),
    ),
)


def store(session: Session, rows: Iterable[SQLModel]) -> int:
    """Make the tables hold exactly ``rows``; return how many rows were changed, added or deleted."""
    by_model: dict[type[SQLModel], list[SQLModel]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    leaving: list[tuple[Table, list[SQLModel]]] = []
    changes = 0
    for table in TABLES:
        stored = _stored(session, table)
        wanted = {table.identify(row): row for row in by_model.get(table.model, [])}
        gone = [row for key, row in stored.items() if key not in wanted] if table.deletes else []
        changes += _write(session, table, stored, wanted, gone) + len(gone)
        leaving.append((table, gone))
    for table, gone in reversed(leaving):
        _delete(session, table, gone)
    return changes


def _stored(session: Session, table: Table) -> dict[Key, SQLModel]:
    rows = session.execute(sa.select(table.model).where(table.owned)).scalars()
    return {table.identify(row): row for row in rows}


def _write(session: Session, table: Table, stored: Mapping[Key, SQLModel], wanted: Mapping[Key, SQLModel], gone: list[SQLModel]) -> int:
    """Add and change rows; values that must be unique are first taken from the rows that give them up."""
    differences = {key: _difference(table, stored[key], row) for key, row in wanted.items() if key in stored}
    changed = {key: values for key, values in differences.items() if values}
    for row in [*gone, *(stored[key] for key, values in changed.items() if values.keys() & set(table.released))]:
        for column in table.released:
            setattr(row, column, False if isinstance(getattr(row, column), bool) else f"{column} given up by {table.identify(row)}")
    session.flush()
    for key, values in changed.items():
        for column, value in values.items():
            setattr(stored[key], column, value)
    added = [row for key, row in wanted.items() if key not in stored]
    session.flush()
    session.add_all(added)
    session.flush()
    return len(changed) + len(added)


def _difference(table: Table, stored: SQLModel, wanted: SQLModel) -> dict[str, Any]:
    """Return the columns in which the two rows differ, with the wanted value; a number given by the database is no difference."""
    numbered = {"id"} if table.key else set[str]()
    names = [column.name for column in sa.inspect(table.model).columns if column.name not in numbered]
    released = [name for name in names if getattr(stored, name) != getattr(wanted, name)]
    # A row that gives up one unique value gives up all of them, so all are written again.
    again = table.released if set(released) & set(table.released) else ()
    return {name: getattr(wanted, name) for name in {*released, *again}}


def _delete(session: Session, table: Table, gone: list[SQLModel]) -> None:
    """Delete in one statement, so that rows of a table may point to each other."""
    if gone:
        key = sa.inspect(table.model).primary_key
        values = [tuple(getattr(row, column.name) for column in key) for row in gone]
        session.execute(sa.delete(table.model).where(sa.tuple_(*key).in_(values)))
