"""Which words of an item of evidence match a need, to be marked before the reader."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from matching.profiles import EvidenceItem
from matching.space.thesaurus import Thesaurus
from matching.text.stance import Stance
from matching.text.tokens import STOP_WORDS, Word, words

Span = tuple[int, int]
_SHORTEST_MARK = 2


def marks(
    item: EvidenceItem,
    query: str,
    capabilities: frozenset[str],
    thesaurus: Thesaurus,
    is_telling: Callable[[str], bool],
    not_done: Iterable[str] = (),
) -> tuple[Span, ...]:
    """Return the spans of ``item.words`` that name a wanted capability or repeat a pair of words of ``query``.

    A pair counts if ``is_telling`` says so of its term: "the product" is in every brief and says nothing. A span is (start, end),
    characters of the composed text, end exclusive. What a record denies or wishes for only is not marked, nor any word of the statements
    ``not_done``.
    """
    found, wanted = words(item.words), _wanted_pairs(query)
    named = [mention for mention in thesaurus.find_in(item.words, found, capabilities) if mention.capability in capabilities]
    spans = [(mention.start, mention.end) for mention in named if mention.stance is Stance.CLAIMED]
    repeated = [(one, other) for one, other in pairwise(found) if (one.form, other.form) in wanted]
    spans += [(one.start, other.end) for one, other in repeated if is_telling(f"{one.form} {other.form}")]
    return _merged(list(_outside(spans, [place for statement in not_done for place in _places(statement, found)])))


def _outside(spans: Iterable[Span], places: Sequence[Span]) -> Iterator[Span]:
    return (span for span in spans if not any(span[0] < end and start < span[1] for start, end in places))


def _places(statement: str, found: Sequence[Word]) -> Iterator[Span]:
    """Yield where the words of ``statement`` stand one after the other, however they are spaced and spelt there."""
    said = [word.form for word in words(statement)]
    forms = [word.form for word in found]
    for first in range(len(forms) - len(said) + 1 if said else 0):
        if forms[first : first + len(said)] == said:
            yield found[first].start, found[first + len(said) - 1].end


@lru_cache(maxsize=256)
def _wanted_pairs(query: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of words of ``query``; kept, because one query is held against every item of everybody on a list."""
    forms = [word.form for word in words(query)]
    return frozenset(pair for pair in pairwise(forms) if STOP_WORDS.isdisjoint(pair) and min(map(len, pair)) >= _SHORTEST_MARK)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
