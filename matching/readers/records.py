"""A person's record as statements and their vectors, each statement encoded once and centred by its language."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matching.profiles import EvidenceItem, Profile
from matching.space.encoded import Encoder
from matching.text.cleaning import cleaned
from matching.text.languages import language_of
from matching.text.statements import statements
from models.vocabulary import Language

_WHOLE_CHARACTERS = 1_500
_DIGITS = 32
Means = Mapping[Language, np.ndarray]


def digest_of(profile: Profile) -> str:
    """Return the name of everything of ``profile`` that is read: 32 hexadecimal digits of its SHA-256."""
    read = [
        (one.kind, one.title, one.text, one.part, one.outcome, one.scale, sorted(set(one.sectors)), str(one.starts), one.source)
        for one in profile.items
    ]
    presented = [text for _, text in (*profile.headlines, *profile.biographies)]
    return hashlib.sha256(repr((read, presented)).encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True)
class Record:
    """What is read of a person: the statements of each item (those of its title first), and of headline and biography.

    Names, birth, gender, country and age are not in it: they never enter.
    """

    items: tuple[EvidenceItem, ...]
    titles: tuple[tuple[str, ...], ...]
    told: tuple[tuple[str, ...], ...]
    presented: tuple[str, ...]

    @classmethod
    def of(cls, profile: Profile) -> "Record":
        """Take a profile apart."""
        titles = tuple(statements(item.title) or (item.title,) for item in profile.items)
        told = tuple(statements(item.text) for item in profile.items)
        presented = [text for _, text in (*profile.headlines, *profile.biographies)]
        return cls(profile.items, titles, told, tuple(said for text in presented for said in statements(text)))

    def without(self, untold: Collection[str]) -> "Record":
        """Return the record as if no item held one of the statements ``untold``; titles stay."""
        told = tuple(tuple(one for one in said if one not in untold) for said in self.told)
        pairs = zip(self.items, self.told, told, strict=True)
        items = tuple(item if len(kept) == len(said) else replace(item, text="\n".join(kept)) for item, said, kept in pairs)
        return Record(items, self.titles, told, self.presented)

    @cached_property
    def of_items(self) -> tuple[tuple[str, ...], ...]:
        """Return all statements of each item."""
        return tuple((*title, *told) for title, told in zip(self.titles, self.told, strict=True))

    @cached_property
    def wholes(self) -> tuple[str, ...]:
        """Return the words of each item as one cleaned text, for words and names."""
        return tuple(cleaned(item.words)[:_WHOLE_CHARACTERS] for item in self.items)

    def statements(self) -> Iterator[str]:
        """Return everything that is to be encoded."""
        for of_item in self.of_items:
            yield from of_item
        yield from self.presented


@dataclass(frozen=True)
class RecordVectors:
    """The centred unit vectors of a record: ``said`` (statements, dimension) item by item, ``presented`` likewise.

    ``starts`` is where each item's statements begin; ``means`` and ``titles`` are (items, dimension).
    """

    said: np.ndarray
    starts: np.ndarray
    presented: np.ndarray
    means: np.ndarray
    titles: np.ndarray

    @classmethod
    def of(cls, record: Record, encoder: Encoder, means: Means) -> "RecordVectors":
        """Encode a record; ``means`` are subtracted by language."""
        said = centred([statement for of_item in record.of_items for statement in of_item], encoder, means)
        sizes = [len(of_item) for of_item in record.of_items]
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(int)[:-1]
        ends = starts + np.array(sizes, dtype=int)
        titles = [said[start : start + len(title)].mean(axis=0) for start, title in zip(starts, record.titles, strict=True)]
        wholes = [said[start:end].mean(axis=0) for start, end in zip(starts, ends, strict=True)]
        empty = np.zeros((0, encoder.dimension), dtype=np.float32)
        return cls(
            said,
            starts,
            centred(record.presented, encoder, means),
            unit(np.stack(wholes)) if wholes else empty,
            np.stack(titles) if titles else empty,
        )

    def best(self, values: np.ndarray) -> np.ndarray:
        """Return the greatest of the statements' ``values`` (statements, columns) for each item, shape (items, columns)."""
        found: np.ndarray = np.maximum.reduceat(values, self.starts, axis=0) if len(self.starts) else values[:0]
        return found


def centred(texts: Sequence[str], encoder: Encoder, means: Means) -> np.ndarray:
    """Return the unit rows of ``texts``, the mean of each one's language subtracted, shape (texts, dimension)."""
    if not texts:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    subtracted = np.array([means[language_of(text)] for text in texts], dtype=np.float32)
    return unit(encoder.encode(texts) - subtracted)


def unit(rows: np.ndarray) -> np.ndarray:
    """Return ``rows`` with unit length; a row of zeros stays."""
    length = np.sqrt(np.einsum("...j,...j->...", rows, rows))
    scaled: np.ndarray = rows / np.where(length > 0, length, 1.0)[..., None]
    return scaled


def mean_of(rows: np.ndarray, dimension: int) -> np.ndarray:
    """Return the unit mean of ``rows``, zeros for none, shape (dimension,)."""
    return unit(rows.mean(axis=0)) if len(rows) else np.zeros(dimension, dtype=np.float32)
