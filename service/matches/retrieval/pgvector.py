"""The engine in PostgreSQL with pgvector: portraits as sparse vectors in a schema of their own, beside the rows that they were made of.

A table for each version of readings, since a portrait is as long as the catalogue is; ``retrieval.version`` says which is in use. A person
who is erased takes the portrait along by the foreign key. Consent and the person's word against processing are asked of the rows
themselves, in the same query.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.engine import Engine as Database
from sqlmodel import Session

from matching.retrieval.portraits import FAMILIES, Portraits
from matching.retrieval.questions import Question
from models.vocabulary import ConsentPurpose
from service.matches.retrieval.engine import ChosenCandidates, Index

_LOCK = 231_2026
_MAKE = (
    "CREATE EXTENSION IF NOT EXISTS vector",
    "CREATE SCHEMA IF NOT EXISTS retrieval",
    "CREATE TABLE IF NOT EXISTS retrieval.version (name text PRIMARY KEY, expert_changes bigint NOT NULL, current boolean NOT NULL)",
)
_IN_USE = "SELECT name, expert_changes FROM retrieval.version WHERE current"
_BEGIN = "INSERT INTO retrieval.version VALUES (:name, 0, false) ON CONFLICT DO NOTHING"
_FORGET_OLDER = "DELETE FROM retrieval.version WHERE name <> :name AND NOT current RETURNING name"
_PUT_IN_USE = """
UPDATE retrieval.version SET current = (name = :name), expert_changes = CASE WHEN name = :name THEN :changes ELSE expert_changes END
"""
_TABLE = """
CREATE TABLE IF NOT EXISTS {table} (
  expert_id varchar PRIMARY KEY REFERENCES expert (id) ON DELETE CASCADE, change_number bigint NOT NULL,
  portrait sparsevec({columns}) NOT NULL, whole real[] NOT NULL, declined text[] NOT NULL)
"""
_GRAPH = "CREATE INDEX IF NOT EXISTS graph_{version} ON {table} USING hnsw (portrait sparsevec_ip_ops)"
_KNOWN = "SELECT expert_id, change_number FROM {table}"
_FORGET = "DELETE FROM {table} WHERE expert_id = ANY (:ids)"
_DROP = "DROP TABLE IF EXISTS {table}"
# Whoever was erased meanwhile is in no row of ``expert``.
_LEARN = """
INSERT INTO {table} (expert_id, change_number, portrait, whole, declined)
SELECT id, :change_number, CAST(:portrait AS sparsevec), CAST(:whole AS real[]), CAST(:declined AS text[]) FROM expert WHERE id = :id
ON CONFLICT (expert_id) DO UPDATE SET
  change_number = excluded.change_number, portrait = excluded.portrait, whole = excluded.whole, declined = excluded.declined
"""
_MAY_BE_MATCHED = """
expert.objected_at IS NULL AND expert.restricted_at IS NULL AND expert.merged_into IS NULL
AND EXISTS (SELECT 1 FROM consent WHERE consent.expert_id = expert.id AND purpose = :purpose AND withdrawn_at IS NULL)
"""
_OF_ROLE = """
(CAST(:role AS text) IS NULL OR (NOT CAST(:role AS text) = ANY (declined) AND whole[CAST(:family AS int)] >= :whole_role))
"""
_EXACT = """
SELECT expert_id FROM {table} JOIN expert ON expert.id = expert_id
WHERE portrait <#> CAST(:vector AS sparsevec) <= -CAST(:least AS float8) AND {of_role} AND {may_be_matched}
"""
# Joins would keep the database from going through the graph, and of hardly anybody else a portrait is kept: they come after it.
_NEAREST = """
WITH nearest AS MATERIALIZED (
  SELECT expert_id, portrait <#> CAST(:vector AS sparsevec) AS away FROM {table}
  WHERE {of_role} ORDER BY portrait <#> CAST(:vector AS sparsevec) LIMIT :most)
SELECT expert_id FROM nearest JOIN expert ON expert.id = expert_id
WHERE away <= -CAST(:least AS float8) AND {may_be_matched}
"""


@dataclass(frozen=True)
class PgVector:
    """``nearest`` None compares everybody; a number looks through a graph (HNSW) for so many, and may miss somebody."""

    database: Database
    nearest: int | None = None

    def in_use(self, session: Session) -> Index | None:
        """Return the index that questions are answered from, or None where there is none."""
        if session.scalar(sa.text("SELECT to_regclass('retrieval.version')")) is None:
            return None
        found = session.execute(sa.text(_IN_USE)).one_or_none()
        return None if found is None else Index(*found)

    def choose(self, session: Session, index: Index, question: Question) -> ChosenCandidates:
        """Return whom ``index`` knows and the question may concern; from the snapshot of ``session``."""
        asked = {
            "vector": _written(np.flatnonzero(question.vector), question.vector[question.vector != 0], len(question.vector)),
            "least": question.least,
            "purpose": ConsentPurpose.MATCHING.value,
            "role": question.role.value if question.role else None,
            "family": 1 + FAMILIES.index(question.role.family) if question.role else 1,
            "whole_role": question.whole_role,
        }
        if self.nearest is None:
            return ChosenCandidates(_ids(session, _EXACT, index, asked), complete=True)
        for setting in ("iterative_scan = strict_order", f"ef_search = {min(1000, self.nearest)}", "max_scan_tuples = 100000"):
            session.execute(sa.text(f"SET LOCAL hnsw.{setting}"))
        return ChosenCandidates(_ids(session, _NEAREST, index, asked | {"most": self.nearest}), complete=False)

    def prepare(self, version: str, columns: int) -> None:
        """Make an empty index for portraits of so many columns, unless there is one from a job that was broken off."""
        with _alone(self.database) as connection:
            for statement in (*_MAKE, _TABLE.format(table=_table(version), columns=columns)):
                connection.exec_driver_sql(statement)
            connection.execute(sa.text(_BEGIN), {"name": version})

    def known(self, version: str) -> Mapping[str, int]:
        """Return whom the index knows, each with the number of the change that it was learnt after."""
        with self.database.connect() as connection:
            return {row[0]: row[1] for row in connection.exec_driver_sql(_KNOWN.format(table=_table(version)))}

    def learn(self, version: str, people: Portraits, changes: Mapping[str, int]) -> None:
        """Put portraits in place of earlier ones of the same people; whoever was erased meanwhile is left out."""
        rows = people.rows.tocsr()
        given = [
            {
                "id": identifier,
                "change_number": changes[identifier],
                "portrait": _written(*_row(rows, place), rows.shape[1]),
                "whole": [float(value) for value in people.whole[place]],
                "declined": [role.value for role in people.declined[place]],
            }
            for place, identifier in enumerate(people.ids)
            if people.open[place]
        ]
        if given:
            with self.database.begin() as connection:
                connection.execute(sa.text(_LEARN.format(table=_table(version))), given)

    def forget(self, version: str, ids: Collection[str]) -> None:
        """Delete the portraits of people."""
        with self.database.begin() as connection:
            connection.execute(sa.text(_FORGET.format(table=_table(version))), {"ids": sorted(ids)})

    def put_in_use(self, index: Index) -> None:
        """Answer from this index from now on, in one transaction; a graph is made before, while others answer.

        The index that was in use before stays until the next time, for questions that are being answered from it.
        """
        if self.nearest is not None:
            self._draw_graph(index.version)
        with _alone(self.database) as connection:
            older = connection.execute(sa.text(_FORGET_OLDER), {"name": index.version}).scalars().all()
            connection.execute(sa.text(_PUT_IN_USE), {"name": index.version, "changes": index.expert_changes})
            for name in older:
                connection.exec_driver_sql(_DROP.format(table=_table(name)))

    def _draw_graph(self, version: str) -> None:
        with _alone(self.database) as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")  # a graph of many people takes minutes
            connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '256MB'")
            connection.exec_driver_sql(_GRAPH.format(version=version, table=_table(version)))


@contextmanager
def _alone(database: Database) -> Iterator[Connection]:
    """Yield a connection in a transaction that no other of this kind runs beside."""
    with database.begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


def _table(version: str) -> str:
    if not re.fullmatch(r"[a-z0-9]{1,40}", version):
        raise ValueError(f"no version of an index: {version}")
    return f"retrieval.portrait_{version}"


def _ids(session: Session, statement: str, index: Index, asked: Mapping[str, Any]) -> frozenset[str]:
    written = statement.format(table=_table(index.version), may_be_matched=_MAY_BE_MATCHED, of_role=_OF_ROLE)
    return frozenset(session.scalars(sa.text(written), asked))


def _row(rows: sp.csr_array, place: int) -> tuple[np.ndarray, np.ndarray]:
    inside = slice(rows.indptr[place], rows.indptr[place + 1])
    return rows.indices[inside], rows.data[inside]


def _written(columns: np.ndarray, values: np.ndarray, size: int) -> str:
    """Return a sparse vector as pgvector reads it, whose columns count from 1."""
    told = ",".join(f"{column + 1}:{float(value)!r}" for column, value in zip(columns.tolist(), values, strict=True))
    return f"{{{told}}}/{size}"
