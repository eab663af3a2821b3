"""Vectors kept in a folder, for measurements: one file a batch, written whole or not at all."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np


class FolderStore:
    """Reads every file of ``folder`` once; a batch becomes a file of its own, named by its content."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._rows: dict[str, np.ndarray] = {}
        for path in sorted(folder.glob("*.npz")):
            with np.load(path, allow_pickle=False) as stored:
                self._rows |= dict(zip(stored["digests"].tolist(), stored["vectors"], strict=True))

    def get(self, digests: Iterable[str]) -> Mapping[str, np.ndarray]:
        """Return the rows that are kept, by digest."""
        return {name: self._rows[name] for name in digests if name in self._rows}

    def put(self, rows: Mapping[str, np.ndarray]) -> None:
        """Keep rows in a new file."""
        if not rows:
            return
        name = hashlib.sha256("".join(sorted(rows)).encode()).hexdigest()[:16]
        unfinished = self.folder / f"{name}.unfinished"
        with unfinished.open("wb") as file:
            np.savez(file, allow_pickle=False, digests=np.array(list(rows)), vectors=np.stack(list(rows.values())))
        unfinished.replace(self.folder / f"{name}.npz")
        self._rows |= rows
