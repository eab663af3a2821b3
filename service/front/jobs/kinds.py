"""Which kinds of job there are and the function that does each."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from service.identity.accounts import notices
from service.imports.runs import operations, processing
from service.kit.jobs.worker import JobContext, Work
from service.kit.settings import Clock, Settings, utc_now
from service.matches.network import reading
from service.matches.plans import making
from service.matches.retrieval import indexing
from service.matches.retrieval.choice import MEMORY, engine_of
from service.people.documents import expiring
from service.people.duplicates import finding
from service.privacy.notices import keeping
from service.privacy.retention import contents
from service.selection.messages import sending

DAILY = (expiring.KIND, keeping.KIND, contents.KIND)
"""What is done every day without being asked for."""
PATIENT = (notices.KIND, sending.KIND)
"""What depends on a server of others: it is tried again after a pause."""


def kinds_for(settings: Settings, clock: Clock = utc_now) -> Mapping[str, Work]:
    """Return the function of every kind of job, as the settings want it done; ``clock`` says which terms are over."""
    return {
        expiring.KIND: expiring.forget_expired,
        keeping.KIND: partial(keeping.keep_terms, settings=settings, clock=clock),
        contents.KIND: partial(contents.end_contents, settings=settings, clock=clock),
        finding.KIND: finding.find_duplicates,
        indexing.KIND: partial(_index_people, settings),
        making.KIND: making.PlanJob(settings),
        reading.KIND: partial(_read_people, settings),
        notices.KIND: partial(notices.send, settings=settings),
        operations.KIND: processing.work_on,
        sending.KIND: partial(sending.send, settings=settings, clock=clock),
    }


def _read_people(settings: Settings, context: JobContext) -> Mapping[str, Any]:
    """Read people, and let the engine learn of them where there is one that has to."""
    done = reading.read_people(context, settings.encoder)
    if settings.retrieval != MEMORY:
        indexing.ask_for_index(context.engine)
    return done


def _index_people(settings: Settings, context: JobContext) -> Mapping[str, Any]:
    return indexing.index_people(context, engine_of(settings, context.engine), settings.encoder)
