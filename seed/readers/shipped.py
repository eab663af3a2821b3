"""The readers that ship, bound to the shipped catalogue: what a fresh service reads people with."""

from functools import lru_cache
from typing import Any

from matching.readers.readers import CatalogueReader
from matching.readers.sealed import unseal
from matching.readers.words import words_encoder
from matching.space.encoded import Encoder
from seed.readers.catalogue import shipped_subjects, shipped_thesaurus
from seed.readers.command import FOLDER


class NotTrained(ValueError):
    """No readers ship for an encoder; the message says what to do."""


def reader_for(encoder: Encoder | None) -> CatalogueReader:
    """Return the readers for ``encoder``, or for words alone; raises ``NotTrained`` where none ship."""
    chosen: Any = encoder or words_encoder()
    return _reader_for(chosen)


@lru_cache(maxsize=4)
def _reader_for(chosen: Any) -> CatalogueReader:
    file = FOLDER / f"{chosen.model}.npz"
    if not file.is_file():
        raise NotTrained(f"no readers ship for the encoder {chosen.model}: train them with `vinmatch train-readers`")
    return unseal(file.read_bytes()).bound(chosen, shipped_thesaurus(), shipped_subjects())
