"""Which kinds of job there are and the function that does each."""

from collections.abc import Mapping
from functools import partial

from service.jobs.worker import Work
from service.network import fitting
from service.plans import making
from service.settings import Settings
from service.shortlists.outbox import sending


def kinds_for(settings: Settings) -> Mapping[str, Work]:
    """Return the function of every kind of job, as the settings want it done."""
    return {
        making.KIND: making.PlanJob(settings),
        fitting.KIND: partial(fitting.fit_text_space, encoder_setting=settings.encoder),
        sending.KIND: partial(sending.send, settings=settings),
    }
