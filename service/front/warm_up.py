"""Makes the first page ready in the background when the server starts, and keeps the network for the next start from time to time."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
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
KEEP_SECONDS = 600.0
"""How long nothing is kept after something was, at least; what takes long to keep is kept less often."""
_SHARE = 20


class WarmUp:
    """One per application; ``under_way`` says whether it still works."""

    def __init__(self, overview: Overview, *, wanted: bool) -> None:
        self.overview = overview
        self.wanted = wanted
        self.under_way = False
        self._ended = threading.Event()

    @contextmanager
    def beside(self, engine: Engine) -> Iterator[None]:
        """Warm up in a thread of its own while the block goes on, unless it is not wanted."""
        if not self.wanted:
            yield
            return
        self.under_way = True
        self._ended.clear()
        thread = threading.Thread(target=self._run, args=(engine,), name="warm-up")
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()

    def _run(self, engine: Engine) -> None:
        pause = self._try(self._compute, engine, "not warmed up")
        self.under_way = False
        while not self._ended.wait(pause):
            pause = self._try(self._keep, engine, "network not kept")

    def _try(self, work: Callable[[Engine], float], engine: Engine, failed: str) -> float:
        """Do ``work`` and return for how many seconds to rest after it."""
        try:
            return work(engine)
        except (Problem, SQLAlchemyError) as error:
            log.warning(failed, error=type(error).__name__)  # /readyz says what is missing
        return KEEP_SECONDS

    def _compute(self, engine: Engine) -> float:
        with reading(engine) as session:
            self.overview.cells(session, default_list(session) or "", OPERATOR)
        # The network stays as long as the process: to search it for garbage would stop a request for a fifth of a second.
        gc.collect()
        gc.freeze()
        return 0.0

    def _keep(self, engine: Engine) -> float:
        """Keep the network where it changed, and return for how many seconds to rest."""
        begin = time.perf_counter()
        self.overview.recommender.live.keep(engine)
        return max(KEEP_SECONDS, _SHARE * (time.perf_counter() - begin))
