"""Which words of an item of evidence match a need, to be marked before the reader."""

from collections.abc import Callable
from itertools import pairwise

from matching.profiles import EvidenceItem
from matching.space.thesaurus import Thesaurus
from matching.text.stance import Stance
from matching.text.tokens import STOP_WORDS, words

Span = tuple[int, int]
_SHORTEST_MARK = 2


def marks(
    item: EvidenceItem, query: str, capabilities: frozenset[str], thesaurus: Thesaurus, is_telling: Callable[[str], bool]
) -> tuple[Span, ...]:
    """Return the spans of ``item.words`` that name a wanted capability or repeat a pair of words of ``query``.

    A pair counts if ``is_telling`` says so of its term: "the product" is in every brief and says nothing. A span is (start, end),
    characters of the composed text, end exclusive. What a record denies or wishes for only is not marked.
    """
    spans = [(m.start, m.end) for m in thesaurus.find(item.words) if m.capability in capabilities and m.stance is Stance.CLAIMED]
    spans += [span for pair, span in _shared_pairs(item.words, query) if is_telling(" ".join(pair))]
    return _merged(spans)


def _shared_pairs(text: str, query: str) -> list[tuple[tuple[str, str], Span]]:
    wanted = {pair for pair, _ in _pairs(query)}
    return [(pair, span) for pair, span in _pairs(text) if pair in wanted]


def _pairs(text: str) -> list[tuple[tuple[str, str], Span]]:
    found = words(text)
    return [
        ((first.form, second.form), (first.start, second.end))
        for first, second in pairwise(found)
        if not {first.form, second.form} & STOP_WORDS and min(len(first.form), len(second.form)) >= _SHORTEST_MARK
    ]


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
