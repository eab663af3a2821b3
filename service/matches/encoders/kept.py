"""An encoder that encodes every text once: vectors are kept by the text's digest and the model, in 8 bits."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Protocol

import numpy as np

from matching.space.encoded import Encoder, digest
from service.kit.stages import stage
from service.matches.encoders.quantised import quantise, restore

Progress = Callable[[int, int], None]
CHUNK = 256
MOST_REMEMBERED = 100_000  # about 50 MB


class VectorStore(Protocol):
    """Keeps int8 rows by digest; what is put in is there for every later process."""

    def get(self, digests: Iterable[str]) -> Mapping[str, np.ndarray]:
        """Return the rows that are kept, by digest."""

    def put(self, rows: Mapping[str, np.ndarray]) -> None:
        """Keep rows; a digest that is there already stays as it is."""


class KeptEncoder:
    """Looks a text up in memory, then in ``store``, and only then encodes it and keeps the vector.

    Threads may share it. It holds no lock while it encodes, so that a job of minutes keeps nobody waiting; a text that two threads
    encode at once gets the same bytes twice.
    """

    def __init__(self, inner: Encoder, store: VectorStore, progress: Progress | None = None) -> None:
        self.model = inner.model
        self.dimension = inner.dimension
        self.licence = inner.licence
        self._inner = inner
        self._store = store
        self._progress = progress
        self._memory: dict[str, np.ndarray] = {}
        self._changing = threading.Lock()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit row a text, shape (texts, dimension); texts that nobody encoded before cost 20 to 50 ms each."""
        digests = [digest(text) for text in texts]
        rows = self._rows(dict(zip(digests, texts, strict=True)))
        if not digests:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return restore(np.stack([rows[name] for name in digests]))

    def _rows(self, written: Mapping[str, str]) -> dict[str, np.ndarray]:
        rows = {name: row for name in written if (row := self._memory.get(name)) is not None}
        unknown = [name for name in written if name not in rows]
        if unknown:
            fetched = dict(self._store.get(unknown))
            fetched |= self._encoded({name: written[name] for name in unknown if name not in fetched})
            self._remember(fetched)
            rows |= fetched
        return rows

    def _encoded(self, texts: Mapping[str, str]) -> dict[str, np.ndarray]:
        """Encode texts in chunks, each kept before the next begins: whoever is interrupted goes on from there."""
        names, rows = list(texts), dict[str, np.ndarray]()
        for start in range(0, len(names), CHUNK):
            chunk = names[start : start + CHUNK]
            with stage("encoding"):
                fresh = dict(zip(chunk, quantise(self._inner.encode([texts[name] for name in chunk])), strict=True))
            self._store.put(fresh)
            rows |= fresh
            if self._progress is not None:
                self._progress(len(rows), len(names))
        return rows

    def _remember(self, rows: Mapping[str, np.ndarray]) -> None:
        with self._changing:
            self._memory |= rows
            for forgotten in list(islice(self._memory, max(0, len(self._memory) - MOST_REMEMBERED))):
                del self._memory[forgotten]
