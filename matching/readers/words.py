"""An encoder made of words alone, for where no sentence encoder is installed: what stands together in parallel texts lies together.

Latent semantic indexing across languages (Dumais, Letsche, Littman and Landauer, 1997): the directions are those in which texts that say
one thing in both languages differ most, so that a word lies near its translation. The table is learnt once and ships.
"""

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import scipy.sparse as sp

from matching.space.lexical import LexicalBlock

MODEL = "words-1"
_FILE = "words-1.table.npz"
_STEPS = 127.0


class WordsEncoder:
    """``table`` (terms, dimension) holds where each term lies; a text lies at the weighed mean of its terms."""

    licence = "the project's own"

    def __init__(self, model: str, lexicon: LexicalBlock, table: np.ndarray) -> None:
        self.model = model
        self.dimension = int(table.shape[1])
        self._lexicon = lexicon
        self._table = np.ascontiguousarray(table)  # else a product with it copies the whole table first

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit float32 row a text, shape (texts, dimension); a text of unknown words is a row of zeros."""
        rows = sp.csr_array(self._lexicon.transform(list(texts))) @ self._table
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        found: np.ndarray = (rows / np.where(lengths > 0, lengths, 1.0)[:, None]).astype(np.float32)
        return found

    def as_bytes(self) -> bytes:
        """Return the table as bytes that ``from_bytes`` reads: names, weights and directions in 8 bits, nothing that can be run."""
        largest = np.abs(self._table).max(axis=1, keepdims=True)
        whole = np.asfortranarray(np.rint(self._table * (_STEPS / np.where(largest > 0, largest, 1.0))).astype(np.int8))
        ordered = sorted(self._lexicon.vocabulary, key=lambda term: self._lexicon.vocabulary[term])
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            allow_pickle=False,
            terms=np.frombuffer("\n".join(ordered).encode(), dtype=np.uint8),
            idf=self._lexicon.idf.astype(np.float32),
            table=whole,
            scale=(largest[:, 0] / _STEPS).astype(np.float32),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, blob: bytes) -> "WordsEncoder":
        """Return the encoder in ``blob``; its model is named with the beginning of the SHA-256 of the table."""
        with np.load(io.BytesIO(blob), allow_pickle=False) as stored:
            terms = {term: place for place, term in enumerate(stored["terms"].tobytes().decode().split("\n"))}
            table = stored["table"].astype(np.float32) * stored["scale"][:, None]
            return cls(MODEL, LexicalBlock(terms, stored["idf"].astype(np.float64)), table)


def learn(parallel: Sequence[str], dimension: int) -> WordsEncoder:
    """Learn a table from ``parallel`` texts, each of which says one thing in both languages; a term must stand in two of them."""
    whole = LexicalBlock.fit(parallel)
    rows = whole.transform(list(parallel))
    common = np.flatnonzero(np.asarray((rows > 0).sum(axis=0)).ravel() >= 2)
    names = sorted(whole.vocabulary, key=lambda term: whole.vocabulary[term])
    lexicon = LexicalBlock({names[column]: place for place, column in enumerate(common)}, whole.idf[common])
    counts = lexicon.transform(list(parallel)).astype(np.float64)
    rng = np.random.default_rng(int.from_bytes(hashlib.sha256(MODEL.encode()).digest()[:4]))
    start = rng.normal(size=min(counts.shape))
    _, strength, directions = sp.linalg.svds(counts, k=min(dimension, min(counts.shape) - 1), v0=start)
    order = np.argsort(-strength)
    directions = directions[order]
    signs = np.sign(directions[np.arange(len(directions)), np.abs(directions).argmax(axis=1)])
    return WordsEncoder(MODEL, lexicon, (directions * signs[:, None]).T.astype(np.float32))


@cache
def words_encoder() -> WordsEncoder:
    """Return the encoder whose table ships with the service."""
    return WordsEncoder.from_bytes((files("matching.readers") / "shipped" / _FILE).read_bytes())
