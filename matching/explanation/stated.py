"""What the words of an item say themselves: what they deny, and which part in the work they tell."""

import re
from dataclasses import dataclass

import numpy as np

from matching.profiles import EvidenceItem, Profile
from matching.readers.reading import RecordReader
from matching.readers.records import Record
from matching.readers.stance import Claim, ToldPart
from matching.text.normalise import normalise
from models.vocabulary import EvidenceKind, Part

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
_FALLING_SHORT = re.compile(
    r"\b(không|chưa|chẳng|dừng|hoãn|thất bại|chỉ|never|not|no|nobody|none|only|fail(ed|s)?|cancelled|stopped)\b|n['’]t\b"
)
_NOT_DONE = (Claim.DENIED, Claim.WISHED)
_LED_IN_WORDS = {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.NETWORK, EvidenceKind.STANDARD}
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
        """Return whether ``item`` is ticked as led and its words tell no leading; an office or an authorship is told by its kind."""
        return item.part is Part.LED and item.kind in _LED_IN_WORDS and self.part is not ToldPart.LED


def stated(item: EvidenceItem, reader: RecordReader) -> Stated:
    """Read the statements of ``item``, that of its title among them."""
    (said,) = Record.of(Profile("", "", (item,))).of_items
    claims, parts = reader.claims(said), reader.told_parts(said)
    of_claim = [tuple(Claim)[int(row.argmax())] if row.max() >= _SURE else Claim.DONE for row in claims]
    sure = claims[:, tuple(Claim).index(Claim.DENIED)] >= _SURELY_DENIED
    denied = tuple(one for one, is_sure in zip(said, sure, strict=True) if is_sure and _FALLING_SHORT.search(normalise(one)))
    not_done = tuple(one for one, claim in zip(said, of_claim, strict=True) if claim in _NOT_DONE)
    done = [one for one, claim in zip(said, of_claim, strict=True) if claim is Claim.DONE]
    leading = next((one for one in done if _LEADING.match(normalise(one))), None)
    part, told_by = (ToldPart.LED, leading) if leading else _part(said, parts)
    later = next((one for one in done if _LEADING_LATER.search(normalise(one))), None) if part is ToldPart.UNTOLD else None
    return Stated(denied, not_done, *((ToldPart.LED, later) if later else (part, told_by)))


def _part(said: tuple[str, ...], parts: np.ndarray) -> tuple[ToldPart, str]:
    """Return the highest part that a statement tells: one sentence that tells of leading is enough."""
    columns = tuple(ToldPart)
    for part in (ToldPart.LED, *sorted(_OTHER_PARTS, key=lambda part: -float(parts[:, columns.index(part)].max(initial=0.0)))):
        told = parts[:, columns.index(part)]
        if told.max(initial=0.0) >= (_SURE if part is ToldPart.LED else _SURELY_LESS):
            return part, said[int(told.argmax())]
    return ToldPart.UNTOLD, ""
