"""Loads a database so that recommendations can be made: catalogue, synthetic network, text space, each with a progress bar."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from rich.progress import Progress, TaskID
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.database import reading, writing
from models.experts import Expert
from models.jobs import Job
from models.vocabulary import JobStatus
from seed.catalogue.loader import load_catalogue
from seed.network.loading import load_network
from seed.network_vectors.vectors import load_vectors, read_vectors
from service.front.jobs.kinds import kinds_for
from service.kit.jobs.queue import enqueue
from service.kit.jobs.worker import JobContext, Work, make_worker
from service.kit.problems import Conflict, Unavailable
from service.kit.settings import Settings
from service.matches.encoders.choice import model_of
from service.matches.network import fitting
from service.matches.network.space_store import current_encoder

OVER = (JobStatus.DONE, JobStatus.FAILED)


@dataclass(frozen=True)
class Loader:
    """Loads one database and shows on ``bars`` how far it is."""

    engine: Engine
    settings: Settings
    bars: Progress

    def catalogue(self) -> int:
        """Load the catalogue and return how many rows changed."""
        bar = self.bars.add_task("Catalogue / Danh mục", total=1)
        with writing(self.engine) as session:
            changed = load_catalogue(session)
        self.bars.update(bar, completed=1)
        return changed

    def network(self, seed: int, size: int) -> int:
        """Load a synthetic network into a database without people and return how many were loaded: none where they are already.

        Raises ``Conflict`` where real people are: invented ones must never stand among them.
        """
        bar = self.bars.add_task("Experts / Chuyên gia", total=size)
        with writing(self.engine) as session:
            if _holds_people(session):
                self.bars.update(bar, completed=size)
                return 0
            load_network(session, seed, size, lambda done, total: self.bars.update(bar, completed=done, total=total))
        return size

    def text_space(self) -> str:
        """Fit the text space through the job queue, in this process, and return its version; what is shipped is not encoded again."""
        self._shipped_vectors()
        bar = self.bars.add_task("Text space / Không gian văn bản", total=100)
        with writing(self.engine) as session:
            job_id = enqueue(session, fitting.KIND, {}).id
        kinds = kinds_for(self.settings)
        worker = make_worker(self.engine, self.settings, {**kinds, fitting.KIND: _shown(kinds[fitting.KIND], self.bars, bar)})
        while (job := self._job(job_id)).status not in OVER:
            if not worker.run_once():
                time.sleep(self.settings.worker_poll_seconds)  # another process has taken the job
        if job.status is JobStatus.FAILED:
            raise Unavailable(en=f"The text space was not fitted: {job.message}", vi=f"Không dựng được không gian văn bản: {job.message}")
        self.bars.update(bar, completed=100)
        return str(job.result["version"])

    def holds_people(self) -> bool:
        """Return whether anybody is loaded, real or synthetic."""
        with reading(self.engine) as session:
            return session.scalar(sa.select(sa.exists().select_from(Expert))) or False

    def is_fitted(self) -> bool:
        """Return whether a text space of the chosen encoder is in use."""
        with reading(self.engine) as session:
            return current_encoder(session) == model_of(self.settings.encoder)

    def _shipped_vectors(self) -> None:
        shipped = read_vectors()
        if shipped.model == model_of(self.settings.encoder):
            with writing(self.engine) as session:
                load_vectors(session, shipped)

    def _job(self, job_id: str) -> Job:
        with reading(self.engine) as session:
            return session.get_one(Job, job_id)


def holds_invented_people_only(engine: Engine) -> bool:
    """Return whether there are people in the database, of this or an older version, and none is real."""
    with reading(engine) as session:
        return set(session.scalars(sa.select(col(Expert.synthetic)).distinct())) == {True}


def _holds_people(session: Session) -> bool:
    kinds = set(session.scalars(sa.select(col(Expert.synthetic)).distinct()))
    if False in kinds:
        raise Conflict(
            en="This database holds real people: synthetic ones are not loaded into it. Name another database with --database.",
            vi="Cơ sở dữ liệu này chứa người thật nên không nạp dữ liệu tổng hợp. Hãy chọn cơ sở dữ liệu khác bằng --database.",
        )
    return bool(kinds)


def _shown(work: Work, bars: Progress, bar: TaskID) -> Work:
    """Return ``work`` so that its progress is also seen on ``bar``."""

    def run(context: JobContext) -> Mapping[str, Any]:
        def report(progress: float, message: str) -> None:
            bars.update(bar, completed=100 * progress, description=message)
            context.report(progress, message)

        return work(replace(context, report=report))

    return run
