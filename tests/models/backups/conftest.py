"""A database of the first migration with invented rows in every table, and one without tables to restore into."""

from tests.models.migrations.conftest import (
    empty_engine,
    empty_postgresql_url,
    empty_sqlite_url,
    kept,
    kept_rows,
    other_empty_engine,
    upgraded,
)

__all__ = ["empty_engine", "empty_postgresql_url", "empty_sqlite_url", "kept", "kept_rows", "other_empty_engine", "upgraded"]
