"""What the words of a work, or of a heading, say that it is: "Bằng sáng chế số 12345", "Đề tài cấp Bộ …", "…, US Patent 10,191,974"."""

import re
from functools import lru_cache

from models.search_key import search_words
from models.vocabulary import EvidenceKind, Part
from service.imports.reading.headings import field_of
from service.imports.reading.questions import asks_for_works
from service.imports.reading.words import code_named, code_said, kind_named

_BEGINS = (
    (
        EvidenceKind.PATENT,
        r"(?:bằng )?(?:độc quyền )?(?:sáng chế|giải pháp hữu ích|gphi|đqsc|đqgphi)|bđqsc|bđqgphi|(?:us |ep |wo )?patents?|utility model",
    ),
    (
        EvidenceKind.AWARD,
        r"giải thưởng|giải (?:nhất|nhì|ba|tư|khuyến khích|vàng|bạc|đồng|đặc biệt|a|b|c)|huy chương|bằng khen|giấy khen"
        r"|huân chương|kỷ niệm chương"
        r"|danh hiệu|chiến sĩ thi đua|top \d+|awards?|prizes?|medals?|thầy thuốc (?:ưu tú|nhân dân)|nhà giáo (?:ưu tú|nhân dân)",
    ),
    (EvidenceKind.NETWORK, r"(?:hội viên|thành viên|ủy viên|uỷ viên) (?:tổng hội|hội|hiệp hội|mạng lưới|liên hiệp|ban chấp hành)"),
    (
        EvidenceKind.POLICY,
        r"(?:dự thảo )?(?:nghị định|nghị quyết|thông tư|chỉ thị)|dự thảo (?:luật|quyết định)"
        r"|(?:luật|quyết định)\b.*\b(?:số \d+|quy định|sửa đổi)|chiến lược (?:quốc gia|phát triển|của)"
        r"|lộ trình (?:quốc gia|phát triển|làm chủ|chuyển đổi)|quy hoạch (?:tổng thể|phát triển|ngành)|xây dựng chính sách"
        r"|đề án (?:phát triển|chuyển đổi|xây dựng|nâng cao).* đến năm \d{4}|(?:draft )?decree|national (?:strategy|roadmap)",
    ),
    (EvidenceKind.STANDARD, r"(?:tcvn|qcvn|tccs)\b|tiêu chuẩn (?:quốc gia|việt nam|cơ sở|ngành)|quy chuẩn (?:kỹ thuật|quốc gia)"),
    (
        EvidenceKind.PUBLICATION,
        r"sách(?: chuyên khảo| tham khảo| giáo trình)?|giáo trình|chuyên khảo|bài báo(?: khoa học| quốc tế)?|báo cáo khoa học"
        r"|tham luận|book(?: chapter)?"
        r"|(?:journal |conference )?(?:article|paper|publication)s?|monograph|textbook",
    ),
    (
        EvidenceKind.PROGRAMME,
        r"đề tài|dự án|nhiệm vụ (?:khcn|kh cn|khoa học|cấp)|chương trình (?:khcn|khoa học|nghiên cứu|cấp)"
        r"|đề án|(?:research )?(?:project|grant)s?",
    ),
    (EvidenceKind.PRODUCT, r"sản phẩm|phần mềm|nền tảng|bộ kit|app|software|nguyên mẫu|prototype"),
)
_IN_FRONT = [(kind, re.compile(rf"(?:{words})\b")) for kind, words in _BEGINS]
_HOLDS = (
    (
        EvidenceKind.PATENT,
        re.compile(r"\b(?:us|ep|wo|jp|cn|kr|de|vn)? ?patent (?:application |no |number )*\d|\bbằng (?:độc quyền )?sáng chế số"),
    ),
    (
        EvidenceKind.PUBLICATION,
        re.compile(r"\b(?:tạp chí|kỷ yếu|kỉ yếu|nxb|nhà xuất bản|journal|proceedings|proc|conference on|transactions on|isbn|issn|doi)\b"),
    ),
    (EvidenceKind.PRODUCT, re.compile(r"\b(?:open source|mã nguồn mở|toolkit)\b")),
    (EvidenceKind.AWARD, re.compile(r"\b(?:award|prize|medal|fellowship)\b")),
)
_NUMBER_OF_A_PATENT = re.compile(r"(?:US|EP|WO|DE|JP|CN|KR|VN)\s?\d[\d ,./-]{5,}[A-Z]?\d?")
_REST = re.compile(
    r"(?: (?:gphi|giải pháp hữu ích))?(?:$| (?:cấp|số|no|mã số|loại|chuyên khảo|tham khảo|quốc tế|khoa học|trong nước|đã|\d))"
)
_LONGEST = 1000
_COUNTED = re.compile(
    r"\b(?:ref|reference)\b"
    r"|\b(?:số|mã|kinh phí|năm|ngày|tháng|cấp|thời gian|tổng|lượng|điểm|no|number|year|date|amount|budget|code|id|count|status)\b"
)
_HEADS = (
    (EvidenceKind.POSITION, re.compile(
        r"(?:các )?(?:vị trí|chức vụ)(?: công tác)? (?:đã|từng)\b"
        r"|(?:đã |từng )+(?:giữ|qua|đảm nhiệm|kinh qua|làm)\b.*\b(?:vị trí|chức vụ)\b"
        r"|(?:past|previous|former) (?:posts|positions|jobs)\b|(?:posts|positions|jobs) held\b")),
    (EvidenceKind.PRODUCT, re.compile(
        r"sp\b|giải pháp\b|hệ thống (?:đã|do)\b|(?:things|products|systems|tools)\b.*\b(?:built|made|developed|created)\b")),
    (EvidenceKind.PUBLICATION, re.compile(r"(?:các )?bài (?:đăng|viết|tạp chí)\b|papers\b")),
)  # fmt: skip
"""What only headings begin with, and no work."""
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_ANY = re.compile(r"\b(?:works?|công trình|thành tích|kết quả|achievements?)\b")
_LED, _TOOK_PART = re.compile(r"\b(?:chủ trì|chủ nhiệm|led|lead)\b"), re.compile(r"\b(?:tham gia|thành viên|participated|member)\b")
_SEVERAL = re.compile(r"[,;/&]|\bvà\b|\band\b|\bor\b|\bhoặc\b")


@lru_cache(maxsize=4096)
def kind_of_work(words: str) -> EvidenceKind | None:
    """Return the kind that a work says of itself: by the words that it begins with, or by where it appeared; None where nothing says it."""
    if len(words) > _LONGEST:
        return None
    plain = " ".join(search_words(words))
    begun = next((kind for kind, begins in _IN_FRONT if begins.match(plain)), None)
    if begun is None and _NUMBER_OF_A_PATENT.match(words):
        return EvidenceKind.PATENT
    return begun or next((kind for kind, holds in _HOLDS if holds.search(plain)), None)


def kind_in_front(words: str) -> EvidenceKind | None:
    """Return the kind that ``words`` in front of a title say, with a level or number behind it: "Đề tài cấp Bộ", "Sáng chế số 12"."""
    if _NUMBER_OF_A_PATENT.fullmatch(words):
        return EvidenceKind.PATENT
    plain = " ".join(search_words(words))
    whole = code_named(EvidenceKind, words)
    return whole or next((kind for kind, begins in _IN_FRONT if (match := begins.match(plain)) and _REST.match(plain[match.end() :])), None)


def kind_of_heading(heading: str) -> EvidenceKind | None:
    """Return the kind of the works that a heading begins with, such as "Bài báo đăng tạp chí"; None where it counts or dates them."""
    plain = " ".join(search_words(_IN_BRACKETS.sub(" ", heading)))
    if _COUNTED.search(plain):
        return None
    heads = [*_IN_FRONT, *_HEADS]
    return next((kind for kind, begins in heads if begins.match(plain)), None) or _kind_of_details(heading)


def _kind_of_details(heading: str) -> EvidenceKind | None:
    """Return the kind that the brackets of a heading name beside what else each work says: "Học hành (bằng, ngành, trường, năm)"."""
    pieces = [piece.strip() for bracket in _IN_BRACKETS.findall(heading) for piece in _SEVERAL.split(bracket)]
    beside = {field_of(piece) for piece in pieces} & {"day", "period", "organisation", "part"}
    return next((kind for piece in pieces if (kind := kind_named(piece))), None) if len(beside) > 1 else None


def kind_asked_for(question: str) -> EvidenceKind | None:
    """Return the one kind of works that a question asks to list, such as "List up to five publications"; None where they can be any."""
    plain = " ".join(search_words(_IN_BRACKETS.sub(" ", question)))
    of_any = _SEVERAL.search(question.partition(" - ")[0]) or _ANY.search(plain) or not asks_for_works(question)
    return None if of_any else code_said(EvidenceKind, question.partition(" - ")[0], heading=True)


def part_of_heading(heading: str) -> Part | None:
    """Return the part that a heading says of all its works: "Projects led"; None for "chủ trì hoặc tham gia"."""
    plain = " ".join(search_words(heading))
    led, took_part = _LED.search(plain), _TOOK_PART.search(plain)
    return None if bool(led) == bool(took_part) else code_said(Part, "led" if led else "member")


def kinds_in_heading(heading: str) -> list[EvidenceKind]:
    """Return the kinds that a heading names, those in brackets first: "Tên công trình (đề tài, sản phẩm)", "Patents / software"."""
    inside = [piece for bracket in _IN_BRACKETS.findall(heading) for piece in _SEVERAL.split(bracket)]
    pieces = [*inside, *_SEVERAL.split(_IN_BRACKETS.sub(" ", heading))]
    return list(dict.fromkeys(kind for piece in pieces if (kind := kind_named(piece.strip()))))
