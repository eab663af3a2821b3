"""Which kinds of job there are and the function that does each."""

from collections.abc import Mapping
from functools import partial

from service.imports.runs import operations, processing
from service.kit.jobs.worker import Work
from service.kit.settings import Settings
from service.matches.network import reading
from service.matches.plans import making
from service.selection.messages import sending


def kinds_for(settings: Settings) -> Mapping[str, Work]:
    """Return the function of every kind of job, as the settings want it done."""
    return {
        making.KIND: making.PlanJob(settings),
        reading.KIND: partial(reading.read_people, encoder_setting=settings.encoder),
        operations.KIND: processing.work_on,
        sending.KIND: partial(sending.send, settings=settings),
    }
