"""Learns everything in the shipped text space; the same texts and encoder give the same arrays. No public set of judgements is used."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from matching.space.encoded import Encoder
from matching.space.gloss import Gloss
from matching.space.shipped.meaning import language_means
from matching.space.shipped.space import Balance
from matching.space.shipped.storing import arrays_of
from matching.space.shipped.words import Words
from matching.space.thesaurus import Concept, Thesaurus
from matching.text.cleaning import cleaned
from matching.text.statements import statements
from matching.text.tokens import terms
from models.vocabulary import Language
from seed.text_space.parallel import MissingTexts, Pair, pairs

_BRIEFS = Path(__file__).parent.parent / "catalogue" / "briefs"
# Chosen on written people and on splits of texts within and between languages; docs/benchmarks.md says how flat the choice is.
BALANCE = Balance(vietnamese=3.0, english=4.0, across=3.5, least=0.1, least_words=0.0)
_SAMPLE, _FEWEST_WORDS, _MOST_WORDS = 1_500, 4, 40
_SHORT_TERMS, _SENTENCE_TERMS, _LONG_TERMS = 14, 24, 40


def trained(written: Path, packages: Path, thesaurus: Thesaurus, encoder: Encoder) -> dict[str, np.ndarray]:
    """Return the arrays to be sealed; raises ``MissingTexts`` for a folder or package that is missing."""
    own, parallel = list(own_texts(written)), pairs(packages)
    names = [". ".join(concept.names) for concept in thesaurus.concepts]
    words = Words.counted([*own, *names, *(f"{vietnamese}\n{english}" for vietnamese, english in parallel)])
    means = _means(own, sample(parallel), encoder)
    return arrays_of(words, learnt_gloss(thesaurus.concepts, parallel), BALANCE, encoder.model, means)


def own_texts(written: Path) -> Iterator[str]:
    """Return the texts of the written people and their briefs, and the briefs of the catalogue."""
    files = sorted(written.glob("w*.json"))
    if not files:
        raise MissingTexts(f"{written}: no written people (w01.json ...) are there\n{written}: không có tệp w01.json nào")
    for file in files:
        found = json.loads(file.read_text(encoding="utf-8"))
        for person in found["people"]:
            yield from (
                f"{person['headline']}\n{person['biography']}",
                *(f"{item['title']}\n{item['text']}" for item in person["evidence"]),
            )
        yield from (f"{brief['title']}\n{brief['text']}" for brief in found["briefs"])
    for path in sorted(_BRIEFS.glob("*.md")):
        yield path.read_text(encoding="utf-8")


def sample(parallel: Sequence[Pair]) -> list[Pair]:
    """Return pairs of sentences of moderate length, spread evenly: general text, for the means of the languages."""
    fitting = [(cleaned(one), cleaned(other)) for one, other in parallel]
    fitting = [pair for pair in fitting if all(_FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS for text in pair)]
    most = min(_SAMPLE, len(fitting))
    return [fitting[place * len(fitting) // most] for place in range(most)]


def _means(own: Sequence[str], parallel: Sequence[Pair], encoder: Encoder) -> dict[Language, np.ndarray]:
    """Return per language the midpoint of two means: of what people write, and of general text that says the same in both languages."""
    of_people = language_means(encoder, [statement for text in own for statement in statements(text)])
    general = {language: language_means(encoder, [pair[side] for pair in parallel])[language] for side, language in enumerate(Language)}
    return {language: (of_people[language] + general[language]) / 2 for language in Language}


def learnt_gloss(concepts: Sequence[Concept], parallel: Sequence[Pair]) -> Gloss:
    """Return the gloss of concepts' names and parallel texts; long texts are aligned sentence by sentence where these are as many."""
    return Gloss.learn_from(concepts, [found for pair in parallel for found in _aligned(pair)])


def _aligned(pair: Pair) -> Iterator[tuple[list[str], list[str], float]]:
    whole = _read(pair)
    if _fits(whole, _SHORT_TERMS):
        yield (*whole, 1.0)
        return
    sentences = [statements(text) for text in pair]
    if len(sentences[0]) == len(sentences[1]) > 1:
        read = [_read(sides) for sides in zip(*sentences, strict=True)]
        yield from ((*found, 1.0) for found in read if _fits(found, _SENTENCE_TERMS))
    elif _fits(whole, _LONG_TERMS):
        yield (*whole, 0.5)


def _read(sides: Pair) -> tuple[list[str], list[str]]:
    vietnamese, english = (sorted(set(terms(cleaned(text)))) for text in sides)
    return vietnamese, english


def _fits(read: tuple[list[str], list[str]], most: int) -> bool:
    return all(0 < len(side) <= most for side in read)
