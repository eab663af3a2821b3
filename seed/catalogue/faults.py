"""What is wrong in the catalogue's files: where it stands, what it is and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One fault; ``line`` counts from 1, the header being line 1."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Return ``file:line: field: message``."""
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return ``faults`` by file and line, each once."""
    return sorted(set(faults))


class CatalogueFaults(Exception):
    """Raised when the files have faults; nothing of them has been loaded."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep ``faults`` in the order of file and line."""
        self.faults = in_order(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
