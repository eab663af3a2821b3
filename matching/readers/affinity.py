"""Which subjects of the catalogue a text is about, or none: how a pasted brief finds the readings that are there."""

from collections.abc import Sequence

import numpy as np

from matching.readers.records import Means, centred, mean_of
from matching.readers.subjects import Subjects, _ahead, _standing_out
from matching.space.encoded import Encoder
from matching.space.lexical import LexicalBlock
from matching.text.cleaning import cleaned
from matching.text.statements import statements

# Below the first probability that a text asks for something of the catalogue, it is about none of it; from the second on it plainly is.
NONE_BELOW, PLAIN_FROM = 0.2, 0.5


def features(texts: Sequence[str], subjects: Subjects, encoder: Encoder, means: Means, lexicon: LexicalBlock) -> np.ndarray:
    """Return the features of one brief, given as its ``texts``, for every subject, shape (subjects, features)."""
    said = centred([statement for text in texts for statement in statements(text)], encoder, means)
    words = cleaned("\n".join(texts))
    whole = mean_of(said, encoder.dimension)
    close = said @ subjects.centres.T if len(said) else np.zeros((1, len(subjects.subjects)))
    by_words = (lexicon.transform([words]) @ subjects.words.T).toarray()[0]
    return measures(subjects.briefs @ whole, subjects.centres @ whole, by_words, close.max(axis=0), len(words.split()))


def measures(briefs: np.ndarray, centres: np.ndarray, by_words: np.ndarray, best: np.ndarray, length: int) -> np.ndarray:
    """Put nearness to briefs, capabilities, words and the best statement together, each also standing out and ahead."""
    ways = [briefs, centres, by_words, best]
    ways += [_standing_out(values[None], 1)[0] for values in (briefs, centres, by_words, best)]
    ways += [_ahead(values[None])[0] for values in (briefs, centres, by_words, best)]
    ways += [np.full(len(briefs), values.max(initial=0.0)) for values in (briefs, centres)]
    return np.stack([*ways, np.full(len(briefs), np.log1p(length))], axis=-1)


def shares(probability: np.ndarray, within: float) -> np.ndarray:
    """Return what each subject counts for a text, from its probabilities (subjects,).

    ``within`` is the probability that the text asks for something of the catalogue: where it is low, nothing counts.
    """
    best = float(probability.max(initial=0.0))
    plain = np.clip((within - NONE_BELOW) / (PLAIN_FROM - NONE_BELOW), 0.0, 1.0)
    found: np.ndarray = plain * probability / max(best, 1e-9)
    return found
