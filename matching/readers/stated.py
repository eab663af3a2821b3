"""What the statements of an item say: what they deny, which part in the work they tell, and which of them is quoted for a dimension.

It is read once, with the person, and kept as places of statements: an explanation looks the statements up and asks no encoder.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.profiles import EvidenceItem, Profile
from matching.readers.records import Record
from matching.readers.roles import DIMENSIONS, PARTS
from matching.readers.stance import Claim, ToldPart, falls_short
from matching.text.normalise import normalise
from models.vocabulary import EvidenceKind, Part, RoleDimension

_PLACES = (len(PARTS), len(DIMENSIONS))
STATED = np.dtype([("denied", "<u8"), ("not_done", "<u8"), ("part", "u1"), ("told_by", "u1"), ("quoted", "u1", _PLACES)])
"""What is kept of one item, all zeros where it says nothing: ``denied`` and ``not_done`` have a bit for each statement, which are at most
48; ``told_by`` and ``quoted``, for each ticked part and dimension, count statements from 1."""
_TOLD = (ToldPart.UNTOLD, ToldPart.LED, ToldPart.MAIN, ToldPart.CONTRIBUTOR)
_SURE, _SURELY_DENIED, _SURELY_LESS = 0.5, 0.6, 0.7
_LEADING = re.compile(
    r"(chủ trì|chủ nhiệm|phụ trách|trưởng|tổng công trình sư|kiến trúc sư trưởng|giám đốc|đứng đầu|tác giả (đầu|chính)|"
    r"điều phối (?!với)|lãnh đạo|dẫn dắt|chỉ đạo|điều hành|coordinat(ed|or)\b(?! with\b)|"
    r"led\b|lead\b|head(ed)?\b|chief\b|direct(ed|or)\b|(co-)?chair(ed)?\b|conven(ed|or|er)\b|principal\b|managed\b|"
    r"sole (inventor|author)|first author|lead (inventor|author))"
)
_LEADING_LATER = re.compile(
    r"(?:[,;:(–]\s*|\b(?:và|rồi|sau đó|and|then)\s+)"
    r"(chủ trì|điều phối|lãnh đạo|dẫn dắt|chỉ đạo|điều hành|phụ trách|led|headed|directed|chaired|convened|managed|coordinated)\b"
    r"(?! (by|with|với|bởi))"
)
"""Leading that a statement comes to after something else: heard where the statement tells of no other part."""
_CLAIMS, _PARTS = tuple(Claim), tuple(ToldPart)
_NOT_DONE = (Claim.DENIED, Claim.WISHED)
_LED_IN_WORDS = {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.NETWORK, EvidenceKind.STANDARD}
_OTHER_PARTS = (ToldPart.CONTRIBUTOR, ToldPart.MAIN)


@dataclass(frozen=True, eq=False)
class Stated:
    """What the statements of ``item``, that of its title among them, say by what was ``kept`` of them."""

    item: EvidenceItem
    kept: np.void

    @property
    def denied(self) -> tuple[str, ...]:
        """Return the statements that say that something was not done."""
        return self._chosen(int(self.kept["denied"]))

    @property
    def not_done(self) -> tuple[str, ...]:
        """Return the statements of what was not done or is only wished for."""
        return self._chosen(int(self.kept["not_done"]))

    @property
    def part(self) -> ToldPart:
        """Return the part that the words tell."""
        return _TOLD[int(self.kept["part"])]

    @property
    def told_by(self) -> str:
        """Return the statement that tells the part, empty where they do not say."""
        return self._at(int(self.kept["told_by"]))

    def quoted(self, dimension: RoleDimension) -> str:
        """Return the statement that shows ``dimension`` best as something that was done; empty where none tells anything."""
        return self._at(int(self.kept["quoted"][PARTS.index(self.item.part), DIMENSIONS.index(dimension)]))

    def contradicts(self) -> bool:
        """Return whether the item is ticked as led and its words tell no leading; an office or an authorship is told by its kind."""
        return self.item.part is Part.LED and self.item.kind in _LED_IN_WORDS and self.part is not ToldPart.LED

    def only_ticked(self) -> bool:
        """Return whether the item is ticked as led and its words tell of no part at all."""
        return self.part is ToldPart.UNTOLD and self.contradicts()

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return Record.of(Profile("", "", (self.item,))).of_items[0]

    def _chosen(self, mask: int) -> tuple[str, ...]:
        return tuple(one for place, one in enumerate(self._said) if mask >> place & 1) if mask else ()

    def _at(self, place: int) -> str:
        return self._said[place - 1] if place else ""


def read(of_items: Sequence[Sequence[str]], claims: np.ndarray, parts: np.ndarray, worth_quoting: np.ndarray) -> np.ndarray:
    """Return what is kept of each item, shape (items,) of ``STATED``.

    ``claims`` (statements, 5) and ``parts`` (statements, 4) are probabilities, item by item; ``worth_quoting`` (statements, ticked parts,
    dimensions) is 0 where a statement tells nothing.
    """
    ends = np.cumsum([len(said) for said in of_items])[:-1]
    split = [np.split(values, ends) for values in (claims, parts, worth_quoting)]
    return np.array([_read(*of_item) for of_item in zip(of_items, *split, strict=False)], dtype=STATED)


def _read(said: Sequence[str], claims: np.ndarray, parts: np.ndarray, worth_quoting: np.ndarray) -> tuple[object, ...]:
    of_claim = [_CLAIMS[int(row.argmax())] if row.max() >= _SURE else Claim.DONE for row in claims]
    sure = claims[:, _CLAIMS.index(Claim.DENIED)] >= _SURELY_DENIED
    words = [normalise(one) for one in said]
    denied = _mask(bool(is_sure and falls_short(one)) for one, is_sure in zip(said, sure, strict=True))
    not_done = _mask(claim in _NOT_DONE for claim in of_claim)
    done = [place for place, claim in enumerate(of_claim, 1) if claim is Claim.DONE]
    part, told_by = _told_part(done, words, parts)
    return denied, not_done, _TOLD.index(part), told_by, np.where(worth_quoting.any(axis=0), worth_quoting.argmax(axis=0) + 1, 0)


def _told_part(done: Sequence[int], words: Sequence[str], parts: np.ndarray) -> tuple[ToldPart, int]:
    """Return the part that an item tells and the place of the statement that tells it; ``done`` are places of what was done, from 1."""
    first = next((place for place in done if _LEADING.match(words[place - 1])), 0)
    if first:
        return ToldPart.LED, first
    part, told_by = _part(parts)
    later = next((place for place in done if _LEADING_LATER.search(words[place - 1])), 0) if part is ToldPart.UNTOLD else 0
    return (ToldPart.LED, later) if later else (part, told_by)


def _part(parts: np.ndarray) -> tuple[ToldPart, int]:
    """Return the highest part that a statement tells: one sentence that tells of leading is enough."""
    for part in (ToldPart.LED, *sorted(_OTHER_PARTS, key=lambda part: -float(parts[:, _PARTS.index(part)].max(initial=0.0)))):
        told = parts[:, _PARTS.index(part)]
        if told.max(initial=0.0) >= (_SURE if part is ToldPart.LED else _SURELY_LESS):
            return part, int(told.argmax()) + 1
    return ToldPart.UNTOLD, 0


def _mask(chosen: Iterable[bool]) -> int:
    return sum(1 << place for place, is_chosen in enumerate(chosen) if is_chosen)
