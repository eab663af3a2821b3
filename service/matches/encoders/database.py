"""Vectors kept in the database, for every process that works on it."""

from collections.abc import Iterable, Mapping

import numpy as np
import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import col

from models.database import insert_if_absent, reading, unpooled, writing
from models.jobs import TextVector

_CHUNK = 1000
log = structlog.get_logger()


class DatabaseStore:
    """Keeps the rows of one model, each batch in a short transaction of its own."""

    def __init__(self, engine: Engine, model: str) -> None:
        self.model = model
        self._engine = unpooled(engine)
        # The lock is often held by the very transaction whose work needs the rows: waiting for it would only let both time out.
        self._impatient = self._engine.execution_options(impatient=True)

    def get(self, digests: Iterable[str]) -> Mapping[str, np.ndarray]:
        """Return the rows that are kept, by digest."""
        names, found = list(digests), dict[str, np.ndarray]()
        of_model = sa.select(col(TextVector.digest), col(TextVector.vector)).where(col(TextVector.model) == self.model)
        with reading(self._engine) as session:
            for start in range(0, len(names), _CHUNK):
                rows = session.execute(of_model.where(col(TextVector.digest).in_(names[start : start + _CHUNK])))
                found |= {row.digest: np.frombuffer(row.vector, dtype=np.int8) for row in rows}
        return found

    def put(self, rows: Mapping[str, np.ndarray]) -> None:
        """Keep rows; what a busy or read-only database does not take is encoded again by whoever needs it next."""
        if not rows:
            return
        values = [{"digest": name, "model": self.model, "vector": row.tobytes()} for name, row in sorted(rows.items())]
        try:
            with writing(self._impatient) as session:
                insert_if_absent(session, TextVector, values)
        except OperationalError:
            log.debug("vectors not kept", rows=len(rows), why="the database is busy or read-only")
        except SQLAlchemyError as error:
            log.warning("vectors not kept", rows=len(rows), error=type(error).__name__)
