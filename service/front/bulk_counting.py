"""Counts how many different people each account was shown within ten minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

MANY = 50
"""From this number of people on, what an account is shown counts as reading in bulk."""
WINDOW = timedelta(minutes=10)


@dataclass
class _Shown:
    since: datetime
    people: set[str] = field(default_factory=set)
    told: bool = False


class Readers:
    """The accounts that were shown people lately, in this process."""

    def __init__(self) -> None:
        self._shown: dict[str, _Shown] = {}
        self._lock = Lock()

    def add(self, account_id: str, people: Iterable[str], now: datetime) -> list[str]:
        """Note that an account is shown ``people``; return everybody it was shown in these ten minutes where that has to be recorded now.

        That is once in ten minutes, when the number comes to ``MANY``; else the list is empty.
        """
        with self._lock:
            shown = self._shown.get(account_id)
            if shown is None or now - shown.since >= WINDOW:
                self._forget(now)
                shown = self._shown[account_id] = _Shown(now)
            shown.people.update(people)
            if shown.told or len(shown.people) < MANY:
                return []
            shown.told = True
            return sorted(shown.people)

    def take_back(self, account_id: str) -> None:
        """Note that the recording failed and has to be tried at the next reading."""
        with self._lock:
            if account_id in self._shown:
                self._shown[account_id].told = False

    def _forget(self, now: datetime) -> None:
        self._shown = {account: shown for account, shown in self._shown.items() if now - shown.since < WINDOW}
