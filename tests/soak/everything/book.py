"""What all clients together write down: answers by status, what was acknowledged, and what ought not to have been answered."""

import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field

MOST_FAULTS = 20
"""After so many there is no use in going on."""


@dataclass
class Book:
    """Filled by many threads; ``over`` is set when the time is up or too much went wrong."""

    over: threading.Event = field(default_factory=threading.Event)
    statuses: Counter[int] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    items: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    signed: set[str] = field(default_factory=set)
    imported: int = 0
    faults: list[str] = field(default_factory=list)
    _states: dict[tuple[str, str], object] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, counter: Counter[int] | Counter[str], what: int | str) -> None:
        """Count one more of ``what``."""
        with self._lock:
            counter[what] += 1  # type: ignore[index]

    def fault(self, what: str) -> None:
        """Remember that something was answered that ought not to be."""
        with self._lock:
            self.faults.append(what[:2000])
        if len(self.faults) >= MOST_FAULTS:
            self.over.set()

    def must(self, right: bool, what: str) -> None:
        """Remember ``what`` as a fault unless it is ``right``."""
        if not right:
            self.fault(what)

    def acknowledged(self, person: str) -> None:
        """Remember that a change of ``person`` was acknowledged."""
        self.note(self.changes, person)

    def saw(self, person: str, version: str, content: object) -> None:
        """A version always shows the same content, whoever reads it."""
        with self._lock:
            known = self._states.setdefault((person, version), content)
        self.must(known == content, f"{person} at {version} showed {known!r}, then {content!r}")
