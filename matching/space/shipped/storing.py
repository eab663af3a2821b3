"""The shipped text space as sealed data: arrays and text without any code in them, their version a hash of all that they hold.

``space.npz`` is written by ``vinmatch train-space`` and read here. It carries the id of the encoder that its means belong to.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

import numpy as np

from matching.space.encoded import Encoder
from matching.space.gloss import Gloss, Senses
from matching.space.shipped.meaning import Meaning, Means
from matching.space.shipped.space import Balance, ShippedSpace
from matching.space.shipped.words import Words
from models.vocabulary import Language

SHIPPED = Path(__file__).parent / "space.npz"
_VERSION_DIGITS = 16
_Arrays = Mapping[str, np.ndarray]


class OtherEncoder(ValueError):
    """The space belongs to another encoder than the one that is in use."""


class BrokenSeal(ValueError):
    """The file is not what was sealed."""


@lru_cache(maxsize=2)
def _read(path: Path) -> _Arrays:
    return unsealed(path.read_bytes())


def read_space(path: Path, encoder: Encoder | None) -> ShippedSpace:
    """Return the space sealed in ``path``; raises ``OtherEncoder``, and ``BrokenSeal`` for a changed file."""
    return space_from(_read(path), encoder)


def space_from(arrays: _Arrays, encoder: Encoder | None) -> ShippedSpace:
    """Return the space in ``arrays``; raises ``OtherEncoder``."""
    vietnamese, english, across, least, least_words = arrays["balance"].tolist()
    terms, counts = _lines(arrays["terms"]), arrays["counts"].tolist()
    return ShippedSpace(
        version_of(arrays),
        Words(int(arrays["texts"]), dict(zip(terms, counts, strict=True))),
        Gloss({Language.VI: _senses(arrays, "vi"), Language.EN: _senses(arrays, "en")}),
        Balance(vietnamese, english, across, least, least_words),
        None if encoder is None else Meaning(encoder, *_means(arrays, encoder)),
    )


def arrays_of(words: Words, gloss: Gloss, balance: Balance, meaning: Meaning) -> dict[str, np.ndarray]:
    """Return everything that was learnt as arrays."""
    terms = sorted(words.counts)
    return {
        "texts": np.array(words.texts, dtype=np.int64),
        "terms": _text("\n".join(terms)),
        "counts": np.array([words.counts[term] for term in terms], dtype=np.int32),
        **_of_senses(gloss.senses[Language.VI], "vi"),
        **_of_senses(gloss.senses[Language.EN], "en"),
        "balance": np.array(astuple(balance), dtype=np.float64),
        "model": _text(meaning.encoder.model),
        "means": np.stack([of[language] for of in (meaning.of_passages, meaning.of_statements) for language in Language]),
    }


def sealed(arrays: _Arrays) -> bytes:
    """Return ``arrays`` with their version as bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, version=_text(version_of(arrays)), **arrays)
    return buffer.getvalue()


def unsealed(blob: bytes) -> dict[str, np.ndarray]:
    """Return the arrays in ``blob``; raises ``BrokenSeal`` where they are not those that were sealed."""
    with np.load(io.BytesIO(blob), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    said = _lines(arrays.pop("version"))[0]
    if version_of(arrays) != said:
        raise BrokenSeal(
            f"The text space is not the one sealed as {said}: install the product again, or train it with `vinmatch train-space`.\n"
            f"Không gian văn bản không khớp bản đã niêm phong {said}: hãy cài lại sản phẩm hoặc huấn luyện lại bằng `vinmatch train-space`."
        )
    return arrays


def version_of(arrays: _Arrays) -> str:
    """Return the version: 16 hexadecimal digits of the SHA-256 of all names, shapes and values."""
    hashed = hashlib.sha256()
    for name in sorted(arrays):
        hashed.update(f"{name} {arrays[name].dtype.str} {arrays[name].shape}\n".encode())
        hashed.update(np.ascontiguousarray(arrays[name]).tobytes())
    return hashed.hexdigest()[:_VERSION_DIGITS]


def _means(arrays: _Arrays, encoder: Encoder) -> tuple[Means, Means]:
    model = _lines(arrays["model"])[0]
    if encoder.model != model:
        raise OtherEncoder(
            f"The text space was trained for the encoder {model}, but {encoder.model} is in use: choose {model} or none, or train the "
            f"space for {encoder.model} with `vinmatch train-space`.\nKhông gian văn bản được huấn luyện cho bộ mã hóa {model}, nhưng "
            f"đang dùng {encoder.model}: hãy chọn {model} hoặc none, hoặc huấn luyện lại cho {encoder.model} bằng `vinmatch train-space`."
        )
    of_passages, of_statements = np.split(arrays["means"], 2)
    return dict(zip(Language, of_passages, strict=True)), dict(zip(Language, of_statements, strict=True))


def _of_senses(senses: Senses, language: str) -> dict[str, np.ndarray]:
    sources = sorted(senses)
    targets = sorted({target for of_source in senses.values() for target in of_source})
    place = {target: number for number, target in enumerate(targets)}
    ordered = [sorted(senses[source].items()) for source in sources]
    return {
        f"{language}_sources": _text("\n".join(sources)),
        f"{language}_targets": _text("\n".join(targets)),
        f"{language}_sizes": np.array([len(of_source) for of_source in ordered], dtype=np.int16),
        f"{language}_links": np.array([place[target] for of_source in ordered for target, _ in of_source], dtype=np.int32),
        f"{language}_shares": np.array([share for of_source in ordered for _, share in of_source], dtype=np.float16),
    }


def _senses(arrays: _Arrays, language: str) -> Senses:
    targets = _lines(arrays[f"{language}_targets"])
    links, shares = arrays[f"{language}_links"].tolist(), arrays[f"{language}_shares"].tolist()
    senses, start = dict[str, dict[str, float]](), 0
    for source, size in zip(_lines(arrays[f"{language}_sources"]), arrays[f"{language}_sizes"].tolist(), strict=True):
        senses[source] = {
            targets[link]: share for link, share in zip(links[start : start + size], shares[start : start + size], strict=True)
        }
        start += size
    return senses


def _text(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _lines(array: np.ndarray) -> list[str]:
    return array.tobytes().decode().split("\n")
