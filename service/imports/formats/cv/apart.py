"""Reads a CV in a child process: a file that hangs its reader or wants all memory harms nobody else."""

import multiprocessing
import resource
import threading
from multiprocessing.connection import Connection
from typing import Any

from service.imports.faults import Unreadable
from service.imports.formats.cv.faults import broken, busy, too_slow
from service.imports.formats.cv.offers import Offer
from service.imports.formats.cv.reading import read

SECONDS = 45.0  # with the start of the child
_PLACES = threading.BoundedSemaphore(2)  # children at once: each takes a processor and some hundred megabytes
MOST_MEMORY = 2_000_000_000  # bytes of address space


def read_apart(content: bytes, seconds: float = SECONDS) -> tuple[Offer, ...]:
    """Return what ``read`` returns and raise what it raises; ``Unreadable`` too for a file that takes longer than ``seconds``."""
    if not _PLACES.acquire(timeout=seconds):
        raise busy()
    try:
        return _read_in_child(content, seconds)
    finally:
        _PLACES.release()


def _read_in_child(content: bytes, seconds: float) -> tuple[Offer, ...]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_answer, args=(theirs, seconds), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        found, said = ours.recv() if ours.poll(seconds) else (None, None)
    except (EOFError, OSError):  # the child died: of too much memory or time
        raise broken() from None
    finally:
        child.kill()
        child.join()
        ours.close()
    if said is not None:
        raise Unreadable(*said)
    if found is None:
        raise too_slow()
    return tuple(found)


def _answer(connection: Connection, seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    connection.send(_outcome(connection.recv_bytes()))
    connection.close()


def _outcome(content: bytes) -> tuple[Any, Any]:
    try:
        return read(content), None
    except Unreadable as fault:
        return None, (fault.message.en, fault.message.vi)
    except MemoryError:
        too_much = broken()
        return None, (too_much.message.en, too_much.message.vi)
