"""Work of every day: each kind waits in the queue once a day of Viet Nam, however many workers there are."""

from collections.abc import Sequence

from sqlalchemy.engine import Engine

from models.database import insert_if_absent, writing
from models.jobs import Job
from service.kit.calendar import local_day
from service.kit.settings import Clock


class DailyWork:
    """Puts the jobs of the day into the queue; what was put there by another process is left alone."""

    def __init__(self, engine: Engine, kinds: Sequence[str], clock: Clock) -> None:
        self._engine, self._kinds, self._clock = engine, kinds, clock
        self._done = ""

    def enqueue(self) -> None:
        """Add the jobs of today, once a process and day: their ids name the day, so that the database keeps one of each."""
        now = self._clock()
        today = local_day(now).isoformat()
        if not self._kinds or today == self._done:
            return
        with writing(self._engine) as session:
            insert_if_absent(session, Job, [Job(id=f"{kind}-{today}", kind=kind, created_at=now).model_dump() for kind in self._kinds])
        self._done = today
