"""What headings mean: Vietnamese and English ones, in any case, with and without accents."""

from models.search_key import folded, search_words

# Field of the import: the headings that mean it. The first two head the templates, in Vietnamese and English.
HEADINGS: dict[str, tuple[str, ...]] = {
    "key": ("Mã", "key", "mã số", "mã chuyên gia", "mã người", "id", "person key", "person", "expert", "expert id", "code", "external key"),
    "display_name": ("Họ và tên", "name", "họ tên", "tên đầy đủ", "họ và tên chuyên gia", "tên chuyên gia", "full name", "display name"),
    "family_name": ("Họ", "family name", "surname", "last name", "họ đệm"),
    "given_name": ("Tên", "given name", "first name", "tên đệm và tên", "tên gọi"),
    "aliases": ("Tên khác", "other names", "aliases", "bí danh"),
    "headline_vi": ("Chức danh", "headline (vi)", "chức danh hiện tại", "giới thiệu ngắn", "chức vụ hiện tại", "headline vi"),
    "headline_en": ("Chức danh (tiếng Anh)", "headline", "headline (en)", "headline en", "chức danh tiếng anh"),
    "biography_vi": ("Tiểu sử", "biography (vi)", "giới thiệu", "tóm tắt", "biography vi", "lý lịch"),
    "biography_en": ("Tiểu sử (tiếng Anh)", "biography", "biography (en)", "biography en", "bio", "summary"),
    "country": ("Quốc gia", "country", "nước", "nước cư trú", "quốc gia cư trú", "nơi cư trú", "country of residence"),
    "languages": ("Ngôn ngữ", "languages", "ngoại ngữ", "language"),
    "email": ("Email", "e-mail", "thư điện tử", "địa chỉ email", "mail", "email address", "hộp thư"),
    "orcid": ("ORCID", "ORCID iD", "mã orcid"),
    "available_from": ("Tham gia được từ", "available from", "sẵn sàng từ"),
    "available_until": ("Tham gia được đến", "available until", "sẵn sàng đến"),
    "hours_per_week": ("Số giờ mỗi tuần", "hours per week", "giờ/tuần", "số giờ/tuần"),
    "kind": ("Loại", "kind", "loại minh chứng", "phân loại", "type", "evidence type"),
    "title": ("Tên minh chứng", "title", "tiêu đề", "nội dung", "tên công trình", "vị trí", "chức vụ", "position"),
    "text": ("Mô tả", "text", "mô tả chi tiết", "description", "chi tiết"),
    "starts": ("Từ", "from", "từ ngày", "bắt đầu", "ngày bắt đầu", "thời gian bắt đầu", "starts", "start", "start date", "từ năm"),
    "ends": ("Đến", "until", "đến ngày", "kết thúc", "ngày kết thúc", "thời gian kết thúc", "ends", "end", "end date", "to", "đến năm"),
    "organisation": (
        "Tổ chức",
        "organisation",
        "đơn vị",
        "cơ quan",
        "nơi công tác",
        "đơn vị công tác",
        "organization",
        "employer",
        "công ty",
    ),
    "part": ("Vai trò", "part", "phần việc", "role", "mức tham gia"),
    "source": ("Nguồn", "source", "đường dẫn", "link", "doi", "url"),
    "counts_as_innovation_work": ("Công việc KHCN", "innovation work", "counts as innovation work", "công việc đổi mới sáng tạo"),
}
PEOPLE = tuple(HEADINGS)[: tuple(HEADINGS).index("kind")]
EVIDENCE = ("key", "email", "orcid", *tuple(HEADINGS)[tuple(HEADINGS).index("kind") :])


def _written(text: str) -> str:
    return " ".join(folded(word) for word in search_words(text.replace("_", " ")))


def _accented(text: str) -> str:
    return " ".join(search_words(text.replace("_", " ")))


_EXACT = {_accented(heading): field for field, headings in HEADINGS.items() for heading in headings}
_FOLDED: dict[str, str] = {}
for _heading, _field in _EXACT.items():
    _FOLDED.setdefault(_written(_heading), _field)


def field_of(heading: str) -> str | None:
    """Return the field that ``heading`` means, or None. With accents first: "Tên" and "Từ" differ from what they look like without."""
    if not heading or len(heading) > 100:
        return None
    return _EXACT.get(_accented(heading)) or _FOLDED.get(_written(heading))
