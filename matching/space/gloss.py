"""A gloss from the thesaurus: which terms of the other language a term stands for, and how surely, learnt from the concepts' names.

The names of one concept in the two languages are a tiny parallel text. Which term goes with which is learnt over all of them by
expectation maximisation (IBM model 1; Brown et al., 1993), so that "dữ liệu" is found to be "data" although it is never a name by itself.
Each term spreads a weight of at most 1 over its senses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.space.thesaurus import Concept
from matching.text.languages import is_marked
from matching.text.tokens import terms
from models.vocabulary import Language

# More rounds sharpen what few names support; see docs/benchmarks.md.
_ROUNDS = 2
_LEAST_SENSE = 0.05
_LEAST_SENSE_OF_TEXTS, _MOST_SENSES = 0.02, 12
Senses = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Gloss:
    """``senses`` maps, for each language of the query, its terms to terms of the other language with their shares."""

    senses: Mapping[Language, Senses]

    @classmethod
    def learn(cls, concepts: Iterable[Concept]) -> "Gloss":
        """Align the names of every concept; a name that is written alike in both languages needs no gloss."""
        return cls._of(_of_concepts(concepts), _LEAST_SENSE)

    @classmethod
    def learn_from(cls, concepts: Iterable[Concept], texts: Iterable[tuple[Sequence[str], Sequence[str], float]]) -> "Gloss":
        """Align parallel texts too, each the distinct terms of its Vietnamese and its English side and its weight.

        More text supports rarer senses, so the limit is lower; of the senses of a term the ``_MOST_SENSES`` surest stay.
        """
        learnt = cls._of([*_of_concepts(concepts), *texts], _LEAST_SENSE_OF_TEXTS)
        return cls({language: {term: _surest(found) for term, found in senses.items()} for language, senses in learnt.senses.items()})

    @classmethod
    def _of(cls, pairs: Sequence["_Pair"], least: float) -> "Gloss":
        backwards = [(english, vietnamese, weight) for vietnamese, english, weight in pairs]
        return cls({Language.VI: _aligned(pairs, least), Language.EN: _aligned(backwards, least)})

    def translated(self, text: str, language: Language) -> dict[str, float]:
        """Return the terms of the other language that the terms of ``text`` stand for, with the sum of their shares."""
        found: dict[str, float] = {}
        for term in sorted(set(terms(text))):
            for other, share in self.senses[language].get(term, {}).items():
                found[other] = found.get(other, 0.0) + share
        return found


_Pair = tuple[Sequence[str], Sequence[str], float]


def _of_concepts(concepts: Iterable[Concept]) -> list[_Pair]:
    return [pair for concept in sorted(concepts, key=lambda concept: concept.id) for pair in _parallel(concept)]


def _surest(senses: Mapping[str, float]) -> dict[str, float]:
    kept = sorted(senses.items(), key=lambda sense: (-sense[1], sense[0]))[:_MOST_SENSES]
    return dict(sorted(kept))


def _parallel(concept: Concept) -> list[_Pair]:
    """Return the pairs of a Vietnamese and an English name; the labels weigh 1, all other pairs together 1."""
    labels = (concept.label_vi, concept.label_en)
    vietnamese = [name for name in dict.fromkeys(concept.names) if is_marked(name)]
    english = [name for name in dict.fromkeys(concept.names) if not is_marked(name)]
    others = [(one, other) for one in vietnamese for other in english if (one, other) != labels]
    weighed = [(labels, 1.0), *((pair, 1.0 / len(others)) for pair in others)]
    read = {name: sorted(set(terms(name))) for name in concept.names}
    return [(read[one], read[other], weight) for (one, other), weight in weighed if read[one] and read[other]]


def _aligned(pairs: Sequence[_Pair], least: float) -> Senses:
    """Return the shares of the targets of every source term: EM over all pairs at once, one array element a possible link."""
    sources = sorted({term for source, _, _ in pairs for term in source})
    targets = sorted({term for _, target, _ in pairs for term in target})
    row, column = ({term: number for number, term in enumerate(side)} for side in (sources, targets))
    links, groups, weights = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    group = 0
    for source, target, weight in pairs:
        # One row more than there are sources stands for words that only one of the two names has.
        rows = np.array([*(row[term] for term in source), len(sources)])
        columns = np.array([column[term] for term in target])
        links.append((rows[None, :] * len(targets) + columns[:, None]).ravel())
        groups.append(np.repeat(np.arange(group, group + len(columns)), len(rows)))
        weights.append(np.full(len(rows) * len(columns), weight))
        group += len(columns)
    shares = _shares(np.concatenate(links), np.concatenate(groups), np.concatenate(weights), max(1, len(targets)))
    return _by_source(*shares, sources, targets, least)


def _shares(links: np.ndarray, groups: np.ndarray, weights: np.ndarray, targets: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the distinct links (source times ``targets`` plus target) and the share of each among its source's."""
    distinct, place = np.unique(links, return_inverse=True)
    owner = np.unique(distinct // targets, return_inverse=True)[1]
    share: np.ndarray = np.ones(len(distinct))
    for _ in range(_ROUNDS):
        likely = share[place]
        expected = weights * likely / np.bincount(groups, weights=likely)[groups] if len(groups) else likely
        count = np.bincount(place, weights=expected, minlength=len(distinct))
        share = count / np.bincount(owner, weights=count)[owner] if len(owner) else count
    return distinct, share


def _by_source(links: np.ndarray, shares: np.ndarray, sources: Sequence[str], targets: Sequence[str], least: float) -> Senses:
    senses: dict[str, dict[str, float]] = {}
    for link, share in zip(links.tolist(), shares.tolist(), strict=True):
        source, target = divmod(link, len(targets))
        if source < len(sources) and share >= least and sources[source] != targets[target]:
            senses.setdefault(sources[source], {})[targets[target]] = share
    return senses
