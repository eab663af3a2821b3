"""Warns a week before the end and erases after it, as a daily job.

Where a server for messages is configured the warning is sent; else it waits on the list, to be copied. The erasure does not wait for it:
data of somebody who never agreed must not stay because a letter was forgotten.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.vocabulary import ErasureReason
from service.kit.actor import Actor
from service.kit.jobs.worker import JobContext
from service.kit.mail import deliver, letter
from service.kit.settings import Clock, Settings, utc_now
from service.people.profiles.changes import next_change_number
from service.privacy.erasure.operations import erase
from service.privacy.notices.letters import letter_to
from service.privacy.notices.operations import record_warned
from service.privacy.notices.queries import NoticeState, undecided

KIND = "keep-notice-terms"
ACTOR = "retention"


def keep_terms(context: JobContext, settings: Settings, clock: Clock = utc_now) -> Mapping[str, Any]:
    """Warn whoever is to be warned and erase whose days are over, each in a transaction of its own, and say how many."""
    by = Actor(ACTOR, clock())
    warned = [expert_id for expert_id in _in(context.engine, by, NoticeState.TO_WARN) if _warn(context.engine, by, expert_id, settings)]
    due = _in(context.engine, by, NoticeState.DUE)
    erased = [expert_id for expert_id in due if _erase(context.engine, by, expert_id)]
    return {"warned": len(warned), "erased": len(erased)}


def _in(engine: Engine, by: Actor, state: NoticeState) -> list[str]:
    with reading(engine) as session:
        return [person.expert.id for person in undecided(session) if person.state(by.today) is state]


def _warn(engine: Engine, by: Actor, expert_id: str, settings: Settings) -> bool:
    if not settings.smtp_host:
        return False
    with writing(engine) as session:
        person = next(iter(undecided(session, expert_id)), None)
        if person is None or not person.expert.email or person.state(by.today) is not NoticeState.TO_WARN:
            return False
        written = letter_to(person, by.today, settings)
        record_warned(session, by, expert_id)
        deliver(letter(settings, person.expert.email, written.subject, written.body, written.language.value), settings)
    return True


def _erase(engine: Engine, by: Actor, expert_id: str) -> bool:
    """Erase, unless the person agreed in the last moment: the counter of changes is locked first, then they are looked at again."""
    with writing(engine) as session:
        next_change_number(session)
        person = next(iter(undecided(session, expert_id)), None)
        if person is None or person.state(by.today) is not NoticeState.DUE:
            return False
        erase(session, by, expert_id, ErasureReason.RETENTION)
    return True
