"""What the words of an item say themselves: what they deny, and which part in the work they tell."""

from dataclasses import dataclass

import numpy as np

from matching.profiles import EvidenceItem, Profile
from matching.readers.reading import RecordReader
from matching.readers.records import Record
from matching.readers.stance import Claim, ToldPart
from models.vocabulary import Part

_SURE = 0.5
_NOT_DONE = (Claim.DENIED, Claim.WISHED)
_OTHER_PARTS = (ToldPart.CONTRIBUTOR, ToldPart.MAIN)


@dataclass(frozen=True)
class Stated:
    """``denied`` statements say that something was not done, ``not_done`` also what is only wished for.

    ``part`` is the part that the words tell, ``told_by`` the statement that tells it, empty where they do not say.
    """

    denied: tuple[str, ...]
    not_done: tuple[str, ...]
    part: ToldPart
    told_by: str

    def contradicts(self, item: EvidenceItem) -> bool:
        """Return whether ``item`` is ticked as led and its words tell no leading."""
        return item.part is Part.LED and self.part is not ToldPart.LED


def stated(item: EvidenceItem, reader: RecordReader) -> Stated:
    """Read the statements of ``item``, that of its title among them."""
    (said,) = Record.of(Profile("", "", (item,))).of_items
    claims, parts = reader.claims(said), reader.told_parts(said)
    of_claim = [tuple(Claim)[int(row.argmax())] if row.max() >= _SURE else Claim.DONE for row in claims]
    denied = tuple(one for one, claim in zip(said, of_claim, strict=True) if claim is Claim.DENIED)
    not_done = tuple(one for one, claim in zip(said, of_claim, strict=True) if claim in _NOT_DONE)
    return Stated(denied, not_done, *_part(said, parts))


def _part(said: tuple[str, ...], parts: np.ndarray) -> tuple[ToldPart, str]:
    """Return the highest part that a statement tells: one sentence that tells of leading is enough."""
    columns = tuple(ToldPart)
    for part in (ToldPart.LED, *sorted(_OTHER_PARTS, key=lambda part: -float(parts[:, columns.index(part)].max(initial=0.0)))):
        told = parts[:, columns.index(part)]
        if told.max(initial=0.0) >= _SURE:
            return part, said[int(told.argmax())]
    return ToldPart.UNTOLD, ""
