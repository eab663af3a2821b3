"""Which capabilities an item shows, whatever the words."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matching.readers.concepts import Concepts
from matching.readers.exemplars import Exemplars
from matching.readers.records import Record, RecordVectors

# A capability is shown from this probability on, and fully shown from the higher one.
SHOWN_FROM, PLAIN_FROM = 0.16, 0.45


@dataclass(frozen=True)
class CapabilityFeatures:
    """One record before the capabilities: its ``words`` (items, terms), what it ``named`` (items, capabilities), and how much each item
    is ``about`` a subject that asks for a capability, (items, capabilities), and how often work on such subjects shows it, which is
    ``expected`` of it, likewise; ``dimensions`` (items, 6) of the roles that it shows. ``near`` is what ``nearest`` found.
    """

    record: Record
    vectors: RecordVectors
    words: sp.csr_array
    named: np.ndarray
    about: np.ndarray
    expected: np.ndarray
    dimensions: np.ndarray
    near: tuple[np.ndarray, np.ndarray]


def nearest(vectors: RecordVectors, concepts: Concepts) -> tuple[np.ndarray, np.ndarray]:
    """Return the cosine of each item's nearest statement with each capability, and with the nearest name of each: two of shape
    (items, capabilities), which depend on the record and the thesaurus alone.
    """
    return vectors.best(vectors.said @ concepts.centres.T), vectors.best(concepts.best_names(vectors.said))


def features(
    seen: CapabilityFeatures, concepts: Concepts, concept_words: sp.csr_array, exemplars: Exemplars, asked: np.ndarray
) -> np.ndarray:
    """Return the features of every item for the capabilities in the columns ``asked``, shape (items, asked, features).

    ``concept_words`` (capabilities, terms) are the lexical rows of everything that each capability is called.
    """
    place = {name: column for column, name in enumerate(exemplars.names)}
    like = exemplars.likeness(seen.vectors, seen.words, tuple(place.get(concepts.thesaurus.ids[column]) for column in asked))
    mapped = exemplars.mapped(seen.vectors.means) @ concepts.centres.T
    everywhere = [*_nearness(seen, concepts, (seen.words @ concept_words.T).toarray()), mapped]
    known = np.array([exemplars.count(concepts.thesaurus.ids[column]) for column in asked])
    often = np.broadcast_to(np.log1p(known), like.shape[:2])
    shown = [np.broadcast_to(seen.dimensions[:, place, None], like.shape[:2]) for place in range(seen.dimensions.shape[1])]
    return np.stack([*(values[:, asked] for values in everywhere), *np.moveaxis(like, -1, 0), often, *shown], axis=-1)


def _nearness(seen: CapabilityFeatures, concepts: Concepts, worded: np.ndarray) -> list[np.ndarray]:
    """Return every measure of how near an item is to a capability, each of shape (items, capabilities)."""
    vectors, named, parents = seen.vectors, seen.named, concepts.parents
    close, called = seen.near
    over_record = [np.broadcast_to(values.max(axis=0, keepdims=True), values.shape) for values in (close, called, named, worded)]
    length = np.log1p([len(whole.split()) for whole in seen.record.wholes])
    standing = [_standing_out(close), _standing_out(called), vectors.means @ concepts.centres.T, worded, named]
    context = [*over_record, seen.about, seen.expected, np.broadcast_to(length[:, None], close.shape)]
    return [
        close,
        called,
        *standing,
        close[:, parents],
        named[:, parents],
        *context,
        close - close[:, parents],
        _rank(close),
        _rank(called),
    ]


def credit(probability: np.ndarray, named: np.ndarray) -> np.ndarray:
    """Return what a reading counts as, in [0, 1]: one half where a capability is just shown, 1 where it is plain.

    What is claimed by its name counts as just shown unless the reader finds nothing behind the name.
    """
    read = np.interp(probability, [0.0, SHOWN_FROM, PLAIN_FROM], [0.0, 0.5, 1.0])
    by_name = (named >= 1.0) & (probability >= SHOWN_FROM / 2)
    counted: np.ndarray = np.where(by_name, np.maximum(read, 0.5), read)
    return counted


def _standing_out(values: np.ndarray) -> np.ndarray:
    out: np.ndarray = (values - values.mean(axis=1, keepdims=True)) / (values.std(axis=1, keepdims=True) + 1e-6)
    return out


def _rank(values: np.ndarray) -> np.ndarray:
    """Return how many capabilities are closer to the item, by their cosine."""
    order = np.argsort(np.argsort(-values, axis=1, kind="stable"), axis=1, kind="stable")
    return order.astype(float)
