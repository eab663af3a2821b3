"""Recomputes the chain of events and names the first that is not as it was written."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import GENESIS, AuditEvent, AuditHead
from service.kit.events.chain import seal
from service.kit.languages import Bilingual

_AT_ONCE = 1000
CHANGED = Bilingual(en="its content does not give its hash", vi="nội dung không khớp với mã băm")
DETACHED = Bilingual(en="it does not continue the event before it", vi="không nối tiếp sự kiện trước")
MISSING = Bilingual(en="it is missing", vi="bị thiếu")
CUT_OFF = Bilingual(en="the end of the chain is missing or was replaced", vi="phần cuối của chuỗi bị thiếu hoặc bị thay")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``events`` that were found sound; ``broken`` is the number of the first that is not, with what is wrong; ``last`` hash."""

    events: int
    last: str
    broken: int | None = None
    fault: Bilingual | None = None


def verify(session: Session, expected: str | None = None) -> Verdict:
    """Return whether every event, from the first to the last, is what was written.

    ``expected`` is the hash of an event that was noted elsewhere: without it nobody sees that the whole chain was written anew.
    """
    sound, last, met = 0, GENESIS, expected in (None, GENESIS)
    statement = sa.select(AuditEvent).order_by(col(AuditEvent.sequence)).execution_options(yield_per=_AT_ONCE)
    with session.execute(statement) as rows:
        for (event,) in rows:
            fault = _fault(event, sound + 1, last)
            if fault is not None:
                return Verdict(sound, last, sound + 1, fault)
            sound, last = event.sequence, event.hash
            met = met or last == expected
            session.expunge(event)
    head = session.get(AuditHead, 1) or AuditHead()
    if (head.sequence, head.hash) != (sound, last) or not met:
        return Verdict(sound, last, sound + 1, CUT_OFF)
    return Verdict(sound, last)


def _fault(event: AuditEvent, expected: int, previous: str) -> Bilingual | None:
    if event.sequence != expected:
        return MISSING
    if event.previous_hash != previous:
        return DETACHED
    return None if event.hash == seal(event) else CHANGED
