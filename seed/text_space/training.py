"""Learns everything in the shipped text space; the same texts and encoder give the same arrays. No public set of judgements is used."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matching.space.encoded import Encoder
from matching.space.gloss import Gloss
from matching.space.shipped.meaning import Meaning, language_means
from matching.space.shipped.space import Balance
from matching.space.shipped.storing import arrays_of
from matching.space.shipped.words import Words
from matching.space.thesaurus import Concept, Thesaurus
from matching.text.cleaning import cleaned
from matching.text.passages import passages
from matching.text.statements import statements
from matching.text.tokens import terms
from seed.text_space.parallel import MissingTexts, Pair, pairs

_BRIEFS = Path(__file__).parent.parent / "catalogue" / "briefs"
# Chosen on written people and on splits of texts within and between languages; docs/benchmarks.md says how flat the choice is.
BALANCE = Balance(vietnamese=1.5, english=2.5, across=4.0, least=0.1, least_words=0.0)
_SHORT_TERMS, _SENTENCE_TERMS, _LONG_TERMS = 14, 24, 40


def trained(written: Path, packages: Path, thesaurus: Thesaurus, encoder: Encoder) -> dict[str, np.ndarray]:
    """Return the arrays to be sealed; raises ``MissingTexts`` for a folder or package that is missing."""
    people, briefs, parallel = list(people_texts(written)), list(brief_texts(written)), pairs(packages)
    names = [". ".join(concept.names) for concept in thesaurus.concepts]
    words = Words.counted([*people, *briefs, *names, *(f"{vietnamese}\n{english}" for vietnamese, english in parallel)])
    # Paragraphs of records are few and of short sentences; briefs are paragraphs, and as many in one language as in the other.
    of_passages = language_means(encoder, [passage for text in briefs for passage in passages(text)])
    of_statements = language_means(encoder, [statement for text in (*people, *briefs) for statement in statements(text)])
    gloss = learnt_gloss(thesaurus.concepts, parallel)
    return arrays_of(words, gloss, BALANCE, Meaning(encoder, of_passages, of_statements))


def people_texts(written: Path) -> Iterator[str]:
    """Return the texts of the written people; raises ``MissingTexts``."""
    for found in _files(written):
        for person in found["people"]:
            yield _joined(person, "headline", "biography")
            yield from (_joined(item, "title", "text") for item in person["evidence"])


def brief_texts(written: Path) -> Iterator[str]:
    """Return the briefs of the written people and of the catalogue: paragraphs in both languages; raises ``MissingTexts``."""
    for found in _files(written):
        yield from (_joined(brief, "title", "text") for brief in found["briefs"])
    for path in sorted(_BRIEFS.glob("*.md")):
        yield path.read_text(encoding="utf-8")


def _files(written: Path) -> list[dict[str, Any]]:
    files = sorted(written.glob("w*.json"))
    if not files:
        raise MissingTexts(f"{written}: no written people (w01.json ...) are there\n{written}: không có tệp w01.json nào")
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def _joined(record: Mapping[str, str | None], *fields: str) -> str:
    return "\n".join(record[field] or "" for field in fields)


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
