"""The text space that ships: how near texts and people are to a query, learnt from the product's own texts and from nothing else.

A text's vectors depend on the text and on this version alone: not on who else is in the network, nor on when it was read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.space.gloss import Gloss
from matching.space.semantic import unit_rows
from matching.space.shipped.meaning import Meaning, TextEmbeddings
from matching.space.shipped.people import RECORD_SHARE, Records, by_person
from matching.space.shipped.words import Words
from matching.text.languages import language_of
from matching.text.unaccented import Accents
from models.vocabulary import Language


@dataclass(frozen=True)
class Texts:
    """Texts as the space sees them, one row a text: their words, whether each is Vietnamese, and what they mean (None: no encoder)."""

    words: sp.csr_array
    vietnamese: np.ndarray
    said: TextEmbeddings | None

    @cached_property
    def by_term(self) -> sp.csr_array:
        """Return the words by terms, shape (terms, texts): a query of few terms touches few texts."""
        return sp.csr_array(self.words.T)


@dataclass(frozen=True)
class People:
    """Texts and whose they are: ``owners`` (texts,) is the position of each one's person among ``count``."""

    texts: Texts
    owners: np.ndarray
    count: int

    @cached_property
    def records(self) -> Records:
        """Return the texts of each person as one."""
        return Records.of(self.texts.words, None if self.texts.said is None else self.texts.said.wholes, self.owners, self.count)


@dataclass(frozen=True)
class EncodedQuery:
    """A query: its words (1, terms), what it means, and the languages that it speaks."""

    words: sp.csr_array
    said: TextEmbeddings | None
    languages: frozenset[Language]


@dataclass(frozen=True)
class Balance:
    """What words count beside meaning, for pairs of two Vietnamese texts, of two English ones and of one each, and from where on a text
    is evidence at all (``least``, with an encoder; ``least_words`` without)."""

    vietnamese: float
    english: float
    across: float
    least: float
    least_words: float


@dataclass(frozen=True)
class ShippedSpace:
    """Everything that was learnt, sealed under ``version``; ``meaning`` is None without an encoder."""

    version: str
    words: Words
    gloss: Gloss
    balance: Balance
    meaning: Meaning | None = None

    def texts(self, texts: Sequence[str]) -> Texts:
        """Return the vectors of texts; a row does not depend on the other rows."""
        read = [self._accented(text) for text in texts]
        vietnamese = np.array([language_of(text) is Language.VI for text in read], dtype=bool)
        return Texts(self.words.rows(read), vietnamese, None if self.meaning is None else self.meaning.said(read))

    def asked(self, texts: Sequence[str]) -> EncodedQuery:
        """Return the vectors of a query made of ``texts``, in one language or both; words of one language are glossed by the other's."""
        read = [self._accented(text) for text in texts]
        whole = "\n".join(dict.fromkeys((*texts, *read)))
        languages = frozenset(language_of(text) for text in read)
        gloss = self.gloss.translated(whole, *languages) if len(languages) == 1 else {}
        said = None if self.meaning is None else self.meaning.said(["\n".join(read)])
        return EncodedQuery(self.words.query(whole, gloss), said, languages)

    def closeness(self, query: EncodedQuery, texts: Texts) -> np.ndarray:
        """Return how close each text is to the query, shape (texts,): the cosine of words times their balance plus that of meaning."""
        words = self._words(query, texts)
        if query.said is None or texts.said is None:
            return words
        close: np.ndarray = words + texts.said.nearness(query.said)
        return close

    def _words(self, query: EncodedQuery, texts: Texts) -> np.ndarray:
        """Return what the words of each text are worth, shape (texts,)."""
        cosines: np.ndarray = (query.words @ texts.by_term).toarray()[0].astype(np.float64)
        if query.said is None or texts.said is None:
            return cosines
        spoken = np.where(texts.vietnamese, Language.VI in query.languages, Language.EN in query.languages)
        within = np.where(texts.vietnamese, self.balance.vietnamese, self.balance.english)
        worth: np.ndarray = np.where(spoken, within, self.balance.across) * cosines
        return worth

    def evidence(self, query: EncodedQuery, texts: Texts) -> np.ndarray:
        """Return what each text is worth as evidence for the query, 0 or more, shape (texts,)."""
        least = self.balance.least_words if query.said is None else self.balance.least
        found: np.ndarray = np.maximum(self.closeness(query, texts) - least, 0.0)
        return found

    def scores(self, query: EncodedQuery, people: People) -> np.ndarray:
        """Return the score of each person by texts alone, 0 or more, shape (people,): no role and no rule is in it."""
        meant = None if query.said is None else unit_rows(query.said.wholes.astype(np.float64))[0]
        as_one = people.records.closeness(self._words(query, people.texts), meant)
        single = by_person(self.evidence(query, people.texts), people.owners, people.count)
        found: np.ndarray = np.maximum(single + RECORD_SHARE * as_one, 0.0)
        return found

    def fitted(self, written: Sequence[str]) -> "ShippedSpace":
        """Return a space that counts words and takes the means of languages from ``written`` instead; for measurements beside this one."""
        if self.meaning is None:
            return replace(self, version="", words=Words.counted(written))
        return replace(self, version="", words=Words.counted(written), meaning=Meaning.learnt(self.meaning.encoder, written))

    def _accented(self, text: str) -> str:
        return self._accents.restored(text) or text

    @cached_property
    def _accents(self) -> Accents:
        return Accents(self.words.frequency)
