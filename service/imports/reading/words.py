"""What words in cells mean: kinds of evidence, parts, outcomes, yes and no, however an office writes them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from models.search_key import folded, search_words
from models.vocabulary import ConsentPurpose, EvidenceKind, Language, NameOrder, Outcome, Part, Scale, Verification
from models.vocabulary.documents import ConsentMeans
from service.imports.reading.headings import essential
from service.kit.languages import Bilingual
from service.people.documents.words import MEANS
from service.people.profiles import words as named

Code = TypeVar("Code", bound=StrEnum)

_KINDS: dict[EvidenceKind, tuple[str, ...]] = {
    EvidenceKind.POSITION: (
        "vị trí",
        "chức vụ",
        "công tác",
        "quá trình công tác",
        "kinh nghiệm",
        "kinh nghiệm làm việc",
        "công việc",
        "job",
        "employment",
        "work experience",
        "experience",
        "positions",
        "work history",
        "nơi công tác",
        "lịch sử công tác",
        "kinh nghiệm công tác",
    ),
    EvidenceKind.PROGRAMME: (
        "chương trình",
        "đề tài",
        "nhiệm vụ",
        "dự án",
        "project",
        "program",
        "programme",
        "nhiệm vụ khcn",
        "đề tài khoa học",
        "projects",
        "đề tài dự án",
        "task",
        "nhiệm vụ khoa học và công nghệ",
        "đề tài nghiên cứu",
        "programmes",
        "research project",
        "grant",
    ),
    EvidenceKind.PRODUCT: ("sản phẩm", "products", "sản phẩm công nghệ", "giải pháp", "hệ thống"),
    EvidenceKind.PATENT: (
        "sáng chế",
        "bằng sáng chế",
        "bằng độc quyền sáng chế",
        "giải pháp hữu ích",
        "patents",
        "bằng độc quyền",
        "bằng sáng chế giải pháp hữu ích",
    ),
    EvidenceKind.PUBLICATION: (
        "công bố",
        "bài báo",
        "bài báo khoa học",
        "công bố quốc tế",
        "công trình",
        "công trình khoa học",
        "ấn phẩm",
        "sách",
        "paper",
        "article",
        "publications",
        "journal article",
        "book",
        "công trình công bố",
        "bài báo công trình khoa học",
        "bài báo công bố",
    ),
    EvidenceKind.STANDARD: ("tiêu chuẩn quy chuẩn", "quy chuẩn", "tcvn", "standards", "tiêu chuẩn quy chuẩn kỹ thuật"),
    EvidenceKind.AWARD: ("giải thưởng", "khen thưởng", "giải", "awards", "prize", "danh hiệu", "bằng khen", "honour"),
    EvidenceKind.DEGREE: (
        "văn bằng",
        "bằng cấp",
        "học vị",
        "quá trình đào tạo",
        "đào tạo",
        "học vấn",
        "education",
        "degrees",
        "tốt nghiệp",
        "bằng đại học",
        "bằng",
        "trình độ đào tạo",
        "quá trình học tập",
    ),
    EvidenceKind.CERTIFICATE: ("chứng chỉ", "chứng nhận", "certificates", "certification", "license", "giấy phép hành nghề"),
    EvidenceKind.POLICY: ("chính sách", "xây dựng chính sách", "policy", "xây dựng văn bản", "tư vấn chính sách"),
    EvidenceKind.NETWORK: ("mạng lưới", "hội đồng", "hiệp hội", "membership", "committee", "ban chủ nhiệm", "hội nghề nghiệp"),
}
_PARTS: dict[Part, tuple[str, ...]] = {
    Part.LED: (
        "chủ nhiệm",
        "chủ trì",
        "chủ nhiệm đề tài",
        "chủ nhiệm nhiệm vụ",
        "trưởng nhóm",
        "lead",
        "leader",
        "principal investigator",
        "pi",
        "trưởng ban",
        "chủ biên",
        "tác giả chính",
        "led",
        "head",
        "giám đốc dự án",
        "first author",
        "chủ nhiệm dự án",
        "phụ trách",
    ),
    Part.MAIN: (
        "thành viên chính",
        "tham gia chính",
        "thư ký",
        "thư ký khoa học",
        "main",
        "main member",
        "phó chủ nhiệm",
        "key member",
        "thành viên chủ chốt",
        "main participant",
        "co investigator",
        "đồng chủ trì",
    ),
    Part.CONTRIBUTOR: (
        "tham gia",
        "thành viên",
        "cộng tác viên",
        "cộng tác",
        "contributor",
        "member",
        "participant",
        "đồng tác giả",
        "co author",
        "người tham gia",
        "cán bộ tham gia",
        "contributed",
    ),
}
_OUTCOMES: dict[Outcome, tuple[str, ...]] = {
    Outcome.REPORTED: ("nghiệm thu", "đã nghiệm thu", "báo cáo"),
    Outcome.APPLIED: ("ứng dụng", "được ứng dụng", "applied in practice", "đã áp dụng"),
    Outcome.TRANSFERRED: ("chuyển giao", "technology transfer"),
    Outcome.COMMERCIALISED: ("thương mại hoá", "đã thương mại hoá", "thương mại hóa", "commercialized"),
}
_SCALES: dict[Scale, tuple[str, ...]] = {
    Scale.UNIT: ("cơ sở", "cấp cơ sở", "đơn vị", "unit", "institution"),
    Scale.LOCAL: ("tỉnh", "cấp tỉnh", "thành phố", "cấp bộ", "bộ", "ministry", "province", "cấp địa phương"),
    Scale.NATIONAL: ("cấp quốc gia", "nhà nước", "cấp nhà nước", "national level", "toàn quốc"),
    Scale.INTERNATIONAL: ("quốc tế", "cấp quốc tế", "international level", "khu vực"),
}
_VERIFICATIONS: dict[Verification, tuple[str, ...]] = dict.fromkeys(Verification, ())
_LANGUAGES: dict[Language, tuple[str, ...]] = {
    Language.VI: ("tiếng việt", "việt", "vietnamese"),
    Language.EN: ("tiếng anh", "anh", "english"),
}
_ORDERS: dict[NameOrder, tuple[str, ...]] = {
    NameOrder.FAMILY_FIRST: ("họ trước", "family name first", "họ trước tên sau"),
    NameOrder.GIVEN_FIRST: ("tên trước", "given name first", "tên trước họ sau"),
}
_MEANS: dict[ConsentMeans, tuple[str, ...]] = {
    ConsentMeans.PAPER: ("giấy", "văn bản", "bản ký", "phiếu ký", "phiếu đồng ý", "bản giấy", "paper", "signed", "bằng văn bản"),
    ConsentMeans.EMAIL: ("email", "e-mail", "thư điện tử", "mail", "qua email"),
    ConsentMeans.RECORDED_CALL: ("điện thoại", "ghi âm", "call", "phone", "cuộc gọi", "gọi điện có ghi âm"),
}
_YES = ("có", "yes", "y", "true", "1", "x", "✓", "✔", "đồng ý", "sẵn sàng", "đúng", "c", "co", "rồi", "v", "agree", "agreed", "willing")
_NO = ("không", "no", "n", "false", "0", "k", "chưa", "không đồng ý", "sai", "-", "–", "not willing", "o", "khong", "declined", "từ chối")
_SPOKEN: Mapping[type[StrEnum], tuple[Mapping[Any, tuple[str, ...]], Mapping[Any, Bilingual]]] = {
    EvidenceKind: (_KINDS, named.KINDS),
    Part: (_PARTS, named.PARTS),
    Outcome: (_OUTCOMES, named.OUTCOMES),
    Scale: (_SCALES, named.SCALES),
    Verification: (_VERIFICATIONS, named.VERIFICATIONS),
    Language: (_LANGUAGES, {}),
    NameOrder: (_ORDERS, {}),
    ConsentMeans: (_MEANS, MEANS),
    ConsentPurpose: ({}, named.PURPOSES),
}


_MOST_WORDS = 8
_NAME_OF = frozenset({"tên", "title", "name", "of"})


def code_named(kind: type[Code], words: str) -> Code | None:
    """Return the code of ``kind`` that ``words`` mean in either language, with or without accents, or None."""
    found = _codes(kind).get(_plain(words))
    return kind(found) if found is not None else None


def kind_named(words: str) -> EvidenceKind | None:
    """Return the kind of evidence that a heading or the name of a sheet says, or None; a number in front or behind is passed over."""
    if not words or len(words) > 100:
        return None
    bare = " ".join(word for word in search_words(words) if not word.isdigit())
    return code_named(EvidenceKind, bare) or code_named(EvidenceKind, essential(bare))


def kind_said(words: str) -> EvidenceKind | None:
    """Return the kind of evidence that the words of a cell say, or begin with, the longest first: "Đề tài cấp Bộ" is a programme."""
    parts = search_words(words)[:_MOST_WORDS]
    starts = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
    return code_named(EvidenceKind, words) or next((found for start in starts if (found := code_named(EvidenceKind, start))), None)


def kind_of_title(heading: str) -> EvidenceKind | None:
    """Return the kind of evidence that the heading of a title names, such as "Tên sáng chế" or "Position", or None."""
    return kind_named(heading) or kind_named(" ".join(word for word in search_words(heading) if word not in _NAME_OF))


def yes_or_no(words: str) -> bool | None:
    """Return whether ``words`` say yes or no, or None."""
    plain = words.strip().casefold()
    said = {True: _YES, False: _NO}
    for answer, ways in said.items():
        if plain in ways or folded(plain) in {folded(way) for way in ways}:
            return answer
    return None


def choices(kind: type[Code]) -> Bilingual:
    """Return the names of the codes of ``kind``, to say what could be written."""
    names = _SPOKEN[kind][1]
    said = [names.get(code, Bilingual(code.value, code.value)) for code in kind]
    return Bilingual(", ".join(dict.fromkeys(name.en for name in said)), ", ".join(dict.fromkeys(name.vi for name in said)))


@cache
def _codes(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    ways, names = _SPOKEN[kind]
    found: dict[str, StrEnum] = {}
    for code in kind:
        said = names.get(code)
        for words in (code.value, *(said or ()), *ways.get(code, ())):
            found.setdefault(_plain(words), code)
    return found


def _plain(words: str) -> str:
    return " ".join(folded(word) for word in search_words(words.replace("_", " ")))
