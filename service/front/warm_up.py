"""Makes the first page ready in the background when the server starts, so that its first reader need not wait."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from models.database import reading
from service.catalogue.products.queries import default_list
from service.identity.access.viewer import OPERATOR
from service.kit.problems import Problem
from service.matches.recommendations.overview import Overview

log = structlog.get_logger()


class WarmUp:
    """One per application; ``under_way`` says whether it still works."""

    def __init__(self, overview: Overview, *, wanted: bool) -> None:
        self.overview = overview
        self.wanted = wanted
        self.under_way = False

    @contextmanager
    def beside(self, engine: Engine) -> Iterator[None]:
        """Warm up in a thread of its own while the block goes on, unless it is not wanted."""
        if not self.wanted:
            yield
            return
        self.under_way = True
        thread = threading.Thread(target=self._run, args=(engine,), name="warm-up")
        thread.start()
        try:
            yield
        finally:
            thread.join()

    def _run(self, engine: Engine) -> None:
        try:
            self._compute(engine)
        except (Problem, SQLAlchemyError) as error:
            log.warning("not warmed up", error=type(error).__name__)  # /readyz says what is missing
        finally:
            self.under_way = False

    def _compute(self, engine: Engine) -> None:
        with reading(engine) as session:
            self.overview.cells(session, default_list(session) or "", OPERATOR)
            self.overview.recommender.live.keep(session)
        # The network stays as long as the process: to search it for garbage would stop a request for a fifth of a second.
        gc.collect()
        gc.freeze()
