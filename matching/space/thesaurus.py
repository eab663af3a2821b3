"""Finding capabilities in text: whole words, longest first, in either language, and whether the text claims them."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import ahocorasick
import numpy as np
import scipy.sparse as sp

from matching.text.normalise import composed
from matching.text.stance import Stance, stances
from matching.text.tokens import Word, words

PARENT_CREDIT = 0.5
_LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Concept:
    """A capability with everything it is called, in both languages."""

    id: str
    label_vi: str
    label_en: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the labels and the aliases."""
        return (self.label_vi, self.label_en, *self.aliases)


@dataclass(frozen=True, slots=True)
class Mention:
    """A capability found in a text, with the characters of the NFC text that name it, and what the text says of it."""

    capability: str
    start: int
    end: int
    stance: Stance = Stance.CLAIMED


class Thesaurus:
    """Finds the concepts of a thesaurus; the order of ``ids`` is the order of the capability block's columns."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(sorted(concepts, key=lambda concept: concept.id))
        self.ids = tuple(concept.id for concept in self.concepts)
        self.column = {identifier: column for column, identifier in enumerate(self.ids)}
        self.by_id = {concept.id: concept for concept in self.concepts}
        self.parent = {
            concept.id: concept.parent for concept in self.concepts if concept.parent is not None and concept.parent in self.column
        }

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        patterns: dict[str, list[tuple[str, str | None]]] = {}
        for concept in self.concepts:
            for name in concept.names:
                found = words(name)
                if found:
                    key = _joined(found)
                    patterns.setdefault(key, []).append((concept.id, _abbreviation(found)))
        for key in sorted(patterns):
            automaton.add_word(key, (len(key.split()), tuple(patterns[key])))
        automaton.make_automaton()
        return automaton

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in ``text`` from left to right; of overlapping ones the longest, then the leftmost, counts."""
        return self.find_in(text, words(text))

    def named(self, text: str) -> frozenset[str]:
        """Return the capabilities that ``text`` names, whatever it says of them."""
        return frozenset(mention.capability for mention in self._named(words(text)))

    def find_in(self, text: str, found: Sequence[Word], wanted: Container[str] | None = None) -> list[Mention]:
        """Return the mentions in ``text``, whose words were ``found`` already; none where it names nothing of what is ``wanted``."""
        mentions = self._named(found)
        if wanted is not None and not any(mention.capability in wanted for mention in mentions):
            return []
        said = stances(composed(text), [(mention.start, mention.end) for mention in mentions])
        return [replace(mention, stance=stance) for mention, stance in zip(mentions, said, strict=True)]

    def _named(self, found: Sequence[Word]) -> list[Mention]:
        if not found or not len(self._automaton):
            return []
        return _without_overlaps(self._candidates(found), found)

    def _candidates(self, found: Sequence[Word]) -> list[tuple[int, int, str]]:
        joined = _joined(found)
        position_of = {}
        offset = 0
        for position, word in enumerate(found):
            offset += len(word.form) + 1
            position_of[offset] = position
        hits = []
        for end, (length, owners) in self._automaton.iter(joined):
            last = position_of[end]
            first = last - length + 1
            hits += [(first, last, owner) for owner, exact in owners if exact is None or found[first].written == exact]
        return hits

    def credits(self, text: str) -> dict[str, float]:
        """Return what ``text`` shows of each capability: 1 where it is claimed; what is denied or only wished for shows nothing.

        An ancestor gets ``PARENT_CREDIT`` to the power of its distance.
        """
        return self._with_ancestors(mention.capability for mention in self.find(text) if mention.stance is Stance.CLAIMED)

    def rows(self, texts: Sequence[str]) -> sp.csr_array:
        """Return the credits of each text, shape (texts, capabilities)."""
        rows, columns, values = [], [], []
        for row, text in enumerate(texts):
            for capability, credit in sorted(self.credits(text).items()):
                rows.append(row)
                columns.append(self.column[capability])
                values.append(credit)
        places = (np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32))
        return sp.csr_array((np.array(values, dtype=np.float32), places), shape=(len(texts), max(1, len(self.ids))))

    def _with_ancestors(self, named: Iterable[str]) -> dict[str, float]:
        shown: dict[str, float] = {}
        for name in named:
            credit, capability = 1.0, name
            while capability and credit > shown.get(capability, 0.0):  # whose ancestors have at least their share already
                shown[capability] = credit
                credit *= PARENT_CREDIT
                capability = self.parent.get(capability, "")
        return shown


def _joined(found: Sequence[Word]) -> str:
    return " " + " ".join(word.form for word in found) + " "


def _abbreviation(found: Sequence[Word]) -> str | None:
    """Return the exact spelling that a short all-capitals name asks for: "GO" must not be found in "go"."""
    if len(found) == 1 and found[0].written.isupper() and len(found[0].written) <= _LONGEST_ABBREVIATION:
        return found[0].written
    return None


def _without_overlaps(hits: list[tuple[int, int, str]], found: Sequence[Word]) -> list[Mention]:
    taken: set[int] = set()
    kept = []
    for first, last, capability in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0], hit[2])):
        span = range(first, last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(Mention(capability, found[first].start, found[last].end))
    return sorted(kept, key=lambda mention: mention.start)
