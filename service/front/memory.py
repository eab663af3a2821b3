"""Keeps the memory of a server with many threads from growing by what none of them uses."""

import ctypes

ARENAS = 2
LARGE = 4 * 2**20
"""Bytes from which memory is taken from the system, and given back to it; NumPy takes pages of the same size for such arrays."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # names of the GNU C library's mallopt


def bound_free_memory() -> bool:
    """Let all threads take memory from ``ARENAS`` places and give back what is ``LARGE``, before there are threads.

    The GNU library gives nearly each thread a place of its own, up to eight for a processor, and counts larger and larger blocks as small:
    under sixteen clients more of what the server held was free than in use. Returns whether it could be told; others need no telling.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    options = {_ARENA_MAX: ARENAS, _MMAP_THRESHOLD: LARGE, _TRIM_THRESHOLD: LARGE}
    return set_option is not None and all(set_option(name, value) for name, value in options.items())
