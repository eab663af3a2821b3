"""What a sentence encoder offers, and the names under which its vectors are kept."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np

_DIGEST_BYTES = 8


class Encoder(Protocol):
    """A local sentence encoder. Equal texts give equal bytes, in any batch and any process of one machine."""

    model: str
    dimension: int
    licence: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one float32 row a text, shape (texts, dimension)."""


def digest(piece: str) -> str:
    """Return the name under which a piece is counted and stored: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(piece.encode()).digest()[:_DIGEST_BYTES].hex()
