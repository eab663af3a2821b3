"""Which capabilities an item shows, whatever the words."""

import numpy as np
import scipy.sparse as sp

from matching.readers.concepts import Concepts
from matching.readers.exemplars import Exemplars
from matching.readers.records import Record, RecordVectors

# A capability is shown from this probability on, and fully shown from the higher one.
SHOWN_FROM, PLAIN_FROM = 0.10, 0.30


def features(
    record: Record,
    vectors: RecordVectors,
    words: sp.csr_array,
    named: np.ndarray,
    about: np.ndarray,
    concepts: Concepts,
    concept_words: sp.csr_array,
    exemplars: Exemplars,
    asked: np.ndarray,
) -> np.ndarray:
    """Return the features of every item for the capabilities in the columns ``asked``, shape (items, asked, features).

    ``about`` (items, capabilities) is how much the item is about a subject that asks for the capability; ``concept_words``
    (capabilities, terms) the lexical rows of everything that each is called.
    """
    close = vectors.best(vectors.said @ concepts.centres.T)
    called = vectors.best(concepts.best_names(vectors.said))
    whole = vectors.means @ concepts.centres.T
    worded = (words @ concept_words.T).toarray()
    place = {name: column for column, name in enumerate(exemplars.names)}
    like = exemplars.likeness(vectors, words, tuple(place.get(concepts.thesaurus.ids[column]) for column in asked))
    over_record = [np.broadcast_to(values.max(axis=0, keepdims=True), values.shape) for values in (close, called, named, worded)]
    length = np.log1p([len(whole_text.split()) for whole_text in record.wholes])
    parents = concepts.parents
    everywhere = [
        close,
        called,
        _standing_out(close),
        _standing_out(called),
        whole,
        worded,
        named,
        close[:, parents],
        named[:, parents],
        *over_record,
        about,
        np.broadcast_to(length[:, None], close.shape),
        close - close[:, parents],
        _rank(close),
        _rank(called),
        exemplars.mapped(vectors.means) @ concepts.centres.T,
    ]
    return np.stack([*(values[:, asked] for values in everywhere), *np.moveaxis(like, -1, 0)], axis=-1)


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
