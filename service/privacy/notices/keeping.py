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
from service.kit.mail import MailFault, NotSent, deliver, letter
from service.kit.settings import Clock, Settings, utc_now
from service.people.profiles.changes import next_change_number
from service.privacy.erasure.operations import erase
from service.privacy.notices.letters import letter_to
from service.privacy.notices.operations import record_warned
from service.privacy.notices.queries import NoticeState, undecided

KIND = "keep-notice-terms"
ACTOR = "retention"
_OF_ONE_PERSON = frozenset({MailFault.PUT_OFF, MailFault.REFUSED, MailFault.NO_ADDRESS})
_MOST_IN_A_ROW = 3


def keep_terms(context: JobContext, settings: Settings, clock: Clock = utc_now) -> Mapping[str, Any]:
    """Erase whose days are over and warn whoever is to be warned, each in a transaction of its own, and say how many.

    A warning that does not go out is tried again the next day: a week is left.
    """
    by = Actor(ACTOR, clock())
    due = _in(context.engine, by, NoticeState.DUE)
    erased = [expert_id for expert_id in due if _erase(context.engine, by, expert_id)]
    warned, unsent = _warn_all(context.engine, by, settings)
    return {"warned": warned, "unsent": unsent, "erased": len(erased)}


def _in(engine: Engine, by: Actor, state: NoticeState) -> list[str]:
    with reading(engine) as session:
        return [person.expert.id for person in undecided(session) if person.state(by.today) is state]


def _warn_all(engine: Engine, by: Actor, settings: Settings) -> tuple[int, int]:
    """Return how many were warned and how many warnings did not go out.

    One mailbox that is full holds up nobody else; a server that answered several times in a row with nothing is not asked for the rest.
    """
    people = _in(engine, by, NoticeState.TO_WARN) if settings.smtp_host else []
    warned = unsent = in_a_row = 0
    for expert_id in people:
        try:
            warned += _warn(engine, by, expert_id, settings)
            in_a_row = 0
        except NotSent as trouble:
            unsent += 1
            in_a_row += trouble.fault not in _OF_ONE_PERSON
            if in_a_row == _MOST_IN_A_ROW:
                return warned, len(people) - warned
    return warned, unsent


def _warn(engine: Engine, by: Actor, expert_id: str, settings: Settings) -> bool:
    """Send the warning and note it. Between the two nobody waits for the mail server: no transaction is open."""
    with reading(engine) as session:
        person = next(iter(undecided(session, expert_id)), None)
        if person is None or not person.expert.email or person.state(by.today) is not NoticeState.TO_WARN:
            return False
        written = letter_to(person, by.today, settings)
        sealed = letter(settings, person.expert.email, written.subject, written.body, written.language.value)
    deliver(sealed, settings)
    with writing(engine) as session:
        record_warned(session, by, expert_id)
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
