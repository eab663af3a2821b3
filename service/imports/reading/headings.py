"""What headings mean: Vietnamese and English ones, in any case, with and without accents."""

import re
from collections.abc import Mapping
from functools import cache

from models.search_key import folded, search_words
from service.imports.reading.heading_words import CONSENT, COUNTERS, HEADINGS, NOT_KEPT
from service.imports.reading.questions import asked, asks_for_works, is_question, without_number

MOST_LETTERS, MOST_OF_A_QUESTION = 100, 300
_NAME = re.compile(r"\b(?:ho va ten|ho ten|full name)\b")
_ANOTHERS = re.compile(r"\b(?:dem|lot|cha|me|vo|chong|lien he|tham chieu|gioi thieu|nguoi than|reference|emergency|father|mother)\b")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_PARTS = re.compile(r"[/|\n]| - ")
_NUMBERED = re.compile(r"(.*\D)[ _.#-]*(\d{1,2})\s*")
_FILLERS = re.compile(
    r"\b(?:current|present|past|highest|primary|main|latest|selected|relevant|expert s"
    r"|hien tai|hien nay|tieu bieu|cua chuyen gia|chuyen gia"
    r"|cao nhat|da dang|cua minh chung|minh chung|noi bat|lien quan|chinh)\b"
)

_SHORT: Mapping[str, str] = {
    r"đ\s*/\s*v|đv": "đơn vị", r"c\s*\.\s*vụ|cvụ": "chức vụ", r"v\s*\.\s*trò|vtrò": "vai trò", r"t\s*\.?\s*gian|tgian": "thời gian",
    r"bđ": "bắt đầu", r"kt": "kết thúc", r"cq": "cơ quan", r"nv": "nhiệm vụ", r"kq": "kết quả", r"đ\s*\.\s*thoại|đthoại": "điện thoại",
}  # fmt: skip
"""How offices shorten the words of headings."""
_TECHNICAL: Mapping[str, str] = {
    r"nm": "name", r"dt": "date", r"addr": "address", r"org": "organisation", r"cd": "code", r"txt": "", r"ach": "achievement",
    r"exp": "expert", r"pos": "position",
}  # fmt: skip
"""How databases shorten them, in names with underscores: "DT" alone heads telephone numbers."""


def _patterns(words: Mapping[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rf"(?<!\w)(?:{short})(?!\w)", re.IGNORECASE), whole) for short, whole in words.items()]


_SHORTENED, _SHORTENED_TOO = _patterns(_SHORT), _patterns(_TECHNICAL)

_WORKS = frozenset(
    {
        "works",
        "other works",
        "selected works",
        "main works",
        "key works",
        "cac cong trinh",
        "cong trinh khac",
        "thanh tich khac",
        "cong trinh",
    }
)
_ANY_WORK = re.compile(r"(?:ten )?cong trinh\b|(?:title of |name of )?(?:the )?works?\b")
_OTHER_SPAN = re.compile(r"\b(?:thang|quy|nam|month|quarter|year)\b")  # hours of these are none of a week
_CONSENT = re.compile(r"\b(?:dong y|chap thuan|consent)\b")
_OF_CONSENT = {
    **dict.fromkeys(("so", "so van ban", "van ban", "so giay", "so phieu", "ky hieu", "so ky hieu", "number", "document no", "document"),
                    "consent_document"),
    **dict.fromkeys(("ngay", "ngay ky", "ngay thang", "date", "signed on", "day"), "consent_given_on"),
    **dict.fromkeys(("hinh thuc", "cach thuc", "phuong thuc", "means", "form", "how"), "consent_means"),
    **dict.fromkeys(("doi sanh", "matching", "noi dung dong y doi sanh", "co khong", "xac nhan"), "consent_matching"),
    **dict.fromkeys(("tham gia", "tham gia mang luoi", "thanh vien", "membership"), "consent_membership"),
    **dict.fromkeys(("chia se", "sharing", "chia se du lieu"), "consent_sharing"),
}  # fmt: skip
"""What headings mean below one of a consent."""
_PAPERS = frozenset({"so phieu", "so van ban", "so giay", "van ban"})
_BIRTH = re.compile(r"\b(?:ngay sinh|sinh ngay|yob|ngay thang nam sinh|nam sinh|birth|birthday|birthdate|dob|born)\b")
_PERSON = re.compile(r"\b(?:staff|employee|person|expert|member|can bo|cb|nhan vien|nv|vien chuc|chuyen gia|cg|hoi vien|nguoi)\b")
_LEVEL = re.compile(r"(?:bac|trinh do|hoc vi|van bang|bang cap|loai bang|level|degree)\b")
_POST = re.compile(r"\b(?:chuc danh|chuc vu|vi tri|title|position|post|job|role)\b")


def field_of(heading: str) -> str | None:
    """Return the field that ``heading`` means, or None.

    With accents first: "Tên" and "Từ" differ from what they look like without. Remarks in brackets and a second language are passed over.
    """
    if asks_for_works(heading):
        return None
    question, heading = heading, without_number(heading)
    if heading and _asks_for_name(heading):
        return "display_name"
    if not heading or len(heading) > (MOST_OF_A_QUESTION if is_question(question) else MOST_LETTERS):
        return None
    whole = _found(heading) or _found(_spelled_out(heading))
    if whole:
        return whole
    heading = _spelled_out(heading)
    bare = _BRACKETS.sub(" ", heading)
    if _without_accents(bare) in _not_kept() or _cites_paper(bare):
        return "consent_document" if _cites_paper(bare) else None  # "Nam/Nữ" asks for no year
    parts = [bare, *_PARTS.split(bare), *(part[1:-1] for part in _BRACKETS.findall(heading))]
    found = next((field for part in parts if (field := _found(part))), None) or _found(essential(bare))
    return None if found == "hours_per_week" and _OTHER_SPAN.search(_without_accents(heading)) else found or asked(question)


def _cites_paper(heading: str) -> bool:
    """Return whether a heading asks for several things of a paper of consent: "Số phiếu/ngày/cách thức"."""
    parts = [_without_accents(part) for part in _PARTS.split(heading)]
    return len(parts) > 1 and any(part in _PAPERS for part in parts) and all(part in _OF_CONSENT for part in parts)


def _asks_for_name(heading: str) -> bool:
    """Return whether a question, or a heading of several things, holds the words for a name, and is about nobody else."""
    plain = _without_accents(heading)
    several = len(heading) <= MOST_OF_A_QUESTION and ("?" in heading or "," in heading)
    return several and _NAME.search(plain) is not None and _ANOTHERS.search(plain) is None


def essential(heading: str) -> str:
    """Return ``heading``, folded, without words that say nothing of what it means: "current employer" is "employer"."""
    return " ".join(_FILLERS.sub(" ", _without_accents(heading)).split())


def is_counter(heading: str) -> bool:
    """Return whether the column only numbers the rows."""
    return _without_accents(heading) in {_without_accents(counter) for counter in COUNTERS}


def names_post(heading: str) -> bool:
    """Return whether the column says what somebody works as, not what they studied or know."""
    return _POST.search(_without_accents(_spelled_out(heading))) is not None


def names_key_of_person(heading: str) -> bool:
    """Return whether the column says by a key whose a row is: "Staff ID", "Mã cán bộ"; "Mã số" alone can be that of a work."""
    return field_of(heading) == "key" and _PERSON.search(_without_accents(heading)) is not None


def names_level(heading: str) -> bool:
    """Return whether the column says the level of a degree: "Bậc đào tạo", "Trình độ"."""
    return _LEVEL.match(_without_accents(heading)) is not None


def lists_works(heading: str) -> bool:
    """Return whether the cells of the column list works of any kind, each saying its own: "Công trình/Works"."""
    bare = _BRACKETS.sub(" ", heading)
    parts = [heading, bare, numbered(bare.strip())[0], *_PARTS.split(bare), *_BRACKETS.findall(heading)]
    return asks_for_works(heading) or any(_without_accents(part) in _WORKS for part in parts)


def names_any_work(heading: str) -> bool:
    """Return whether the column says what a work of any kind is called: "Tên công trình (đề tài, sản phẩm)"."""
    return _ANY_WORK.match(_without_accents(heading)) is not None


def names_one(heading: str) -> bool:
    """Return whether the column says what one thing is called: "Tên sáng chế", not "Sáng chế, giải pháp"."""
    return _without_accents(heading).startswith(("ten", "title", "name"))


def names_work(heading: str) -> bool:
    """Return whether the column says what the work was, in a few words."""
    return _without_accents(heading).startswith(("noi dung", "cong viec"))


def names_consent(heading: str) -> bool:
    """Return whether a heading above others says that they are about a consent: "Giấy đồng ý", "Consent"."""
    return _CONSENT.search(_without_accents(heading)) is not None


def consent_field(heading: str) -> str | None:
    """Return what a heading below one of a consent means, such as "Ngày" or "Số", or None; it never means a thing of another kind."""
    own = _OF_CONSENT.get(_without_accents(_BRACKETS.sub(" ", heading)))
    meant = own or field_of(heading) or ""
    return meant if meant.startswith(CONSENT) else field_of(f"{heading} đồng ý")


def numbered(heading: str) -> tuple[str, int]:
    """Return ``heading`` without the number at its end, and the number; 0 where it has none: ("Từ", 2) of "Từ 2"."""
    match = _NUMBERED.fullmatch(heading) if len(heading) <= MOST_LETTERS else None
    return (match[1], int(match[2])) if match else (heading, 0)


def is_not_kept(heading: str) -> bool:
    """Return whether the column is one that a record has no place for, on purpose, such as a telephone number."""
    bare = _BRACKETS.sub(" ", _spelled_out(without_number(heading)))
    parts = [] if is_question(heading) else _PARTS.split(bare)  # "Anh/Chị" asks for no "ảnh"
    return any(_without_accents(part) in _not_kept() for part in [bare, *parts])


def names_birth(heading: str) -> bool:
    """Return whether the column says when somebody was born."""
    return len(heading) <= MOST_LETTERS and _BIRTH.search(_without_accents(_spelled_out(heading))) is not None


def same_heading(one: str, other: str) -> bool:
    """Return whether two cells say the same heading."""
    return _without_accents(one) == _without_accents(other)


def mapped(heading: str, mapping: Mapping[str, str]) -> str | None:
    """Return the field that a saved mapping gives ``heading``, however it is spelled; an empty one leaves the column out."""
    for named, field in mapping.items():
        if same_heading(named, heading):
            return field
    return None


def _spelled_out(heading: str) -> str:
    words, patterns = heading.replace("_", " "), [*_SHORTENED, *(_SHORTENED_TOO if "_" in heading else ())]
    for short, whole in patterns:
        words = short.sub(whole, words)
    return words


def _found(text: str) -> str | None:
    exact, plain = _known()
    return exact.get(_accented(text)) or plain.get(_without_accents(text))


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    exact = {_accented(heading): field for field, headings in HEADINGS.items() for heading in (*headings, field)}
    plain: dict[str, str] = {}
    for heading, field in exact.items():
        plain.setdefault(folded(heading), field)
    return exact, plain


@cache
def _not_kept() -> frozenset[str]:
    return frozenset(_without_accents(heading) for heading in NOT_KEPT)


def _accented(text: str) -> str:
    return " ".join(search_words(text.replace("_", " ")))


def _without_accents(text: str) -> str:
    return folded(_accented(text))
