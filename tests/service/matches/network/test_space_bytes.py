import io

import numpy as np
import pytest

from matching.space.encoded import EncodedBlock, Encoder
from matching.space.space import TextSpace
from matching.space.thesaurus import Concept, Thesaurus
from service.kit.problems import Unavailable
from service.matches.encoders.kept import KeptEncoder
from service.matches.encoders.memory import MemoryStore
from service.matches.network.space_bytes import from_bytes, model_in, to_bytes
from tests.service.matches.encoders.examples import WordEncoder

TEXTS = ["Điều khiển vệ tinh quan sát", "satellite control and radar", "rice genomics", "radar quét điện tử", "grid storage with radar"]
RECURRING = [f"Work on {topic}. Took part in the project." for topic in ("radar", "rice", "grids", "chips", "satellites")]
CONCEPTS = [Concept("radar", "ra đa", "radar", ("AESA",)), Concept("quét", "quét điện tử", "scanning", parent="radar")]


def space(encoder: Encoder | None = None, *more: str) -> TextSpace:
    return TextSpace.fit(Thesaurus(CONCEPTS), [*TEXTS, *RECURRING, *more], [TEXTS[:2], [TEXTS[2]]], encoder)


def kept() -> KeptEncoder:
    """Return an encoder as another process has it: nothing in its memory."""
    return KeptEncoder(WordEncoder(), MemoryStore())


@pytest.mark.parametrize("encoded", [False, True])
def test_a_round_trip_gives_the_same_vectors_bit_by_bit(encoded: bool) -> None:
    fitted = space(kept() if encoded else None)
    stored = from_bytes(to_bytes(fitted), kept() if encoded else None)
    before, after = fitted.transform(TEXTS), stored.transform(TEXTS)
    for block in ("lexical", "capability"):
        for part in ("data", "indices", "indptr"):
            np.testing.assert_array_equal(getattr(getattr(before, block), part), getattr(getattr(after, block), part), strict=True)
    for dense in ("semantic", "vietnamese", "subject_closeness"):
        np.testing.assert_array_equal(getattr(before, dense), getattr(after, dense), strict=True)
    assert before.subject_closeness.any()
    asked = (fitted.query(["radar vệ tinh"]), stored.query(["radar vệ tinh"]))
    assert fitted.relevance(asked[0], before).tobytes() == stored.relevance(asked[1], after).tobytes()
    assert (stored.thesaurus.concepts, stored.blend, stored.subjects) == (fitted.thesaurus.concepts, fitted.blend, fitted.subjects)
    assert to_bytes(stored) == to_bytes(fitted)


def test_recurring_statements_are_remembered() -> None:
    fitted = space(kept())
    stored = from_bytes(to_bytes(fitted), kept())
    assert isinstance(fitted.semantic, EncodedBlock)
    assert isinstance(stored.semantic, EncodedBlock)
    assert stored.semantic.common == fitted.semantic.common != {}
    assert stored.semantic.learnt_from == 10


def test_the_model_is_named_and_asked_for() -> None:
    blob = to_bytes(space(kept()))
    assert (model_in(space()), model_in(from_bytes(blob, kept()))) == ("", "words-1")
    with pytest.raises(Unavailable, match="fitted with the encoder words-1, but VINMATCH_ENCODER gives none"):
        from_bytes(blob)


def test_a_space_without_an_encoder_needs_none() -> None:
    assert model_in(from_bytes(to_bytes(space()), kept())) == ""


@pytest.mark.parametrize("encoder", [None, kept()])
def test_a_space_of_nothing_survives_too(encoder: Encoder | None) -> None:
    empty = TextSpace.fit(Thesaurus([]), ["...", "!"], [], encoder)
    assert to_bytes(from_bytes(to_bytes(empty), encoder)) == to_bytes(empty)


def test_bytes_that_carry_code_are_refused() -> None:
    harmful = io.BytesIO()
    np.savez(harmful, terms=np.array([print], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        from_bytes(harmful.getvalue())
