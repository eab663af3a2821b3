"""Vectors kept for as long as the process lasts."""

from collections.abc import Iterable, Mapping

import numpy as np


class MemoryStore:
    """Keeps rows in a dictionary."""

    def __init__(self) -> None:
        self._rows: dict[str, np.ndarray] = {}

    def get(self, digests: Iterable[str]) -> Mapping[str, np.ndarray]:
        """Return the rows that are kept, by digest."""
        return {name: self._rows[name] for name in digests if name in self._rows}

    def put(self, rows: Mapping[str, np.ndarray]) -> None:
        """Keep rows."""
        self._rows |= rows
