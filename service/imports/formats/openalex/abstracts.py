"""Abstracts as OpenAlex keeps them: for every word the places at which it stands."""

from typing import Any

MOST_WORDS = 5_000


def abstract(index: Any) -> str:
    """Return the abstract word for word, as far as ``MOST_WORDS``; empty where there is none."""
    if not isinstance(index, dict):
        return ""
    placed = [
        (place, word)
        for word, places in index.items()
        for place in (places if isinstance(places, list) else ())
        if isinstance(place, int) and not isinstance(place, bool)
    ]
    return " ".join(word for _, word in sorted(placed)[:MOST_WORDS]).replace("\x00", "")
