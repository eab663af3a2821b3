"""What the file of a dossier is called: what it is, about what and whom, of which day, in words that every file system and letter takes."""

import re
from collections.abc import Sequence
from datetime import date

from models.search_key import folded

_LONGEST = 48
"""Letters of one part of a name: several parts stay below what a file system takes."""


def filed_as(parts: Sequence[str], day: date) -> str:
    """Return the name without an ending: each of ``parts`` in words without accents, whole words of the first letters, then the day."""
    return "_".join([*filter(None, map(_words, parts)), day.isoformat()])


def _words(text: str) -> str:
    words = "-".join(re.findall(r"[a-z0-9]+", folded(text)))
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
