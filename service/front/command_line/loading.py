"""Loads a database so that recommendations can be made: catalogue, synthetic network, readings, each with a progress bar."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from rich.progress import Progress, TaskID
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.database import reading, writing
from models.experts import Expert, NetworkState
from models.jobs import Job
from models.vocabulary import JobStatus
from seed.catalogue.loader import load_catalogue
from seed.network.loading import load_network
from seed.network_readings.readings import load_readings, read_readings
from seed.network_vectors.vectors import load_vectors, read_vectors
from seed.written.joining import load_written
from service.front.jobs.kinds import kinds_for
from service.kit.jobs.queue import enqueue
from service.kit.jobs.worker import JobContext, Work, make_worker
from service.kit.problems import Conflict, Unavailable
from service.kit.settings import Settings
from service.matches.encoders.choice import model_of
from service.matches.network import reading as reading_people
from service.matches.network.versions import current_encoder

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

    def network(self, seed: int, size: int, *, with_written: bool = True) -> int:
        """Load a synthetic network, and the written people after it, into a database without people.

        Returns how many were loaded: none where they are already.

        Raises ``Conflict`` where real people are: invented ones must never stand among them.
        """
        bar = self.bars.add_task("Experts / Chuyên gia", total=size)
        with writing(self.engine) as session:
            if _holds_people(session):
                self.bars.update(bar, completed=size)
                return 0
            load_network(session, seed, size, lambda done, _: self.bars.update(bar, completed=done))
            joined = load_written(session, size, lambda done: self.bars.update(bar, completed=size + done)) if with_written else 0
            self.bars.update(bar, total=size + joined)
        return size + joined

    def read_everybody(self) -> str:
        """Read everybody through the job queue, in this process, and return its version; what is shipped is not encoded again."""
        self._shipped()
        bar = self.bars.add_task("Reading / Đọc hồ sơ", total=100)
        with writing(self.engine) as session:
            job_id = enqueue(session, reading_people.KIND, {}).id
        kinds = kinds_for(self.settings)
        worker = make_worker(self.engine, self.settings, {**kinds, reading_people.KIND: _shown(kinds[reading_people.KIND], self.bars, bar)})
        while (job := self._job(job_id)).status not in OVER:
            if not worker.run_once():
                time.sleep(self.settings.worker_poll_seconds)  # another process has taken the job
        if job.status is JobStatus.FAILED:
            raise Unavailable("people_not_read", en=f"People were not read: {job.message}", vi=f"Không đọc được hồ sơ: {job.message}")
        self.bars.update(bar, completed=100)
        return str(job.result["version"])

    def holds_people(self) -> bool:
        """Return whether anybody is loaded, real or synthetic."""
        with reading(self.engine) as session:
            return session.scalar(sa.select(sa.exists().select_from(Expert))) or False

    def is_fitted(self) -> bool:
        """Return whether people are read with the chosen encoder."""
        with reading(self.engine) as session:
            return current_encoder(session) == model_of(self.settings.encoder)

    def _shipped(self) -> None:
        """Load what ships for the chosen encoder: vectors of the catalogue, and readings of the people of the default network."""
        vectors = read_vectors()
        if vectors.model == model_of(self.settings.encoder):
            with writing(self.engine) as session:
                load_vectors(session, vectors)
                load_readings(session, read_readings())

    def _job(self, job_id: str) -> Job:
        with reading(self.engine) as session:
            return session.get_one(Job, job_id)


def holds_invented_people_only(engine: Engine) -> bool:
    """Return whether there are people in the database, of this or an older version, and none is real."""
    with reading(engine) as session:
        return set(session.scalars(sa.select(col(Expert.synthetic)).distinct())) == {True}


def _holds_people(session: Session) -> bool:
    kinds = set(session.scalars(sa.select(col(Expert.synthetic)).distinct()))
    if False in kinds and not session.scalar(sa.select(col(NetworkState.synthetic))):
        raise Conflict(
            "holds_real_people",
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
