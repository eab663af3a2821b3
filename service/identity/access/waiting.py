"""What the home page is made of: every room says what of its own waits for the viewer, and the front puts it together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from fastapi import Request
from sqlmodel import Session

from service.identity.access.policies import Operation, may
from service.identity.access.viewer import Viewer
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

MOST_LINES = 8
"""Lines of one section; whoever wants the rest follows its link."""


@dataclass(frozen=True, slots=True)
class PendingTasksQuery:
    """Who asks what waits, at which moment, in which reading session."""

    request: Request
    session: Session
    viewer: Viewer
    now: datetime

    @property
    def today(self) -> date:
        """Return the day in Viet Nam."""
        return local_day(self.now)

    def may(self, operation: Operation) -> bool:
        """Return whether the viewer may do ``operation`` to anything."""
        return may(self.viewer, operation) is True


@dataclass(frozen=True, slots=True)
class PendingTask:
    """One thing that waits: what it is, where it is done, on which day, since or until when; ``late`` is told by a word and a sign.

    ``file`` is the address of a document about it, to hand over; ``unsigned`` says that it is a draft.
    """

    text: Bilingual
    path: str | None = None
    note: Bilingual | None = None
    on: date | None = None
    since: date | None = None
    due: date | None = None
    late: bool = False
    file: str | None = None
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class StartForm:
    """A form of the home page that begins something at ``path``: a subject, under the heading of its kind, and a role."""

    path: str
    subjects: Sequence[tuple[Bilingual, Sequence[tuple[str, Bilingual]]]]
    roles: Sequence[tuple[str, Bilingual]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A section of the home page. ``number`` is how many there are in all; ``nothing`` is said where nothing waits."""

    place: int
    title: Bilingual
    lines: Sequence[PendingTask]
    nothing: Bilingual
    number: int | None = None
    more: tuple[str, Bilingual] | None = None
    figures: Sequence[tuple[Bilingual, int]] = field(default=())
    start: StartForm | None = None
