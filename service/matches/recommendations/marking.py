"""Cuts the words of a citation into plain and marked pieces."""

from collections.abc import Iterator

from service.matches.recommendations.schemas import CitationView


def pieces(citation: CitationView) -> Iterator[tuple[str, bool]]:
    """Yield the words of ``citation`` in order, each piece with whether it is marked."""
    shown = 0
    for start, end in citation.marks:
        yield citation.words[shown:start], False
        yield citation.words[start:end], True
        shown = end
    yield citation.words[shown:], False
