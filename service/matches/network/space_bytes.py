"""Text spaces as bytes: everything that was learnt, without any code in them.

A blob is NumPy's ``npz`` (uncompressed, so that the same space gives the same bytes everywhere): terms in the order of their columns,
idf, the semantic block, the constants of the blend, concepts, subjects and their words. Of an encoder it holds the model's id, never
the model.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import astuple

import numpy as np
import scipy.sparse as sp

from matching.space.blend import Blend, Scale
from matching.space.encoded import EncodedBlock, Encoder, Means
from matching.space.latent import LatentBlock
from matching.space.lexical import LexicalBlock
from matching.space.semantic import SemanticBlock
from matching.space.space import TextSpace
from matching.space.subject_words import SubjectWords
from matching.space.thesaurus import Concept, Thesaurus
from models.vocabulary import Language
from service.matches.encoders.choice import require

_Arrays = Mapping[str, np.ndarray]


def to_bytes(space: TextSpace) -> bytes:
    """Return ``space`` as bytes from which ``from_bytes`` makes one that gives the same vectors and relevance, bit by bit."""
    column = space.lexical.vocabulary
    buffer = io.BytesIO()
    np.savez(
        buffer,
        allow_pickle=False,
        terms=_text_as_array("\n".join(sorted(column, key=lambda term: column[term]))),
        idf=space.lexical.idf,
        model=_text_as_array(model_in(space)),
        **_semantic_arrays(space.semantic),
        blend=np.array([_constants(space.blend.within), _constants(space.blend.across)], dtype=np.float64),
        concepts=_text_as_array(_json([astuple(concept) for concept in space.thesaurus.concepts])),
        subjects=_text_as_array(_json(space.subjects)),
        levels=np.array(space.levels, dtype=np.float64),
        **_subject_arrays(space.words),
    )
    return buffer.getvalue()


def from_bytes(blob: bytes, encoder: Encoder | None = None) -> TextSpace:
    """Return the text space in ``blob``, which uses ``encoder`` if it was fitted on one.

    Raises ``Unavailable`` when that was another one, ValueError for bytes that would need to run code to be read.
    """
    with np.load(io.BytesIO(blob), allow_pickle=False) as stored:
        terms = _array_as_text(stored["terms"]).split("\n")
        concepts = json.loads(_array_as_text(stored["concepts"]))
        return TextSpace(
            Thesaurus(Concept(identifier, vi, en, tuple(aliases), parent) for identifier, vi, en, aliases, parent in concepts),
            LexicalBlock({term: position for position, term in enumerate(terms)}, stored["idf"]),
            _semantic_block(stored, encoder),
            Blend(*(_scale([float(constant) for constant in constants]) for constants in stored["blend"])),
            tuple(tuple(texts) for texts in json.loads(_array_as_text(stored["subjects"]))),
            tuple(float(level) for level in stored["levels"]),
            _subject_words(stored),
        )


def model_in(space: TextSpace) -> str:
    """Return the model that ``space`` was fitted on, empty for latent semantic analysis."""
    return space.semantic.encoder.model if isinstance(space.semantic, EncodedBlock) else ""


def _semantic_arrays(block: SemanticBlock) -> dict[str, np.ndarray]:
    if isinstance(block, LatentBlock):
        return {"components": block.components}
    if not isinstance(block, EncodedBlock):
        raise TypeError(f"no way to store a {type(block).__name__}")
    digests = sorted(block.common)
    return {
        "document_means": np.stack([block.document_means[language] for language in Language]),
        "query_means": np.stack([block.query_means[language] for language in Language]),
        "common": _text_as_array("\n".join(digests)),
        "counts": np.array([block.common[digest] for digest in digests], dtype=np.int64),
        "learnt_from": np.array(block.learnt_from, dtype=np.int64),
    }


def _semantic_block(stored: _Arrays, encoder: Encoder | None) -> SemanticBlock:
    model = _array_as_text(stored["model"])
    if not model:
        return LatentBlock(stored["components"])
    common = dict(zip(_array_as_text(stored["common"]).splitlines(), stored["counts"].tolist(), strict=True))
    document_means, query_means = (_means(stored[name]) for name in ("document_means", "query_means"))
    return EncodedBlock(require(model, encoder), document_means, query_means, common, int(stored["learnt_from"]))


def _subject_arrays(words: SubjectWords | None) -> dict[str, np.ndarray]:
    if words is None:
        return {}
    shape = np.array(words.mass.shape, dtype=np.int64)
    return {"corpus": words.corpus, "shape": shape, **_sparse_arrays("mass", words.mass), **_sparse_arrays("closeness", words.closeness)}


def _subject_words(stored: _Arrays) -> SubjectWords | None:
    return SubjectWords(_sparse(stored, "mass"), _sparse(stored, "closeness"), stored["corpus"]) if "corpus" in stored else None


def _sparse_arrays(name: str, matrix: sp.csr_array) -> dict[str, np.ndarray]:
    return {f"{name}_data": matrix.data, f"{name}_indices": matrix.indices, f"{name}_indptr": matrix.indptr}


def _sparse(stored: _Arrays, name: str) -> sp.csr_array:
    data, indices, indptr = (stored[f"{name}_{part}"] for part in ("data", "indices", "indptr"))
    rows, columns = stored["shape"].tolist()
    return sp.csr_array((data, indices, indptr), shape=(rows, columns))


def _means(rows: np.ndarray) -> Means:
    return dict(zip(Language, rows, strict=True))


def _constants(scale: Scale) -> list[float]:
    return [*scale.shares, *scale.means, *scale.deviations, scale.full]


def _scale(constants: list[float]) -> Scale:
    lexical, capability, semantic = constants[:3]
    return Scale((lexical, capability, semantic), tuple(constants[3:6]), tuple(constants[6:9]), constants[9])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text_as_array(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _array_as_text(array: np.ndarray) -> str:
    return array.tobytes().decode()
