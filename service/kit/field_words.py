"""What the fields of forms are called, and what is wrong with one, in words: a person fills a form in, and knows no names of fields."""

from collections.abc import Callable, Mapping
from typing import Any

from service.kit.languages import Bilingual

_NAMES = """
about: About whom | Về ai
actor: Account | Tài khoản
aliases: Other names | Tên khác
answer: Answer | Câu trả lời
answer_by: Last day to answer | Hạn trả lời
available_from: Available from | Tham gia được từ ngày
available_until: Available until | Tham gia được đến ngày
biography: Biography | Tiểu sử
body: The form | Nội dung gửi lên
briefs: Brief | Mô tả
country: Country | Quốc gia
current: Current password | Mật khẩu hiện tại
cursor: The link to the next page | Liên kết trang sau
despite_refusal: Reason for asking again | Lý do mời lại
display_name: Name | Họ tên
document: Document | Văn bản
email: E-mail address | Thư điện tử
ends: Until | Đến ngày
expert: The people to compare | Người được so sánh
expert_id: Person | Người
experts: The people to compare with | Người mẫu
family_name: Family name | Họ
finding: Result | Kết quả
fits: Threshold for a fit | Ngưỡng phù hợp
given: Consent | Sự đồng ý
given_name: Given name | Tên
good: Threshold for a good fit | Ngưỡng khá phù hợp
headline: Headline | Giới thiệu
hours_per_week: Hours a week | Số giờ mỗi tuần
kind: Kind | Loại
label: Label | Tên gọi
language: Language | Ngôn ngữ
languages: Languages | Ngôn ngữ
led_products: Products that are led | Sản phẩm phụ trách
led_projects: Projects that are led | Dự án phụ trách
limit: Number of rows | Số dòng
must: Required capabilities | Năng lực bắt buộc
name: Name | Tên
name_order: Order of the name | Thứ tự họ tên
nice: Welcome capabilities | Năng lực ưu tiên
note: Note | Ghi chú
notes: Notes | Ghi chú
on_day: Day | Ngày
open_rules_seen: Open conditions | Điều kiện chưa thẩm tra
orcid: ORCID | ORCID
organisation_id: Organisation | Tổ chức
outcome: Outcome | Kết quả công việc
owner: Who answers for it | Người phụ trách
part: Part | Vai
password: Password | Mật khẩu
person: The people to compare | Người được so sánh
place: Place | Vị trí
products: Products | Sản phẩm
reason: Reason | Lý do
role: Role | Vai trò
roles: Roles | Vai trò
rule: Condition | Điều kiện
scale: Scale | Quy mô
scopes: What the key may do | Quyền của khóa
seats: Number of seats | Số vị trí
sectors: Sectors | Lĩnh vực
source: Source | Nguồn
starts: From | Từ ngày
strong: Threshold for a strong fit | Ngưỡng rất phù hợp
sub_network: Network | Mạng lưới
subject: Product, project or group | Sản phẩm, dự án hoặc nhóm
text: Text | Nội dung
themes: Themes | Chủ đề
title: Title | Tiêu đề
to: Next state | Trạng thái tiếp theo
until: Until | Đến hết ngày
verification: Confirmation | Mức xác nhận
verified_by: Confirmed by | Người, đơn vị xác nhận
verified_on: Day of confirmation | Ngày xác nhận
version: Version | Phiên bản
weights: The weights | Tổng trọng số
willing: Willingness | Mức sẵn sàng
"""


def _named(line: str) -> tuple[str, Bilingual]:
    name, _, said = line.partition(": ")
    en, _, vi = said.partition(" | ")
    return name, Bilingual(en=en, vi=vi)


FIELDS: Mapping[str, Bilingual] = dict(_named(line) for line in _NAMES.strip().splitlines())
_REQUIRED = Bilingual(en="is missing", vi="còn thiếu")
_DATE = Bilingual(en="must be a day, such as 2026-12-20", vi="phải là một ngày, ví dụ 20/12/2026")
_WHOLE = Bilingual(en="must be a whole number", vi="phải là số nguyên")
_NUMBER = Bilingual(en="must be a number", vi="phải là số")
_CHOICE = Bilingual(en="is none of the choices", vi="không có trong các lựa chọn")
_TEXT = Bilingual(en="must be a text", vi="phải là văn bản")
HALF_LETTER = Bilingual(
    en="holds half of a character (a surrogate alone, \\ud800 to \\udfff): write the character whole",
    vi="chứa nửa ký tự (mã từ \\ud800 đến \\udfff đứng riêng): hãy ghi đủ ký tự",
)
_YES_NO = Bilingual(en="must be true or false", vi="phải là true (có) hoặc false (không)")
_OBJECT = Bilingual(en="must be an object of named fields", vi="phải là một đối tượng gồm các trường có tên")
_LIST = Bilingual(en="must be a list", vi="phải là một danh sách")
_MOMENT = Bilingual(
    en="must be a moment with its time zone, such as 2026-12-20T09:00:00+07:00",
    vi="phải là thời điểm kèm múi giờ, ví dụ 2026-12-20T09:00:00+07:00",
)
_FORM = Bilingual(en="is not written as it should be", vi="chưa đúng cách viết")
_FORMS: Mapping[str, Bilingual] = {
    "email": Bilingual(en="must look like name@agency.example", vi="phải có dạng ten@coquan.example"),
    "orcid": Bilingual(en="must look like 0000-0002-1825-0097", vi="phải có dạng 0000-0002-1825-0097"),
    "country": Bilingual(en="must be a country of the list", vi="phải là quốc gia trong danh sách"),
    "languages": Bilingual(en="must be given as codes, such as vi, en", vi="phải ghi bằng mã, ví dụ vi, en"),
    "sectors": Bilingual(en="must be in small letters without accents, such as energy", vi="phải ghi chữ thường không dấu, ví dụ energy"),
}
_SAID: Mapping[str, Bilingual | Callable[[Mapping[str, Any]], Bilingual]] = {
    "missing": _REQUIRED,
    "string_too_short": Bilingual(en="must not be empty", vi="không được để trống"),
    "string_too_long": lambda ctx: Bilingual(
        en=f"must have at most {ctx['max_length']} characters", vi=f"không được quá {ctx['max_length']} ký tự"
    ),
    "string_pattern_mismatch": _FORM,
    "too_short": lambda ctx: Bilingual(en=f"must be at least {ctx['min_length']}", vi=f"phải chọn ít nhất {ctx['min_length']}"),
    "too_long": lambda ctx: Bilingual(en=f"must be at most {ctx['max_length']}", vi=f"chỉ được chọn nhiều nhất {ctx['max_length']}"),
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "greater_than_equal": lambda ctx: Bilingual(en=f"must be at least {ctx['ge']}", vi=f"phải từ {ctx['ge']} trở lên"),
    "less_than_equal": lambda ctx: Bilingual(en=f"must be at most {ctx['le']}", vi=f"không được quá {ctx['le']}"),
    "greater_than": lambda ctx: Bilingual(en=f"must be above {ctx['gt']}", vi=f"phải lớn hơn {ctx['gt']}"),
    "less_than": lambda ctx: Bilingual(en=f"must be below {ctx['lt']}", vi=f"phải nhỏ hơn {ctx['lt']}"),
    "int_parsing_size": Bilingual(en="is too large a number", vi="là số quá lớn"),
    "finite_number": _NUMBER,
    "string_type": _TEXT,
    "string_unicode": HALF_LETTER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "list_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "tuple_type": _LIST,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "json_invalid": Bilingual(en="is no JSON", vi="không phải JSON hợp lệ"),
    "extra_forbidden": Bilingual(en="is not known here", vi="không có trong biểu mẫu này"),
}


def field_name(path: str) -> Bilingual:
    """Return what the field at a dotted ``path`` is called; one without a name is shown as it is, in quotation marks."""
    first = path.partition(".")[0]
    return FIELDS.get(first) or Bilingual(en=f"“{first}”", vi=f"“{first}”")


def fault(kind: str, path: str, message: str, context: Mapping[str, Any]) -> Bilingual:
    """Return what is wrong, to follow the name of the field: ``kind`` is pydantic's, ``message`` its own words where nobody has others."""
    first = path.partition(".")[0]
    if kind == "string_pattern_mismatch" and first in _FORMS:
        return _FORMS[first]
    said = _SAID.get(kind)
    if said is None:
        return Bilingual(en=message.removeprefix("Value error, ").rstrip("."), vi="chưa hợp lệ, hãy kiểm tra lại")
    return said if isinstance(said, Bilingual) else said(context)
