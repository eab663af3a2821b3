"""Makes the wait for a connection and the statements of the database stages of the request that they are made for."""

import time
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine, ExceptionContext
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from service.kit.stages import spent, stage

_BEGUN = "_vinmatch_begun"


class MeasuredPool(QueuePool):
    """A pool whose wait for a free connection, or for a new one, is the stage ``connection``."""

    def connect(self) -> PoolProxiedConnection:
        """Return a connection that nobody else has."""
        with stage("connection"):
            return super().connect()


def measure_statements(engine: Engine) -> None:
    """Let every statement of ``engine`` count as the stage ``database``, also one that fails."""
    event.listen(engine, "before_cursor_execute", _begin)
    event.listen(engine, "after_cursor_execute", _end)
    event.listen(engine, "handle_error", _fail)


def _begin(_connection: Any, _cursor: Any, _statement: str, _parameters: Any, context: Any, _many: bool) -> None:
    if context is not None:
        setattr(context, _BEGUN, time.perf_counter())


def _end(_connection: Any, _cursor: Any, _statement: str, _parameters: Any, context: Any, _many: bool) -> None:
    if context is not None:
        spent("database", getattr(context, _BEGUN))


def _fail(failed: ExceptionContext) -> None:
    begun = getattr(failed.execution_context, _BEGUN, None)
    if begun is not None:
        spent("database", begun)
