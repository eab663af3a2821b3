"""Changing a table of SQLite copies it; its triggers go with the old one and are made anew on the copy."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic.ddl.sqlite import SQLiteImpl

_TRIGGERS_OF = sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")


class SQLiteKeepingTriggers(SQLiteImpl):
    """Alembic's way with SQLite, which takes this class because it names the dialect, and which alone would lose the triggers."""

    __dialect__ = "sqlite"

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._kept: Sequence[str] = ()

    def drop_table(self, table: sa.Table, **options: Any) -> None:
        """Drop ``table`` and remember its triggers."""
        if self.connection is not None:
            self._kept = self.connection.scalars(_TRIGGERS_OF, {"name": table.name}).all()
        super().drop_table(table, **options)

    def rename_table(self, old_table_name: str, new_table_name: Any, schema: Any = None) -> None:
        """Rename a copy to the table that it replaces, and make that one's triggers anew."""
        super().rename_table(old_table_name, new_table_name, schema)
        kept, self._kept = self._kept, ()
        if old_table_name.startswith("_alembic_tmp_"):
            for statement in kept:
                self._exec(sa.text(statement.replace(":", "\\:")))
