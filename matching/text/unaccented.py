"""Vietnamese that was typed without its accents, given back the accents that the corpus knows; accented text is never touched.

One syllable without accents can be a dozen words, a pair of syllables rarely more than one. So a text is restored where pairs of
neighbouring words, folded, are pairs of the corpus: of all readings the one whose pairs are the most frequent (Viterbi, 1967).
An English pair of the corpus is a reading too, so that "control system" stays what it is.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from matching.text.languages import is_marked
from matching.text.normalise import composed, fold
from matching.text.tokens import form

_WORD = re.compile(r"\w+")
_SHARE_OF_RESTORED_WORDS = 0.5
_MOST_WORDS = 2_000
_Readings = dict[str, float]


class Accents:
    """Knows the accented pairs of a corpus by their folded form; ``frequency`` maps every term to its number of documents."""

    def __init__(self, frequency: Mapping[str, float]) -> None:
        pairs = [(term, count) for term, count in frequency.items() if term.count(" ") == 1]
        self._weights = {term: 1.0 + float(np.log(max(1.0, count))) for term, count in pairs}
        words: dict[str, set[str]] = defaultdict(set)
        for pair, _ in pairs:
            for word in pair.split(" "):
                if is_marked(word):
                    words[fold(word)].add(word)
        self._accented = {folded: tuple(sorted(found)) for folded, found in words.items()}

    def restored(self, text: str) -> str | None:
        """Return ``text`` with its accents, or None.

        None stands for a text that has accents, is longer than ``_MOST_WORDS``, or of which less than half was found in accented pairs.
        """
        written = composed(text)
        found = list(_WORD.finditer(written))
        if not 0 < len(found) <= _MOST_WORDS or is_marked(written):
            return None
        reading = self._best([match.group() for match in found])
        changed = sum(word is not None for word in reading)
        if changed < 2 or changed < _SHARE_OF_RESTORED_WORDS * len(reading):
            return None
        pieces, end = list[str](), 0
        for match, word in zip(found, reading, strict=True):
            pieces += [written[end : match.start()], word or match.group()]
            end = match.end()
        return "".join([*pieces, written[end:]])

    def _best(self, written: list[str]) -> list[str | None]:
        """Return the best reading, word by word: None for a word that stays as it is."""
        before: _Readings = {}
        came_from: list[dict[str, str]] = []
        for word in written:
            now: _Readings = {}
            origin: dict[str, str] = {}
            for candidate in (form(word), *self._accented.get(word.lower(), ())):
                scores = {earlier: score + self._weights.get(f"{earlier} {candidate}", 0.0) for earlier, score in before.items()}
                origin[candidate] = max(scores, key=lambda earlier: (scores[earlier], earlier), default="")
                now[candidate] = scores.get(origin[candidate], 0.0)
            came_from.append(origin)
            before = now
        path = [max(before, key=lambda candidate: (before[candidate], candidate), default="")]
        for origin in reversed(came_from[1:]):
            path.append(origin[path[-1]])
        return self._paired(path[::-1])

    def _paired(self, path: list[str]) -> list[str | None]:
        """Return the words of ``path`` that carry accents and stand in a pair that the corpus knows."""
        known = [f"{one} {other}" in self._weights for one, other in pairwise(path)]
        kept = [any(known[max(0, place - 1) : place + 1]) for place in range(len(path))]
        return [word if keep and is_marked(word) else None for word, keep in zip(path, kept, strict=True)]
