"""Readers as bytes: arrays and names alone, with a version that is their hash; nothing in them can be run.

The format is NumPy's ``npz``, uncompressed inside, so that the same readers give the same bytes everywhere.
"""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile

import numpy as np
import scipy.sparse as sp

from matching.ranking.weights import Band, CalibrationCounts, Weights
from matching.readers.curves import Curves, Planes
from matching.readers.exemplars import Exemplars
from matching.readers.readers import Readers
from matching.readers.records import Means, unit
from matching.readers.scope import Scope
from matching.readers.usual import BaseRates
from matching.space.lexical import LexicalBlock
from models.vocabulary import Language

FORMAT = "readers-3"
VERSION_LENGTH = 16
_CURVES = ("about", "shows", "affine")
_PLANES = ("meaning", "wording", "claims", "parts")
_MEANS = ("means", "name_means", "brief_means")
_EXEMPLARS = ("of_subjects", "of_capabilities")
_STEPS = 127.0
_Arrays = Mapping[str, np.ndarray]


class SealBroken(ValueError):
    """The bytes are not readers of this format, or were changed after they were sealed."""


def seal(readers: Readers) -> bytes:
    """Return ``readers`` as bytes that ``unseal`` makes the same readers of; single precision, exemplars in 8 bits."""
    arrays: dict[str, np.ndarray] = {"head": _text(json.dumps(_head(readers), ensure_ascii=False, sort_keys=True))}
    for name in _MEANS:
        arrays[name] = np.stack([getattr(readers, name)[language] for language in Language]).astype(np.float32)
    arrays |= {"terms": _names(readers.lexicon.vocabulary), "idf": readers.lexicon.idf.astype(np.float32)}
    arrays |= {"runs": _names(readers.runs), "run_idf": readers.run_idf.astype(np.float32)}
    arrays |= {"phrases": _names(readers.phrases), "phrase_idf": readers.phrase_idf.astype(np.float32)}
    for name in _CURVES:
        curves: Curves = getattr(readers, name)
        arrays |= {f"{name}.knots": curves.knots, f"{name}.heights": curves.heights, f"{name}.bias": np.array([curves.bias])}
    for name in _PLANES:
        planes: Planes = getattr(readers, name)
        arrays |= {f"{name}.weights": planes.weights.astype(np.float32), f"{name}.biases": planes.biases}
    for name in _EXEMPLARS:
        arrays |= _of_exemplars(name, getattr(readers, name))
    arrays |= {"usual": readers.usual.rates.astype(np.float32), "usual.mean": np.array([readers.usual.mean])}
    arrays |= {"scope.within": _eight_bits(readers.scope.within), "scope.outside": _eight_bits(readers.scope.outside)}
    arrays["scope.curve"] = np.array([*readers.scope.slopes, readers.scope.bias])
    arrays["narrow"] = readers.narrow.astype(np.float32)
    body = _packed(arrays)
    return _packed({**arrays, "hash": _text(hashlib.sha256(body).hexdigest())})


def unseal(blob: bytes) -> Readers:
    """Return the readers in ``blob``; raises ``SealBroken`` for anything else."""
    try:
        with np.load(io.BytesIO(blob), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (ValueError, OSError, EOFError, KeyError, BadZipFile) as error:
        raise SealBroken(f"these bytes are no sealed readers: {error}") from error
    told = _read(arrays.pop("hash", _text("")))
    if hashlib.sha256(_packed(arrays)).hexdigest() != told:
        raise SealBroken("the sealed readers were changed or cut: their hash differs; train or install them again")
    return _readers(arrays)


def version_of(blob: bytes) -> str:
    """Return the version of sealed readers: the beginning of the SHA-256 of their bytes."""
    return hashlib.sha256(blob).hexdigest()[:VERSION_LENGTH]


def _head(readers: Readers) -> dict[str, object]:
    names = {name: list(getattr(readers, name).names) for name in _EXEMPLARS}
    return {"format": FORMAT, "model": readers.model, "names": names, "text_weights": asdict(readers.text_weights)}


def _readers(arrays: _Arrays) -> Readers:
    head = json.loads(_read(arrays["head"]))
    if head["format"] != FORMAT:
        raise SealBroken(f"these readers have the format {head['format']}, this program reads {FORMAT}")
    return Readers(
        model=head["model"],
        means=_means(arrays["means"]),
        name_means=_means(arrays["name_means"]),
        brief_means=_means(arrays["brief_means"]),
        lexicon=LexicalBlock(_places(arrays["terms"]), arrays["idf"].astype(np.float64)),
        runs=_places(arrays["runs"]),
        run_idf=arrays["run_idf"].astype(np.float64),
        phrases=_places(arrays["phrases"]),
        phrase_idf=arrays["phrase_idf"].astype(np.float64),
        meaning=_planes("meaning", arrays),
        wording=_planes("wording", arrays),
        claims=_planes("claims", arrays),
        parts=_planes("parts", arrays),
        about=_curves("about", arrays),
        shows=_curves("shows", arrays),
        affine=_curves("affine", arrays),
        scope=_scope(arrays),
        of_subjects=_exemplars("of_subjects", tuple(head["names"]["of_subjects"]), arrays),
        of_capabilities=_exemplars("of_capabilities", tuple(head["names"]["of_capabilities"]), arrays),
        usual=_usual(head["names"], arrays),
        narrow=arrays["narrow"],
        text_weights=_weights(**head["text_weights"]),
    )


def _weights(*, calibration: Mapping[str, Mapping[str, int]] = MappingProxyType({}), **fields: Any) -> Weights:
    return Weights(**fields, calibration={Band(band): CalibrationCounts(**counted) for band, counted in calibration.items()})


def _usual(names: Mapping[str, Sequence[str]], arrays: _Arrays) -> BaseRates:
    subjects, capabilities = (tuple(names[name]) for name in _EXEMPLARS)
    return BaseRates(subjects, capabilities, arrays["usual"].astype(np.float64), float(arrays["usual.mean"][0]))


def _curves(name: str, arrays: _Arrays) -> Curves:
    return Curves(arrays[f"{name}.knots"], arrays[f"{name}.heights"], float(arrays[f"{name}.bias"][0]))


def _scope(arrays: _Arrays) -> Scope:
    within, outside = (unit(arrays[f"scope.{kind}"].astype(np.float32)) for kind in ("within", "outside"))
    *slopes, bias = arrays["scope.curve"].tolist()
    return Scope(within, outside, np.array(slopes), bias)


def _planes(name: str, arrays: _Arrays) -> Planes:
    return Planes(arrays[f"{name}.weights"].astype(np.float64), arrays[f"{name}.biases"])


def _of_exemplars(name: str, exemplars: Exemplars) -> dict[str, np.ndarray]:
    rows, columns = np.nonzero(exemplars.labels)
    words = sp.csr_array(exemplars.words)
    return {
        f"{name}.vectors": _eight_bits(exemplars.vectors),
        f"{name}.labels": np.stack([rows, columns]).astype(np.int32),
        f"{name}.towards": exemplars.towards.astype(np.float32),
        f"{name}.words": words.data.astype(np.float32),
        f"{name}.terms": words.indices.astype(np.int32),
        f"{name}.ends": words.indptr.astype(np.int32),
        f"{name}.people": exemplars.people.astype(np.int32),
        f"{name}.shape": np.array([*exemplars.labels.shape, words.shape[1]]),
    }


def _exemplars(name: str, names: tuple[str, ...], arrays: _Arrays) -> Exemplars:
    examples, columns, terms = (int(size) for size in arrays[f"{name}.shape"])
    labels = np.zeros((examples, columns), dtype=bool)
    labels[tuple(arrays[f"{name}.labels"])] = True
    parts = (arrays[f"{name}.words"], arrays[f"{name}.terms"], arrays[f"{name}.ends"])
    vectors, towards = unit(arrays[f"{name}.vectors"].astype(np.float32)), arrays[f"{name}.towards"]
    return Exemplars(names, vectors, sp.csr_array(parts, shape=(examples, terms)), labels, towards, arrays[f"{name}.people"])


def _eight_bits(rows: np.ndarray) -> np.ndarray:
    """Return unit rows in 8 bits, the greatest part of each row 127; directions alone matter."""
    largest = np.abs(rows).max(axis=1, keepdims=True)
    whole: np.ndarray = np.rint(rows * (_STEPS / np.where(largest > 0, largest, 1.0))).astype(np.int8)
    return whole


def _means(rows: np.ndarray) -> Means:
    return dict(zip(Language, rows, strict=True))


def _packed(arrays: _Arrays) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **{name: arrays[name] for name in sorted(arrays)})
    return buffer.getvalue()


def _names(vocabulary: Mapping[str, int]) -> np.ndarray:
    ordered: Sequence[str] = sorted(vocabulary, key=lambda name: vocabulary[name])
    return _text("\n".join(ordered))


def _places(stored: np.ndarray) -> dict[str, int]:
    return {name: place for place, name in enumerate(_read(stored).split("\n"))}


def _text(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _read(stored: np.ndarray) -> str:
    return stored.tobytes().decode()
