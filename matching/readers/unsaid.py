"""Which statements of a record tell of no work of the person: what is denied, or only wished for.

Two ways find them. Readers know statements that people labelled, and are taken at their word only where they are sure and the words fall
short of something; cues of both languages find the rest, where they reach a whole statement.
"""

import re
from collections.abc import Sequence

import numpy as np

from matching.readers.stance import Claim
from matching.text.normalise import normalise
from matching.text.stance import Stance, stances

_SURELY = 0.8
_FALLING_SHORT = re.compile(
    r"\b(không|chưa|chẳng|dừng|hoãn|thất bại|chỉ|never|not|no|nobody|none|only|fail(ed|s)?|cancelled|stopped)\b|n['’]t\b"
)
_WORD = re.compile(r"\w+")
_MOST_OF_IT = 0.6


def untold(said: Sequence[str], claims: np.ndarray) -> list[bool]:
    """Return which of the statements ``said`` tell of no work of the person; ``claims`` (statements, 5) is what readers make of them."""
    denied = claims[:, tuple(Claim).index(Claim.DENIED)] >= _SURELY
    return [(bool(sure) and _falls_short(text)) or _is_reached(text) for text, sure in zip(said, denied, strict=True)]


def _falls_short(text: str) -> bool:
    return _FALLING_SHORT.search(normalise(text)) is not None


def _is_reached(text: str) -> bool:
    words = [found.span() for found in _WORD.finditer(text)]
    reached = [one is not Stance.CLAIMED for one in stances(text, words)]
    return sum(reached) > _MOST_OF_IT * len(words)
