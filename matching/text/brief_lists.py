"""Lists with a heading that says whether they are wanted: "Out of scope:", "Không cần:", "Nice to have:"."""

import re
from collections.abc import Iterator

from matching.text.stance import Span
from models.vocabulary import NeedLevel

_SECTION = r"(?:(?:phần|mục|điểm|phan|muc|part|section|item) (?:\d{1,2}|[a-z]|[ivx]{1,4})[ \t]*[-–—:.)][ \t]*)"
_MARK = rf"[ \t]*(?:#{{1,6}} |[-–—•*+·]\s+|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s+|{_SECTION})*[*_]*"
_UNWANTED = (
    r"(?:(?:explicitly |things? )?(?:out of|outside|beyond)(?: the| our| this)? scope|not in scope|not (?:included|needed"
    r"|required|wanted|covered)"
    r"|(?:what )?(?:we|this project|the project|the work) (?:do|does|will) not (?:need|want|include|cover|require|seek)"
    r"|(?:we )?(?:don|doesn|won)['’]t (?:need|want|include|cover)|exclusions?|excluded|non-goals?|no need for"
    r"|not (?:suitable|a fit|eligible)|unsuitable|who (?:need|should) not apply"
    r"|(?:những (?:gì|thứ|phần|việc) )?(?:chúng tôi |dự án |bên em )?(?:không|chưa) (?:cần|yêu cầu|bao gồm|gồm|làm|tuyển|tìm"
    r"|dùng|sử dụng|xét|nhận|lấy|mời|chọn|chấp nhận)"
    r"(?: đến| tới)?|(?:nằm )?ngoài phạm vi|không (?:thuộc|nằm trong) phạm vi|loại trừ|không bắt buộc phải có"
    r"|(?:(?:những )?(?:người|ai|hồ sơ) )?không phù hợp"
    r"|khong (?:can|yeu cau|bao gom|gom|lam|tuyen|tim|dung|xet|nhan|lay|moi|chon)"
    r"|(?:nam )?ngoai pham vi|khong (?:thuoc|nam trong) pham vi|loai tru|khong phu hop)"
)
_WELCOME = (
    r"(?:nice[ -]to[ -]haves?|desirable|desired|optional|preferred|preferably|would be (?:nice|welcome|a plus)|welcome|(?:a )?plus|bonus"
    r"|advantages?|ưu tiên|lợi thế|điểm cộng|mong muốn(?: thêm)?|khuyến khích|không bắt buộc|uu tien|loi the|diem cong|khuyen khich)"
)
_REST = r"(?:[ \t]+(?!.*[,;])[\w’'-]+){0,5}[*_]*[ \t]*:?[*_]*[ \t]*$"
_HEADINGS = (
    (re.compile(rf"^{_MARK}{_UNWANTED}\b{_REST}", re.IGNORECASE), NeedLevel.EXCLUDED),
    (re.compile(rf"^{_MARK}{_WELCOME}\b{_REST}", re.IGNORECASE), NeedLevel.NICE),
)
_INLINE = tuple(
    (
        re.compile(rf"^(?:[ \t]*{_SECTION}{words}[*_]*[ \t]*[:.]|{_MARK}{words}\b(?:[ \t]+[\w’'-]+){{0,3}}[*_]*[ \t]*:)", re.IGNORECASE),
        level,
    )
    for words, level in ((_UNWANTED, NeedLevel.EXCLUDED), (_WELCOME, NeedLevel.NICE))
)
_INLINE_END = re.compile(
    r"\n|\.(?=\s|$)|[;,.]\s*(?:nhưng |but |chỉ |only )?(?:we |you |chúng tôi )?"
    r"(?:needs?|needed|wants?|wanted|requires?|required|seeks?|cần|tìm|yêu cầu|can|tim)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[ \t]*(?:[-–—•*+·]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)\S", re.IGNORECASE)
_LONGEST_HEADING, _LONGEST_PLAIN_LINE = 80, 12


def listed(text: str) -> Iterator[tuple[Span, NeedLevel]]:
    """Return the parts of ``text`` that are lists under a heading of what is not wanted or welcome, heading included, with that level."""
    lines = _lines(text)
    for place, (start, line) in enumerate(lines):
        level = _heading(line)
        if level is not None:
            last = _last_of_list(lines, place)
            if last > place:
                yield (start, lines[last][0] + len(lines[last][1])), level
        yield from _inline(start, line)


def _inline(start: int, line: str) -> Iterator[tuple[Span, NeedLevel]]:
    """Return the list that stands in the line of its heading, up to a full stop or a new demand: "5. Loại trừ: quỹ đầu tư; đại lý"."""
    for heading, level in _INLINE:
        if found := heading.match(line):
            yield (start, start + end_of_line_list(line, found.end())), level
            return


def end_of_line_list(text: str, start: int) -> int:
    """Return where a list that begins at ``start`` behind a colon ends: with its line, at a full stop or before a new demand."""
    end = _INLINE_END.search(text, start)
    return end.start() if end else len(text)


def _lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _heading(line: str) -> NeedLevel | None:
    if len(line) > _LONGEST_HEADING:
        return None
    return next((level for pattern, level in _HEADINGS if pattern.match(line)), None)


def _last_of_list(lines: list[tuple[int, str]], heading: int) -> int:
    """Return the last line of the list under a heading, which is a line with a mark or a few words; the heading itself if there is none."""
    below = [place for place in range(heading + 1, min(heading + 3, len(lines))) if lines[place][1].strip()]
    if not below:
        return heading
    marked = _BULLET.match(lines[below[0]][1]) is not None
    if not marked and not lines[heading][1].rstrip(" \t*_").endswith(":"):
        return heading
    last = heading
    for place in range(below[0], len(lines)):
        line = lines[place][1]
        if not line.strip() and marked:
            continue
        if not _belongs(line, marked=marked):
            break
        last = place
    return last


def _belongs(line: str, *, marked: bool) -> bool:
    if line.rstrip(" \t*_").endswith(":") or _heading(line) is not None:
        return False
    return _BULLET.match(line) is not None if marked else 0 < len(line.split()) <= _LONGEST_PLAIN_LINE
