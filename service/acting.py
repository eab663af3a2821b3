"""Who acts, and when: what every operation is told of its caller, and all that an audit event says of it.

Until accounts come there is one actor, the holder of the key; ``acting`` is the one place that names it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends

from service.settings import utc_now

KEY_HOLDER = "key-holder"
COMMAND_LINE = "command-line"


@dataclass(frozen=True, slots=True)
class By:
    """``actor`` is an id, never a name; ``now`` is aware."""

    actor: str
    now: datetime

    @property
    def today(self) -> date:
        """Return the day of the act."""
        return self.now.date()


def acting(now: Annotated[datetime, Depends(utc_now)]) -> By:
    """Return who sent the request."""
    return By(KEY_HOLDER, now)


Acting = Annotated[By, Depends(acting)]
