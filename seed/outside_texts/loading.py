"""Reads the texts that ask for something outside the catalogue."""

import json
from pathlib import Path

FILE = Path(__file__).parent / "texts.json"


def read_outside() -> tuple[str, ...]:
    """Return the texts, each with its title as the first line, as a pasted brief is read."""
    return tuple(f"{one['title']}\n{one['text']}" for one in json.loads(FILE.read_text(encoding="utf-8")))
