"""How much memory and how many descriptors a process holds, looked at while it works."""

import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

KIBIBYTES = 1024


@dataclass
class Watched:
    """What was seen of the process ``pid``, in order: bytes of resident memory, and open descriptors."""

    pid: int
    memory: list[int] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)

    def look(self) -> None:
        """Note what the process holds now."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        (resident,) = (int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
        self.memory.append(resident * KIBIBYTES)
        self.descriptors.append(len(list(Path(f"/proc/{self.pid}/fd").iterdir())))


@contextmanager
def watching(pid: int, seconds: float) -> Iterator[Watched]:
    """Look at the process ``pid`` every so many ``seconds`` until the block ends."""
    watched, over = Watched(pid), threading.Event()

    def look() -> None:
        while not over.wait(seconds):
            watched.look()

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield watched
    finally:
        over.set()
        watcher.join()


def growth(seen: Sequence[int]) -> float:
    """Return by which share the median of the last quarter is above that of the second; in the first a server still warms up."""
    quarter = len(seen) // 4
    return statistics.median(seen[-quarter:]) / statistics.median(seen[quarter : 2 * quarter]) - 1
