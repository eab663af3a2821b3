"""Whether a text claims what it names, denies it, or only wishes for it: cues, what they reach, and where that ends.

The way of NegEx (Chapman et al., 2001) with cues of both languages: a cue reaches forward to the end of its clause, and back only where
nothing follows it ("radar: no experience"). A plain "not" is no cue, for "not only" and "non-destructive" deny nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

Span = tuple[int, int]


class Stance(Enum):
    """What a text says of something that it names."""

    CLAIMED = "claimed"
    WISHED = "wished"
    DENIED = "denied"


_TOOK_PART = (
    r"involved|work(?:ed|ing)? (?:on|in|with|for)|participat(?:e|ed|ing)|tak(?:e|en) part|experienced|familiar|trained in|qualified|"
    r"responsible|specialis(?:e|ed|ing)|specializ(?:e|ed|ing)|contributed|knowledgeable|in charge"
)
_DENIED = (
    r"\bno (?!less|lesser|small|doubt)(?:(?!and\b|or\b|but\b)[\w-]+ ){0,4}?"
    r"(?:experience|expertise|background|knowledge|involvement|formal training|qualifications?)\b",
    r"\b(?:without|lack(?:s|ed|ing)?(?: of)?) (?:any |prior |previous |direct |hands-on |practical )*(?:experience|expertise|background)\b",
    r"(?:\b(?:not|never)|n['’]t)(?: (?:yet|been|have|really|directly|personally|ever|previously|formally|actively))*"
    rf" (?:{_TOOK_PART})\b",
    r"(?:\bnot|n['’]t)(?: yet)? have (?:any |much |enough |sufficient |direct )*(?:experience|expertise|a background|knowledge)\b",
    r"\b(?:excluding|except(?: for)?)\b",
    r"\b(?:chưa|không|thiếu)(?: hề| từng| có| nhiều)* (?:kinh nghiệm|chuyên môn|kiến thức|hiểu biết|bằng cấp)\b",
    r"\b(?:chưa|không)(?: hề| từng| bao giờ| trực tiếp| được| còn)*"
    r" (?:tham gia|phụ trách|làm việc (?:về|trong|với)|làm về|liên quan|đào tạo về|chuyên về|đảm nhiệm|công tác)\b",
    r"\bchưa (?:từng|bao giờ|hề)\b(?! (?:có|thấy|được))",
    r"\b(?:không bao gồm|không gồm|ngoại trừ)\b",
)
_WISHED = (
    r"(?<!\bparties )\binterested in\b",
    r"\b(?:an|great|strong|keen|growing|personal|deep|some) interest in\b",
    r"\b(?:curious|enthusiastic|passionate) about\b",
    r"\b(?:would (?:like|love)|wish(?:es)?|want(?:s|ed)?|hop(?:e|es|ed|ing)|eager|keen|look(?:s|ing)?(?: forward)?)"
    r" to (?:learn|study|understand|explore|move|get|work|join|gain|know)(?:ing)?\b",
    r"\b(?:have|has) yet to\b",
    r"(?<!các bên )(?<!được )\bquan tâm (?:đến|tới|về)\b",
    r"\b(?:mong muốn|mong|muốn|hy vọng|hi vọng|nguyện vọng|có ý định|dự định)(?: được| sẽ| có thể)*"
    r" (?:tìm hiểu|học|tham gia|nghiên cứu|tiếp cận|làm việc|chuyển sang|trau dồi|khám phá)\b",
    r"\b(?:yêu thích|đam mê|tò mò)(?: về)?\b",
)
_CUES = tuple(
    (re.compile("|".join(patterns), re.IGNORECASE), stance) for patterns, stance in ((_DENIED, Stance.DENIED), (_WISHED, Stance.WISHED))
)
_CLAUSE_END = re.compile(
    r"[;!?\n:()“”\"]|\.(?=\s|$)|\b(?:but|however|although|though|yet|whereas|while|instead|nhưng|tuy nhiên|song|mà|còn|trong khi|dù|mặc dù"
    r"|and (?:has|have|had|is|was|led|leads|built|builds|developed|develops|designed|designs|works|worked|runs|ran|holds|manages|managed)"
    r"|và (?:đã|đang|từng|có|là|chủ trì|phát triển|thiết kế|xây dựng|phụ trách|quản lý))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[;!?\n()]|\.(?=\s|$)|,|\b(?:but|however|nhưng|tuy nhiên|còn)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s*(?:(?:and|or|nor|và|hoặc|hay)\s+)?")
_NOTHING_MORE = re.compile(r"(?:\s+(?:yet|so far|at all|whatsoever|whatever|there|gì|nào|cả|ở đây))*\s*(?=[.;!?\n()]|$)", re.IGNORECASE)


def stances(text: str, named: Sequence[Span]) -> list[Stance]:
    """Return what ``text`` (NFC) says of each of its spans ``named``, which are in order and do not overlap.

    A list that follows a cue ("no experience in radar, sonar or optics") is reached as a whole; any other comma ends the reach.
    """
    said = [Stance.CLAIMED] * len(named)
    if not named:
        return said
    starts = [start for start, _ in named]
    clauses = _Clauses.of(text, frozenset(starts))
    for cue, stance in _CUES:
        for found in cue.finditer(text):
            first, last = clauses.reach(found)
            for place in range(bisect_left(starts, first), bisect_left(starts, last)):
                if said[place] is not Stance.DENIED:
                    said[place] = stance
    return said


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Where the reach of a cue ends: going forward at the first of ``ends``, going back at the last of ``openings``; both in order."""

    text: str
    ends: Sequence[int]
    openings: Sequence[int]

    @classmethod
    def of(cls, text: str, named: frozenset[int]) -> "_Clauses":
        """Find the ends once for all cues: a paste can hold thousands of them."""
        commas = [comma.start() for comma in _COMMA.finditer(text) if comma.end() not in named]
        ends = sorted([*commas, *(end.start() for end in _CLAUSE_END.finditer(text))])
        return cls(text, ends, [end.end() for end in _SENTENCE_END.finditer(text)])

    def reach(self, cue: re.Match[str]) -> Span:
        """Return the part of the text that a cue speaks of."""
        if _NOTHING_MORE.match(self.text, cue.end()):
            before = bisect_right(self.openings, cue.start())
            return (self.openings[before - 1] if before else 0), cue.end()
        after = bisect_left(self.ends, cue.end())
        return cue.start(), (self.ends[after] if after < len(self.ends) else len(self.text))
