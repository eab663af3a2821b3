"""Which statements of a record tell of no work of the person: what is denied, or only wished for.

Two ways find them. Readers know statements that people labelled, and are taken at their word only where they are sure and the words fall
short of something; cues of both languages find the rest, where they reach a whole statement.
"""

import re
from collections.abc import Sequence

import numpy as np

from matching.readers.stance import Claim, falls_short
from matching.text.stance import Stance, stances

_SURELY = 0.8
_WORD = re.compile(r"\w+")
_MOST_OF_IT = 0.6


def untold(said: Sequence[str], claims: np.ndarray) -> frozenset[str]:
    """Return those of the statements ``said`` that tell of no work of the person; ``claims`` (statements, 5) are what readers say."""
    denied = claims[:, tuple(Claim).index(Claim.DENIED)] >= _SURELY
    return frozenset(text for text, sure in zip(said, denied, strict=True) if (sure and falls_short(text)) or _is_reached(text))


def _is_reached(text: str) -> bool:
    words = [found.span() for found in _WORD.finditer(text)]
    reached = [one is not Stance.CLAIMED for one in stances(text, words)]
    return sum(reached) > _MOST_OF_IT * len(words)
