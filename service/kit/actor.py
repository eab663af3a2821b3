"""Who acts, and when: what every operation is told of its caller, and all that an audit event says of it."""

from dataclasses import dataclass
from datetime import date, datetime

from service.kit.calendar import local_day
from service.kit.settings import utc_now

VISITOR = "visitor"  # somebody who is not signed in, before invented people
INVITED = "invited-person"  # whoever holds the link of an invitation and is not signed in
COMMAND_LINE = "command-line"


@dataclass(frozen=True, slots=True)
class Actor:
    """``actor`` is the id of an account, or one of the names above, and never a name; ``now`` is aware; ``expert_id`` is the own profile.

    ``edits_for`` are the people whose evidence the account was named to edit.
    """

    actor: str
    now: datetime
    expert_id: str | None = None
    edits_for: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        """Return the day of the act in Viet Nam."""
        return local_day(self.now)


async def present() -> datetime:
    """Return the present moment, aware, in UTC: what a request asks for, without a thread."""
    return utc_now()
