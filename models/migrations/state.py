"""How a database stands to the migrations: by the revision that it names, and by the tables that it really has."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from weakref import WeakKeyDictionary

from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Connection, Engine

from models.database import reading
from models.migrations.layout import VERSION_TABLE, Differences, differences, layout_at, layout_of
from models.migrations.scripts import heads, is_known


class Version(StrEnum):
    """How a database stands to this version of the code."""

    NOTHING = "nothing"
    """No file, or none of the tables."""
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    """It names a migration that this version of the code does not have."""
    DIFFERENT = "different"
    """Its tables are not those of the migration that it names."""


@dataclass(frozen=True)
class State:
    """The version of a database, and how its tables differ from those of the migration that it names."""

    version: Version
    differences: Differences = field(default_factory=Differences)

    @property
    def upgradable(self) -> bool:
        """Return whether migrations may run."""
        return self.version in {Version.NOTHING, Version.OLDER, Version.CURRENT}


# What was found in the database of an engine, and the schema in which it was found.
_FOUND: WeakKeyDictionary[Engine, tuple[Hashable, State]] = WeakKeyDictionary()
_SCHEMA = {
    "sqlite": "PRAGMA schema_version",
    "postgresql": (
        "SELECT (SELECT md5(string_agg(format('%s.%s %s %s %s', c.relname, a.attname, a.atttypid, a.atttypmod, a.attnotnull), ',' "
        "ORDER BY c.relname, a.attnum)) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0) "
        "|| (SELECT md5(coalesce(string_agg(oid::text, ',' ORDER BY oid), '')) FROM pg_constraint)"
    ),
}


def state_of(engine: Engine) -> State:
    """Return how the database of ``engine`` stands; it is compared anew only after its schema or revision has changed."""
    if _is_missing_file(engine):
        return State(Version.NOTHING)
    with reading(engine) as session:
        connection = session.connection()
        schema = (_revisions(connection), connection.exec_driver_sql(_SCHEMA[engine.dialect.name]).scalar())
        kept = _FOUND.get(engine)
        if kept is None or kept[0] != schema:
            kept = _FOUND[engine] = (schema, examine(connection))
    return kept[1]


def examine(connection: Connection) -> State:
    """Compare the database of ``connection`` with the migration that it names."""
    revisions, found = _revisions(connection), layout_of(connection)
    if not revisions:
        lacking = differences(layout_at(*heads()), found)
        named = Differences((VERSION_TABLE, *lacking.tables), lacking.columns, lacking.others)
        return State(Version.DIFFERENT, named) if layout_at(*heads()).keys() & found.keys() else State(Version.NOTHING)
    if not all(is_known(revision) for revision in revisions):
        return State(Version.NEWER)
    lacking = differences(layout_at(max(revisions)), found)
    if lacking:
        return State(Version.DIFFERENT, lacking)
    return State(Version.CURRENT if revisions == heads() else Version.OLDER)


def _revisions(connection: Connection) -> frozenset[str]:
    return frozenset(MigrationContext.configure(connection).get_current_heads())


def _is_missing_file(engine: Engine) -> bool:
    """Return whether opening the database would make an empty file; one in a missing folder is a fault of its own."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file == ":memory:":
        return False
    return not Path(file).exists() and Path(file).parent.is_dir()
