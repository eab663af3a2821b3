"""What a statement says of the work that it names: done, denied, wished for, required, or done by others; and the part that it tells."""

import re
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import scipy.sparse as sp
from scipy.special import softmax

from matching.readers.curves import DECIMALS, Planes
from matching.text.normalise import normalise

_WORD = re.compile(r"\w+|n't|[?!]")
_LONGEST_RUN = 3
_FALLING_SHORT = re.compile(
    r"\b(không|chưa|chẳng|dừng|hoãn|thất bại|chỉ|never|not|no|nobody|none|only|fail(ed|s)?|cancelled|stopped)\b|n['’]t\b"
)


class Claim(StrEnum):
    """What a statement says of the work that it names."""

    DONE = "done"
    DENIED = "denied"
    WISHED = "wished"
    REQUIRED = "required"
    BY_OTHERS = "by_others"


class ToldPart(StrEnum):
    """The part in the work that the words tell; ``UNTOLD`` where they do not say."""

    LED = "led"
    MAIN = "main"
    CONTRIBUTOR = "contributor"
    UNTOLD = "untold"


def runs(text: str) -> list[str]:
    """Return the runs of one to three words of a statement, and how it begins: where negation and requirement show."""
    words = _WORD.findall(normalise(text))
    found = [" ".join(words[start : start + size]) for size in range(1, _LONGEST_RUN + 1) for start in range(len(words) - size + 1)]
    return [*found, "^" + " ".join(words[:2])]


def falls_short(statement: str) -> bool:
    """Return whether a statement has words of falling short: without one, no reader is believed that it denies something."""
    return _FALLING_SHORT.search(normalise(statement)) is not None


def counted(texts: Sequence[str], vocabulary: dict[str, int], idf: np.ndarray) -> sp.csr_array:
    """Return the weighed runs of each text as unit rows, shape (texts, runs)."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        counts: dict[int, int] = {}
        for run in runs(text):
            if run in vocabulary:
                counts[vocabulary[run]] = counts.get(vocabulary[run], 0) + 1
        weights = {column: (1.0 + np.log(count)) * idf[column] for column, count in counts.items()}
        length = float(np.sqrt(sum(weight**2 for weight in weights.values()))) or 1.0
        for column, weight in sorted(weights.items()):
            rows.append(row)
            columns.append(column)
            values.append(weight / length)
    return sp.csr_array((values, (rows, columns)), shape=(len(texts), len(vocabulary)))


def read(said: np.ndarray, words: sp.csr_array, reader: Planes) -> np.ndarray:
    """Return the probability of every class, shape (statements, classes); ``said`` are centred vectors, ``words`` counted runs."""
    features = sp.csr_array(sp.hstack([words, sp.csr_array(said)]))
    found: np.ndarray = np.round(softmax(features @ reader.weights + reader.biases, axis=1), DECIMALS)
    return found
