"""What a brief wants of what it names: required, welcome, or not wanted; and which of its clauses say what is not wanted.

A brief denies otherwise than a record: "no experience in radar" is a person's lack, "no experience in radar needed" a freedom.
The way of NegEx (Chapman et al., 2001) again: cues (``brief_cues``), what they reach, and where that ends; beside it headings over lists.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.text.brief_cues import ACCENTED, UNACCENTED, Cue, Reach
from matching.text.brief_lists import end_of_line_list, listed
from matching.text.languages import is_marked
from matching.text.stance import Span
from models.vocabulary import NeedLevel

_DEMAND = (
    r"(?:we|you|i|only|just|needs?|needed|wants?|wanted|requires?|required|seeks?|sought|looks?|looking|must|should|shall|will|has|have|"
    r"is|are|experts?|engineers?|specialists?|people|chúng tôi|cần|tìm|muốn|yêu cầu|phải|chỉ|chuyên gia|kỹ sư|người|ưu tiên"
    r"|thiết kế|xây dựng|"
    r"phát triển|chung toi|can|tim|yeu cau|phai|chi|chuyen gia|ky su|nguoi|uu tien|thiet ke|xay dung|phat trien)"
)
_WANTS = re.compile(rf"\b{_DEMAND}\b", re.IGNORECASE)
_TURN = (
    r"but|however|although|though|yet|whereas|while|instead(?! of)|rather(?! than)|only|nhưng|tuy nhiên|song|mà(?! không)|còn|trong khi|"
    r"nhung|tuy nhien|chỉ cần|chi can|chỉ tìm|chi tim"
)
_END = re.compile(
    rf"[;!?\n:()“”\"]|\.(?=\s|$)|\s[-–—]\s|\b(?:{_TURN})\b"
    r"|\b(?:and|và|va) (?:(?:we|chúng tôi|chung toi) )?(?:do |also )?(?:need|want|require|seek|look|must|will|should|has"
    r"|have|cần|tìm|muốn|phải)\b"
    r"|\b(?:(?:other|rather) than|except|ngoài|trừ|thay vì)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[;!?\n]|\.(?=\s|$)")
_OPENING = re.compile(r"[;!?\n()]|\.(?=\s|$)|\b(?:but|however|whereas|while|nhưng|tuy nhiên|còn|mà|nhung|tuy nhien)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s*(?:(?:and|or|nor|và|hoặc|hay|va|hoac)\s+)?(?:(?:any|an?|the|no|các|những)\s+)?", re.IGNORECASE)
_JOINT = re.compile(r",|\b(?:and|or|nor|và|hoặc|hay|va|hoac)\b", re.IGNORECASE)
_LAST_OF_LIST = re.compile(r"\b(?:and|or|nor|và|hoặc|hay|va|hoac)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r",\s*(?:or|nor|hoặc|hay|hoac)\b", re.IGNORECASE)
_COLON = re.compile(r"[ \t]*:")
_NOTHING_MORE = re.compile(
    r"(?:\s+(?:please|at all|either|whatsoever|here|đâu|nữa|gì|cả|ở đây|nhé|ạ))*\s*(?=[.,;!?\n()]|$|\b(?:but|nhưng|mà)\b)", re.I
)
_NO_SUBJECT = re.compile(r"[\s,]*(?:(?:it|there|what|also|and|that|this|which|và|đồng thời)\s*)*", re.IGNORECASE)
# What may stand between a bare negation and what it denies: a few words, none of which leads elsewhere ("no delays in radar").
_STEP = (
    r"(?!(?:of|in|from|to|for|on|at|with|by|that|than|is|are|be|but|about|của|trong|ở|để|cho|bằng|với|bị|được|mà)\b)"
    r"[\w’'/-]+[ \t]+"
)
_LEARNT = (
    r"(?:experience|expertise|knowledge|background|skills?|specialists?|people|experts?)[ \t]+(?:in|of|with|on|about)[ \t]+"
    r"(?:[\w’'/-]+[ \t]+){0,2}"
)
_BEHIND = re.compile(rf"[ \t]*(?:(?:about|in)[ \t]+)?[\"“'‘(]?[ \t]*(?:{_STEP}){{0,3}}(?:{_LEARNT})?(?:về[ \t]+)?[\"“'‘]?", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(r"[ \t]*(?:(?:a|an|any|the|in|about|for|on|về|có|là|làm)[ \t]+)?[\"“'‘]?", re.IGNORECASE)
_DENYING = re.compile(r"\b(?:no|not|none|nothing|nobody|không|chẳng|khong)\b|n['’]t\b", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:also|as well|too|còn|cũng|thêm|nữa|con|cung|them)\b", re.IGNORECASE)
_HAS_OBJECT_ONLY = re.compile(r"(?:\bnot|\bkhông|\bkhong)\s*$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:has|have|had|do|does|did|is|are|was|were|can|could|must|should|will|would|may|might) $", re.IGNORECASE)
_LONGEST_OF_A_LIST = 5
_MOST_WORDS_OF_A_SPEAKER = 2
_STRONG = frozenset({Reach.ONWARD, Reach.BACK})


@dataclass(frozen=True, slots=True)
class BriefStance:
    """The level that a brief gives to each span that it names, and its parts, in order and apart, that say what is not wanted."""

    levels: tuple[NeedLevel, ...]
    unwanted: tuple[Span, ...]


def brief_stance(text: str, named: Sequence[Span]) -> BriefStance:
    """Return what ``text`` (NFC) wants of its spans ``named``, which are in order and do not overlap.

    What is not wanted counts before what is welcome, and both before what is required, which is all the rest.
    """
    clauses = _Clauses.of(text, named)
    said = [*listed(text), *clauses.said(ACCENTED if is_marked(text) else UNACCENTED)]
    unwanted = _joined([span for span, level in said if level is NeedLevel.EXCLUDED])
    welcome = _joined([span for span, level in said if level is NeedLevel.NICE])
    levels = [
        NeedLevel.EXCLUDED if _covers(unwanted, one) else NeedLevel.NICE if _covers(welcome, one) else NeedLevel.MUST for one in named
    ]
    return BriefStance(tuple(levels), tuple(unwanted))


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _covers(spans: Sequence[Span], one: Span) -> bool:
    place = bisect_left(spans, (one[0] + 1,))
    return place > 0 and one[0] < spans[place - 1][1]


@dataclass(frozen=True, slots=True)
class _Clauses:
    """A text with the places where the reach of a cue ends, none of them inside a name; all in order."""

    text: str
    named: Sequence[Span]
    ends: Sequence[int]
    sentence_ends: Sequence[int]
    openings: Sequence[int]
    commas: Sequence[int]

    @classmethod
    def of(cls, text: str, named: Sequence[Span]) -> "_Clauses":
        """Find the ends once for all cues: a paste can hold thousands of them."""

        bracketed = [(start, end + text.startswith(")", end)) if "(" in text[start:end] else (start, end) for start, end in named]

        def outside(pattern: re.Pattern[str]) -> list[re.Match[str]]:
            return [found for found in pattern.finditer(text) if not _covers(bracketed, found.span())]

        commas = [comma.start() for comma in outside(_COMMA)]
        ends = sorted({end.start() for end in outside(_END)})
        sentences = [end.start() for end in outside(_SENTENCE_END)]
        return cls(text, named, ends, sentences, [end.end() for end in outside(_OPENING)], commas)

    def said(self, cues: Sequence[Cue]) -> Iterator[tuple[Span, NeedLevel]]:
        """Return the parts of the text that cues speak of, with the level that each gives."""
        for cue in cues:
            for found in cue.pattern.finditer(self.text):
                span = None if _covers(self.named, found.span()) else self._reach(cue, found)
                if span is not None:
                    yield span, cue.level

    def _reach(self, cue: Cue, found: re.Match[str]) -> Span | None:
        if _COLON.match(self.text, found.end()) and cue.reach in _STRONG and self._heads(cue, found.start()):
            return found.start(), end_of_line_list(self.text, found.end())
        if cue.reach is Reach.BACK:
            start = self._back(found.start())
            return self._onward(found) if _NO_SUBJECT.fullmatch(self.text, start, found.start()) else (start, found.end())
        if cue.reach is Reach.ONWARD and _NOTHING_MORE.match(self.text, found.end()):
            start = self._back(found.start())
            return None if _NO_SUBJECT.fullmatch(self.text, start, found.start()) else (start, found.end())
        if cue.reach is Reach.ONWARD or (cue.reach is Reach.OF_A_THING and not self._follows_a_name(found.start())):
            return self._onward(found)
        return self._near(cue, found)

    def _follows_a_name(self, start: int) -> bool:
        """Return whether something is named before ``start`` in the same clause."""
        place = bisect_left(self.named, (start,))
        return place > 0 and self.named[place - 1][0] >= _before(self.ends, start)

    def _near(self, cue: Cue, found: re.Match[str]) -> Span | None:
        """Return the reach of a cue that denies only what stands right behind it."""
        place = bisect_left(self.named, (found.end(),))
        if place == len(self.named):
            return None
        opening = _before(self.openings, found.start())
        before = self.text[opening : found.start()]
        behind = _RIGHT_BEHIND if _is_verbal(found.group(), before) else _BEHIND
        if not behind.fullmatch(self.text, found.end(), self.named[place][0]):
            return None
        beside = cue.reach in (Reach.BESIDE, Reach.OF_A_THING)
        if cue.reach is Reach.BESIDE and (_DENYING.search(before) or self._goes_on(found)):
            return None
        start, end = self._onward(found)
        comma = min(end, _next(self.commas, self.named[place][1], end))
        if beside and not (before.strip() and _LAST_OF_LIST.search(self.text, comma, end)):
            end = comma  # "instead of radar, sonar": what follows is no list
        return start, max(end, self.named[place][1])

    def _goes_on(self, found: re.Match[str]) -> bool:
        """Return whether what is beside is wanted as well: "ngoài ra đa còn cần pin"."""
        end = _next(self.sentence_ends, found.end(), len(self.text))
        return found.group().lower().startswith("ngo") and _BESIDES.search(self.text, found.end(), end) is not None

    def _onward(self, found: re.Match[str]) -> Span:
        end = _next(self.ends, found.end(), len(self.text))
        for place in range(bisect_left(self.commas, found.end()), bisect_left(self.commas, end)):
            if not self._continues(self.commas[place], place):
                return found.start(), self.commas[place]
        return found.start(), end

    def _continues(self, comma: int, place: int) -> bool:
        """Return whether a list goes on behind a comma: with a few words, a name or an alternative, and without a new demand."""
        end = min(_next(self.ends, comma, len(self.text)), *self.commas[place + 1 : place + 2], len(self.text))
        if _WANTS.search(self.text, comma, end):
            return False
        after = _COMMA.match(self.text, comma)
        starts_with_name = after is not None and _covers(self.named, (after.end(), after.end() + 1))
        is_short = len(self.text[comma:end].split()) <= _LONGEST_OF_A_LIST
        return starts_with_name or is_short or _ALTERNATIVE.match(self.text, comma) is not None

    def _back(self, end: int) -> int:
        """Return where the subject of a cue begins: the clause, without what is demanded before it."""
        opening = _before(self.openings, end)
        commas = self.commas[bisect_left(self.commas, opening) : bisect_left(self.commas, end)]
        start = commas[-1] + 1 if commas else opening
        if commas and _JOINT.search(self.text, start, end):  # "mining, refining and recycling are out of scope"
            for comma in [*reversed(commas[:-1]), opening - 1]:
                if len(self.text[comma + 1 : start].split()) > 4 or _WANTS.search(self.text, comma + 1, start):
                    break
                start = comma + 1
        demands = [found.end() for found in _WANTS.finditer(self.text, start, end) if not _covers(self.named, found.span())]
        joints = [joint.end() for joint in _JOINT.finditer(self.text, demands[0], end)] if demands else []
        return joints[-1] if joints else start

    def _heads(self, cue: Cue, start: int) -> bool:
        """Return whether a cue before a colon heads what follows: it stands first, or behind who speaks ("we exclude:")."""
        opening = _before(self.openings, start)
        before = self.text[opening:start].strip(" \t-–—•*#0123456789.)")
        few = cue.reach is Reach.ONWARD and len(before.split()) <= _MOST_WORDS_OF_A_SPEAKER
        return not before or (few and bisect_left(self.named, (opening,)) == bisect_left(self.named, (start,)))


def _is_verbal(cue: str, before: str) -> bool:
    """Return whether a bare "not" or "không" belongs to a verb ("has not mastered radar"): it then denies only what follows at once."""
    return _HAS_OBJECT_ONLY.search(cue) is not None and (cue.lower() != "not " or _AUXILIARY.search(before) is not None)


def _next(places: Sequence[int], start: int, otherwise: int) -> int:
    place = bisect_left(places, start)
    return places[place] if place < len(places) else otherwise


def _before(places: Sequence[int], end: int) -> int:
    place = bisect_left(places, end + 1)
    return places[place - 1] if place else 0
