"""What a piece of words beside a title tells: a day, a part, who gave it, at which level, or only where it appeared."""

import re
from collections.abc import Iterable

from models.vocabulary import EvidenceKind, Outcome, Part, Scale
from service.imports.faults import Unreadable
from service.imports.reading.days import period_of
from service.imports.reading.words import code_named, code_said, kind_named, kind_said

Told = dict[str, str]
"""What is told of one work, by the field: its title, and perhaps a day, a kind, a part, an organisation, a text."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MOST_OF_A_DAY, _MOST_OF_A_PART, _MOST_WORDS_OF_A_PLACE = 40, 30, 8
_BEFORE_A_DAY = re.compile(
    r"^(?:(?:được )?cấp(?: ngày)?(?: năm)?|tốt nghiệp(?: năm)?|ra mắt|nhiệm kỳ|giai đoạn"
    r"|issued|granted|published|in|năm)\s+(?=\S*\d)",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"(?:(?:đã |được )?(?:đưa vào (?:sử dụng|vận hành|khai thác)|nghiệm thu|hoàn thành|ban hành|triển khai|thương mại hóa|chuyển giao)"
    r"|in use|deployed|released|completed|commercialised)(?: từ| since| in)?(?: năm| tháng)? (?P<day>(?:\d{1,2}/)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"^(.*\S)\s+(?:cấp(?: ngày)?|năm|tốt nghiệp|issued|granted)\s+(\S*(?:19|20)\d\d)$", re.IGNORECASE)
_ISSUE = re.compile(r"(?:số|no\.?|tập|vol\.?)\s*\d{1,3}\s*[/,]\s*((?:19|20)\d\d)", re.IGNORECASE)
_VOLUME = re.compile(r"((?:19|20)\d\d)\s*[;:,]\s*\d.*")
_APPEARED = re.compile(r"(\S.*?\S),?\s+((?:19|20)\d\d)")
_ROLE = re.compile(r"^(?:role:|as\b|vai trò:?|với vai trò|là)\s*", re.IGNORECASE)
_LEVEL = re.compile(r"(?:đề tài |nhiệm vụ |dự án )?cấp\s+[^\W\d_].{0,30}", re.IGNORECASE)
_GRADE = re.compile(r"(?:xếp loại|đạt loại|kết quả|nghiệm thu|đã nghiệm thu)\b.{0,30}|đạt|khá|tốt|giỏi|xuất sắc", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:đồng )?tác giả|authors?|inventors?|developers?", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:số|tập|quyển|no|vol|issue|tr|trang|pp|p|isbn|issn)\b[.:]?\s*[\d(]"
    r"(?:[\d()\s:;,./–-]|(?<=\d)[A-Z]\b|\b(?:số|tập|quyển|kỳ|no|vol|volume|issue|năm|tháng|tr|trang|pages?|pp|p)\b)*|[\d(][\d()\s:;,./–-]*",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"(?:(?:tạp chí|kỷ yếu|kỉ yếu|nxb|nhà xuất bản|journal of|proc(?:eedings|\.)|ieee|acm)\b|TC [^\W\d_])", re.IGNORECASE)
_PATENT = re.compile(
    r"(?:(?:US|EP|WO|JP|CN|KR|DE|VN)\s?)?(?:patent|(?:bằng )?(?:độc quyền )?(?:sáng chế|giải pháp hữu ích))(?: no\.?| số)?"
    r"\s*[\w-]{0,4}\d[\w,./-]+",
    re.IGNORECASE,
)
_NUMBER_OF_A_PATENT = re.compile(r"(?:(?:bằng )?số|no\.?|number)\s*[\w.,/-]*\d[\w.,/-]*(?: [A-Z]\d)?", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:(?:tổng )?kinh phí|ngân sách|trị giá|budget|funding|value)\b.{0,20}\d.{0,40}"
    r"|[\d.,]+\s*(?:triệu|tỷ|nghìn|ngàn|trđ|tr\.đ|đồng|vnd|usd|eur)\b.{0,20}",
    re.IGNORECASE,
)
_CODE = re.compile(r"[^\W\d_]{1,8}[\w.]*[-./][\w./-]*\d[\w./-]*")
_OPEN = re.compile(r"(?<=\d{4})-(?=(?:present|nay|now)\b)")
_GAVE = re.compile(r"^(?:do|của|by|from)\s+", re.IGNORECASE)
_GIVEN = re.compile(r"\s+(?:giao|trao tặng|trao|tặng|cấp|tổ chức)$", re.IGNORECASE)
_BODY = (
    r"Bộ|Sở|UBND|U[ỷy] ban|Ủy ban|Cục|Tổng cục|Vụ|Viện|Học viện|Trường|Đại học|ĐH|Tập đoàn|Tổng công ty|Công ty|Cty|Trung tâm|Hội|Liên hiệp"
    r"|Hiệp hội|Liên đoàn|Liên minh|Bệnh viện|BV|Chi cục|Ban|Phòng|Nhà máy|Tỉnh đoàn|Trung ương|Thủ tướng|Chủ tịch"
    r"|Quỹ|Văn phòng|Khoa|Quốc hội"
)
_ORGANISATION = re.compile(rf"(?:{_BODY})\s+\S|(?:Chính phủ|Chủ tịch nước|Quốc hội|UBND)\b")
_ABROAD = re.compile(
    r"\b(?:universit\w*|institut\w*|council|ministry|department|foundation|society|association|academy|agency|cent(?:er|re)|hospital|college"
    r"|laborator\w+|company|corporation|gmbh|inc|ltd|jsc|consortium|organi[sz]ation)\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\b[A-ZĐ][A-ZĐ&]{1,9}\b")
GIVEN = frozenset({EvidenceKind.AWARD, EvidenceKind.CERTIFICATE, EvidenceKind.DEGREE})
"""Kinds of which the words beside the title and the day say who gave them."""


def is_day(words: str) -> bool:
    """Return whether ``words`` are a day or a span with its year."""
    if len(words) > _MOST_OF_A_DAY or not YEAR.search(words):
        return False
    try:
        period_of(words)
    except Unreadable:
        return False
    return True


def detail(piece: str, kind: EvidenceKind | None = None) -> Told:
    """Return what ``piece`` tells for sure beside a title, by the field; empty where nothing is known of it.

    ``kind`` is that of the work, where it is known.
    """
    words = _ROLE.sub("", piece.strip(" .;"))
    gave = _place(words, kind) if kind in GIVEN and names_body(words) else {}  # "Chủ tịch nước" gave an award, and led nothing
    return _when(words, kind) or gave or _what_part(words) or _place(words, kind)


def _when(words: str, kind: EvidenceKind | None) -> Told:
    """Return a day, also of an issue or a volume, or behind who gave it; or pages and journals, which only say where."""
    return _day_alone(words) or _where(words, kind)


def _day_alone(words: str) -> Told:
    """Return a day, perhaps behind what became of the work then."""
    if day := day_in(words):
        return {"day": day}
    became = _BECAME.fullmatch(words)
    return {"day": became["day"], **({"outcome": words} if code_said(Outcome, words) else {})} if became else {}


def _where(words: str, kind: EvidenceKind | None) -> Told:
    if issue := _ISSUE.fullmatch(words) or _VOLUME.fullmatch(words):
        return {"day": issue[1], "text": words}
    if _PATENT.fullmatch(words) or (kind is EvidenceKind.PATENT and _NUMBER_OF_A_PATENT.fullmatch(words)):
        return {"source": words, "kind": EvidenceKind.PATENT.value}
    if _PAGES.fullmatch(words) or (kind not in GIVEN and _JOURNAL.match(words)):
        return {"text": words}
    if kind is EvidenceKind.PUBLICATION and (appeared := _APPEARED.fullmatch(words)) and is_where(appeared[1]):
        return {"day": appeared[2], "text": appeared[1]}
    behind = _DAY_BEHIND.match(words)
    return {**(detail(behind[1], kind) or {"text": behind[1]}), "day": behind[2]} if behind and _is_short(behind[1]) else {}


def _what_part(words: str) -> Told:
    """Return a level, a part or a grade; what it cost says none of these."""
    if _MONEY.fullmatch(words):
        return {"text": words}
    if _LEVEL.fullmatch(words):
        return {"scale" if code_named(Scale, words) else "text": words}
    if len(words) <= _MOST_OF_A_PART and (code_said(Part, words) or _AUTHOR.fullmatch(words)):
        return {"part": words}
    return {"outcome" if code_said(Outcome, words) else "text": words} if _GRADE.fullmatch(words) else {}


def day_in(words: str) -> str:
    """Return the day that ``words`` are, without a word such as "cấp ngày" in front; empty for other words."""
    bare = _OPEN.sub(" – ", words.strip())
    return next((day for day in (bare, _BEFORE_A_DAY.sub("", bare)) if is_day(day)), "")


def _is_short(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS_OF_A_PLACE


def _place(words: str, kind: EvidenceKind | None) -> Told:
    """Return an organisation, which "do … giao" or "của" can stand around."""
    gave = _GAVE.match(words) is not None or _GIVEN.search(words) is not None
    bare = _GIVEN.sub("", _GAVE.sub("", words)).strip()
    if not _is_short(bare) or not bare[:1].isupper():
        return {}
    shortened = kind is EvidenceKind.POSITION or (kind in GIVEN and _SHORTENED.search(bare))
    return {"organisation": bare} if names_body(bare) or gave or shortened else {}


def names_body(words: str) -> bool:
    """Return whether ``words`` are the name of a body that gives or employs, such as "Bộ Y tế" or "ABC GmbH"."""
    return _ORGANISATION.match(words) is not None or (words[:1].isupper() and _ABROAD.search(words) is not None)


def is_where(piece: str) -> bool:
    """Return whether a piece beside a day can say where it was: few words, of which the first is a name."""
    return _is_short(piece) and (piece[:1].isupper() or piece[:1].isdigit())


def details(pieces: Iterable[str], kind: EvidenceKind | None = None) -> Told:
    """Return what pieces tell that are all beside the title; of what nothing is known, and of what is told twice, the words are text."""
    found, others = Told(), list[str]()
    for piece in filter(None, (piece.strip(" .;") for piece in pieces)):
        told = detail(piece, kind) or _kind_of(piece)
        if not told or told.keys() & found.keys() - {"text"}:
            others.append(piece)
            continue
        others += [told.pop("text")] if "text" in told else []
        found |= told
    return {**found, **({"text": ", ".join(others)} if others else {})}


def _kind_of(piece: str) -> Told:
    said = kind_named(piece) or (kind_said(piece) if piece[:1].islower() else None)  # "TC Hóa học" is a journal, and no standard
    return {"kind": piece} if said else {}
