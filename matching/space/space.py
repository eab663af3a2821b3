"""The text space: what a text looks like to the matcher, and how relevant a document is to a query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy as np
from scipy.special import expit

from matching.space.blend import BLOCKS, Blend, Shares, fit_blend
from matching.space.encoded import EncodedBlock, Encoder
from matching.space.gloss import Gloss
from matching.space.latent import LatentBlock
from matching.space.lexical import LexicalBlock
from matching.space.semantic import SemanticBlock, lengths
from matching.space.shares import learnt_shares, sampled
from matching.space.subject_words import SubjectWords, in_record
from matching.space.thesaurus import Thesaurus
from matching.space.vectors import Query, TextVectors
from matching.text.languages import language_of
from matching.text.unaccented import Accents
from models.vocabulary import Language

Text = TypeVar("Text")
LARGEST_SAMPLE = 20_000
_LEVEL_QUANTILE, _LOWEST_LEVEL = 0.975, 0.1
_REMEMBERED_QUERIES = 256
# Deviations of closeness at which a document belongs by half, and how sharp that is; chosen on the tuning products of planted worlds.
_ABOUT, _ABOUT_WIDTH = 0.6, 0.3
_RIVAL, _RIVAL_WIDTH = -0.1, 0.15
REFERENCE_QUERIES = 60
# Coarser than the last bits, which depend on where in a batch an exponential is computed.
_SHARE_DECIMALS = 6
# Shares of the blocks (lexical, capability, semantic) within a language and across languages; see docs/benchmarks.md.
ENCODED_SHARES: tuple[Shares, Shares] = ((0.2, 0.1, 0.7), (0.1, 0.05, 0.85))
LATENT_SHARES: tuple[Shares, Shares] = ((0.3, 0.2, 0.5), (0.5, 0.3, 0.2))


@dataclass(frozen=True)
class TextSpace:
    """Everything that was learnt, frozen: a text's vectors depend on the text and this version alone.

    ``subjects`` are the briefs (each in its languages) that divide the field between them, such as the products of a list; ``levels``
    says how close a document that is about each of them usually is, because some briefs are near to everything and some to little;
    ``words`` is what the records about each of them say, None without subjects.
    """

    thesaurus: Thesaurus
    lexical: LexicalBlock
    semantic: SemanticBlock
    blend: Blend
    subjects: tuple[tuple[str, ...], ...] = ()
    levels: tuple[float, ...] = ()
    words: SubjectWords | None = None

    @classmethod
    def fit(
        cls,
        thesaurus: Thesaurus,
        documents: Sequence[str],
        queries: Sequence[Sequence[str]],
        encoder: Encoder | None = None,
        owners: Sequence[int] = (),
        shares: tuple[Shares, Shares] | None = None,
    ) -> "TextSpace":
        """Learn the space from documents; ``owners`` says whose each is, -1 or nothing for nobody's.

        ``queries`` (each the texts of one brief) are the subjects and the reference for the common scale; without any, documents
        take their place as the reference.
        Without an ``encoder`` the semantic block is latent semantic analysis. With one and without ``shares`` of the blocks, these
        are learnt from the documents of each owner.
        """
        owner = np.array(owners or [-1] * len(documents), dtype=np.int64)
        kept = sample_of(owner)
        sample, owner = [documents[position] for position in kept], owner[kept]
        asked = queries or [[document] for document in documents]
        lexical = LexicalBlock.fit(sample)
        semantic: SemanticBlock
        if encoder is None:
            semantic = LatentBlock.fit(lexical.transform(sample))
        else:
            semantic = EncodedBlock.fit(encoder, sample, [text for query in asked for text in query])
        chosen = shares or usual_shares(encoder)
        unscaled = cls(thesaurus, lexical, semantic, fit_blend(chosen, {block: np.zeros(1) for block in BLOCKS}, np.ones(1, dtype=bool)))
        vectors = unscaled.transform(sample)
        if encoder is not None and shares is None:
            chosen = unscaled._learnt(chosen, vectors, owner)
        blended = replace(unscaled, blend=unscaled._scaled(chosen, vectors, evenly(asked, REFERENCE_QUERIES)))
        subjects = tuple(dict.fromkeys(tuple(query) for query in queries))
        divided = replace(blended, subjects=subjects, levels=tuple(blended.reach(query, vectors) for query in subjects))
        if not subjects:
            return divided
        return replace(divided, words=SubjectWords.fit(vectors.lexical, divided.subject_closeness(vectors), _records(owner)))

    def reach(self, texts: Sequence[str], vectors: TextVectors) -> float:
        """Return the closeness that the nearest documents of a subject reach."""
        reached = self.closeness(self.query(texts), vectors)
        return max(float(np.quantile(reached, _LEVEL_QUANTILE)) if len(reached) else 0.0, _LOWEST_LEVEL)

    def _learnt(self, default: tuple[Shares, Shares], vectors: TextVectors, owners: np.ndarray) -> tuple[Shares, Shares]:
        chosen = sampled(owners)
        items = vectors.rows(chosen)
        return learnt_shares(default, lambda row: self.similarities(items.as_query(row), items), owners[chosen], items.vietnamese)

    def _scaled(self, shares: tuple[Shares, Shares], vectors: TextVectors, asked: Sequence[Sequence[str]]) -> Blend:
        queries = [self.query(texts) for texts in asked]
        pairs = [self.similarities(query, vectors) for query in queries]
        together = {block: np.concatenate([np.zeros(0), *(pair[block] for pair in pairs)]) for block in BLOCKS}
        same = np.concatenate([np.zeros(0, dtype=bool), *(_same_language(query, vectors) for query in queries)])
        return fit_blend(shares, together, same) if len(same) else self.blend

    def transform(self, texts: Sequence[str]) -> TextVectors:
        """Return the vectors of documents; a row does not depend on the other rows."""
        lexical = self.lexical.transform(texts)
        vietnamese = np.array([language_of(text) is Language.VI for text in texts], dtype=bool)
        capabilities, semantic = self.thesaurus.rows(texts, self.thesaurus.credits), self.semantic.documents(texts, lexical)
        vectors = TextVectors(lexical, capabilities, semantic, vietnamese, np.zeros((len(texts), 0)))
        return replace(vectors, subject_closeness=self.subject_closeness(vectors))

    def subject_closeness(self, vectors: TextVectors) -> np.ndarray:
        """Return how close texts are to every subject, shape (texts, subjects)."""
        columns = [self.closeness(query, vectors) for query in self._subject_queries]
        return np.column_stack([np.zeros((len(vectors.vietnamese), 0)), *columns])

    @cached_property
    def column_of_subject(self) -> dict[tuple[str, ...], int]:
        """Return the place of each subject among ``subjects``."""
        return {subject: column for column, subject in enumerate(self.subjects)}

    def shares(self, documents: TextVectors, owners: np.ndarray, people: int) -> np.ndarray:
        """Return how much every document, read within its owner's record, is about each subject, in [0, 1], shape (documents, subjects).

        ``owners`` (documents,) is the position of each one's owner among ``people`` records; no record depends on another.
        """
        if self.words is None:
            return np.zeros(documents.subject_closeness.shape)
        likely = in_record(self.words.evidence(documents.lexical), owners, people)
        shares: np.ndarray = np.round(likely * self.words.nearness(documents.lexical, documents.subject_closeness), _SHARE_DECIMALS)
        return shares

    @cached_property
    def _subject_queries(self) -> list[Query]:
        return [self.query(texts) for texts in self.subjects]

    def query(self, texts: Sequence[str]) -> Query:
        """Return the vectors of a query made of ``texts``, in one language or several; those of the last queries are remembered."""
        return self._query(tuple(texts))

    @cached_property
    def _query(self) -> Callable[[tuple[str, ...]], Query]:
        return lru_cache(maxsize=_REMEMBERED_QUERIES)(self._fresh_query)

    def _fresh_query(self, texts: tuple[str, ...]) -> Query:
        spoken = tuple(self._accents.restored(text) or text for text in texts)
        whole = ["\n".join(dict.fromkeys((*texts, *spoken)))]
        languages = frozenset(language_of(text) for text in spoken)
        lexical = self.lexical.transform(whole)
        if len(languages) == 1:
            lexical = self.lexical.with_gloss(lexical, whole[0], self._gloss.translated(whole[0], *languages))
        semantic = self.semantic.queries(["\n".join(spoken)], lexical)
        return Query(lexical, self.thesaurus.rows(whole, self.thesaurus.wanted), semantic, languages, self._scales.get(texts, 1.0))

    @cached_property
    def _accents(self) -> Accents:
        return Accents(self.lexical.frequency)

    @cached_property
    def _gloss(self) -> Gloss:
        return Gloss.learn(self.thesaurus.concepts)

    @cached_property
    def _scales(self) -> dict[tuple[str, ...], float]:
        typical = sum(self.levels) / max(1, len(self.levels))
        return {subject: typical / level for subject, level in zip(self.subjects, self.levels, strict=True)} if self.levels else {}

    def similarities(self, query: Query, documents: TextVectors) -> dict[str, np.ndarray]:
        """Return the cosine of a query with every document in each block, arrays of shape (documents,)."""
        return {
            "lexical": (query.lexical @ documents.inverted).toarray()[0].astype(np.float64),
            "capability": np.asarray(documents.capability_units @ query.capability_unit).astype(np.float64),
            "semantic": (documents.semantic @ query.semantic[0]) / (documents.semantic_lengths * lengths(query.semantic)[0]),
        }

    def relevance(self, query: Query, documents: TextVectors) -> np.ndarray:
        """Return the relevance of every document to the query in [0, 1], shape (documents,); zeros for a query that says nothing."""
        if query.says_nothing:
            return np.zeros(documents.semantic.shape[0])
        return self.blend.relevance(self.closeness(query, documents), _same_language(query, documents), documents.rivalry)

    def closeness(self, query: Query, documents: TextVectors) -> np.ndarray:
        """Return how close every document is to the query, in deviations from the average pair, shape (documents,).

        For a subject this is scaled so that all subjects reach the same level.
        """
        return query.scale * self.blend.closeness(self.similarities(query, documents), _same_language(query, documents))

    def aboutness(self, query: Query, documents: TextVectors) -> np.ndarray:
        """Return how clearly every document is about the query, in [0, 1], shape (documents,): a logistic curve over its closeness."""
        if query.says_nothing:
            return np.zeros(documents.semantic.shape[0])
        about: np.ndarray = expit((self.closeness(query, documents) - _ABOUT) / _ABOUT_WIDTH)
        return about

    def belonging(self, query: Query, documents: TextVectors) -> np.ndarray:
        """Return how much every document belongs to a subject that the space was not fitted on, in [0, 1], shape (documents,).

        A document belongs when it is clearly about the query and not clearly more about the space's own subjects: ``aboutness`` times a
        logistic curve over its closeness beyond the mean of its two nearest subjects.
        """
        beyond = self.closeness(query, documents) - documents.rivalry
        belongs: np.ndarray = self.aboutness(query, documents) * expit((beyond - _RIVAL) / _RIVAL_WIDTH)
        return belongs


def usual_shares(encoder: Encoder | None) -> tuple[Shares, Shares]:
    """Return the shares of the blocks that were chosen, with an encoder or without."""
    return LATENT_SHARES if encoder is None else ENCODED_SHARES


def sample_of(owners: np.ndarray) -> np.ndarray:
    """Return the positions of the documents that a space learns from: all, or of too many those of whole people and as many of nobody's."""
    if len(owners) <= LARGEST_SAMPLE:
        return np.arange(len(owners))
    nobodys = np.array(evenly(np.flatnonzero(owners < 0).tolist(), LARGEST_SAMPLE), dtype=np.int64)
    return np.sort(np.concatenate([sampled(owners, max(0, LARGEST_SAMPLE - len(nobodys))), nobodys]))


def _records(owners: np.ndarray) -> np.ndarray:
    """Return the record of each document, counted from 0: that of its owner, or one of its own."""
    alone = owners.max(initial=-1) + 1 + np.arange(len(owners))
    records: np.ndarray = np.unique(np.where(owners >= 0, owners, alone), return_inverse=True)[1]
    return records


def evenly(texts: Sequence[Text], most: int) -> Sequence[Text]:
    """Return at most ``most`` of ``texts``, spread evenly: a sample without chance."""
    if len(texts) <= most:
        return texts
    return [texts[position * len(texts) // most] for position in range(most)]


def _same_language(query: Query, documents: TextVectors) -> np.ndarray:
    return np.where(documents.vietnamese, Language.VI in query.languages, Language.EN in query.languages)
