"""How much is tried: a few of everything, or as much as takes hours."""

import os

FULL = os.environ.get("SOAK") == "full"


def times(short: int, full: int) -> int:
    """Return how often something is done."""
    return full if FULL else short
