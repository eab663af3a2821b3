"""How the service itself is, for whoever runs it: what it lacks, and how much it holds."""

import sqlalchemy as sa
from sqlmodel import col

from models.experts import Expert
from models.jobs import Job
from models.vocabulary import JobStatus
from service.front.health.api import missing, notices
from service.identity.access.policies import Operation
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.languages import Bilingual
from service.kit.services import services_of

SERVICE = Bilingual(en="The service", vi="Tình trạng hệ thống")
WELL = Bilingual(en="✓ Ready: recommendations can be made.", vi="✓ Sẵn sàng: có thể đề xuất nhân sự.")
PEOPLE, JOBS = Bilingual(en="people", vi="chuyên gia"), Bilingual(en="jobs waiting", vi="tác vụ đang chờ")


def state_of_service(query: PendingTasksQuery) -> Waiting | None:
    """Return what the service lacks, and what makes it weaker than it could be."""
    if not query.may(Operation.MANAGE_ACCOUNTS):
        return None
    services = services_of(query.request)
    lacking = missing(services.engine, services.settings.encoder)
    said = lacking or notices(services.engine)
    lines = [PendingTask(Bilingual(en=one.en, vi=one.vi), late=bool(lacking)) for one in said]
    waiting = sa.select(sa.func.count()).select_from(Job).where(col(Job.status) == JobStatus.QUEUED)
    figures = [
        (PEOPLE, query.session.scalar(sa.select(sa.func.count()).select_from(Expert)) or 0),
        (JOBS, query.session.scalar(waiting) or 0),
    ]
    return Waiting(40, SERVICE, lines, WELL, None, figures=figures)
