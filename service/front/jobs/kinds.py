"""Which kinds of job there are and the function that does each."""

from collections.abc import Mapping
from functools import partial

from service.identity.accounts import notices
from service.imports.runs import operations, processing
from service.kit.jobs.worker import Work
from service.kit.settings import Settings
from service.matches.network import reading
from service.matches.plans import making
from service.people.documents import expiring
from service.people.duplicates import finding
from service.privacy.notices import keeping
from service.selection.messages import sending

DAILY = (expiring.KIND, keeping.KIND)
"""What is done every day without being asked for."""


def kinds_for(settings: Settings) -> Mapping[str, Work]:
    """Return the function of every kind of job, as the settings want it done."""
    return {
        expiring.KIND: expiring.forget_expired,
        keeping.KIND: partial(keeping.keep_terms, settings=settings),
        finding.KIND: finding.find_duplicates,
        making.KIND: making.PlanJob(settings),
        reading.KIND: partial(reading.read_people, encoder_setting=settings.encoder),
        notices.KIND: partial(notices.send, settings=settings),
        operations.KIND: processing.work_on,
        sending.KIND: partial(sending.send, settings=settings),
    }
