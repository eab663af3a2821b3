"""The readers that ship with the service, one sealed file an encoder, and the catalogue that they are bound to."""

import hashlib
import json
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.readers.readers import MANNER, CatalogueReader, Readers
from matching.readers.sealed import unseal, version_of
from matching.readers.subjects import Subject
from matching.readers.words import words_encoder
from matching.space.encoded import Encoder
from matching.space.thesaurus import Concept, Thesaurus
from models.capabilities import ProductCapability
from models.catalogue import Product
from models.vocabulary import NeedLevel
from service.catalogue.subjects.contents import product_briefs
from service.kit.problems import Unavailable
from service.matches.network.thesaurus import read_thesaurus

FOLDER = files("matching.readers") / "shipped"
READINGS = "s"
"""How versions of readings begin: another letter for another form of readings, or for statements that are cut otherwise.

Whoever was read under another letter counts as not read. "r" had nothing of what statements say; text spaces that were fitted to people
before there were readers have digits alone.
"""
_VERSION_LENGTH = 15


class Sealed(NamedTuple):
    """Readers with the version of their seal."""

    readers: Readers
    version: str


class Words(NamedTuple):
    """What of a catalogue is read: its capabilities, and its products with their briefs and needs."""

    concepts: tuple[Concept, ...]
    subjects: tuple[Subject, ...]

    @classmethod
    def read(cls, session: Session) -> "Words":
        """Read the catalogue as it is now."""
        return cls(read_thesaurus(session).concepts, tuple(_subjects(session)))

    @classmethod
    def from_bytes(cls, blob: bytes) -> "Words":
        """Return what ``as_bytes`` made."""
        stored = json.loads(blob)
        concepts = tuple(Concept(name, vi, en, tuple(aliases), parent) for name, vi, en, aliases, parent in stored["concepts"])
        return cls(concepts, tuple(Subject(name, *(tuple(part) for part in parts)) for name, *parts in stored["subjects"]))

    def as_bytes(self) -> bytes:
        """Return the words as bytes that are equal for equal words."""
        stored = {"concepts": [_parts(one) for one in self.concepts], "subjects": [_parts(one) for one in self.subjects]}
        return json.dumps(stored, ensure_ascii=False).encode()

    def version(self, sealed: Sealed) -> str:
        """Return the version of readings that these words and readers give, read as today: ``READINGS`` and hexadecimal digits."""
        return READINGS + hashlib.sha256(f"{sealed.version} {MANNER} ".encode() + self.as_bytes()).hexdigest()[:_VERSION_LENGTH]


def _parts(one: Concept | Subject) -> list[object]:
    """Return the fields in their order; what they hold is text and tuples of text, which nobody has to copy."""
    return [getattr(one, field.name) for field in fields(one)]


@lru_cache(maxsize=4)
def sealed_for(model: str) -> Sealed:
    """Return the readers for the encoder ``model``; raises ``Unavailable`` where none were trained."""
    file = FOLDER / f"{model}.npz"
    if not file.is_file():
        raise Unavailable(
            "readers_not_trained",
            en=f"No readers were trained for the encoder {model}: run `vinmatch train-readers`, or set VINMATCH_ENCODER to `auto`.",
            vi=f"Chưa huấn luyện bộ đọc cho bộ mã hóa {model}: hãy chạy `vinmatch train-readers`, hoặc đặt VINMATCH_ENCODER là `auto`.",
        )
    blob = file.read_bytes()
    return Sealed(unseal(blob), version_of(blob))


def bound(words: Words, encoder: Encoder) -> CatalogueReader:
    """Return the readers for ``encoder`` bound to ``words``; raises ``Unavailable`` where none were trained."""
    return _bound_without_vectors(words) if encoder is words_encoder() else _bound(words, encoder)


@lru_cache(maxsize=2)
def _bound_without_vectors(words: Words) -> CatalogueReader:
    """Bind the readers that need no encoder; it takes seconds, and nothing of them depends on a database, so that all share them."""
    return _bound(words, words_encoder())


def _bound(words: Words, encoder: Encoder) -> CatalogueReader:
    return sealed_for(encoder.model).readers.bound(encoder, Thesaurus(words.concepts), words.subjects)


def _subjects(session: Session) -> list[Subject]:
    rows = session.execute(sa.select(col(ProductCapability.product_id), col(ProductCapability.capability_id), col(ProductCapability.level)))
    asked: dict[tuple[str, NeedLevel], set[str]] = {}
    for product, capability, level in rows:
        asked.setdefault((product, level), set()).add(capability)
    written = sa.or_(col(Product.brief_vi) != "", col(Product.brief_en) != "")
    return [
        Subject(
            product.id,
            tuple(text for _, text in product_briefs(product)),
            tuple(sorted(asked.get((product.id, NeedLevel.MUST), ()))),
            tuple(sorted(asked.get((product.id, NeedLevel.NICE), ()))),
        )
        for product in session.scalars(sa.select(Product).where(written).order_by(col(Product.id)))
    ]
