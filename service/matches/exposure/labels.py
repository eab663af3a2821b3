"""What the groups of the exposure report are called."""

from matching.exposure.report import DOMESTIC, OVERSEAS
from matching.exposure.stages import NOT_SHOWN
from service.kit.languages import Bilingual
from service.kit.places import named

RESIDENCE = {
    DOMESTIC: Bilingual(en="in Viet Nam", vi="trong nước"),
    OVERSEAS: Bilingual(en="overseas", vi="ở nước ngoài"),
}
WITHOUT_DATES = Bilingual(en="no dated work", vi="chưa có công việc ghi thời gian")
SPAN = Bilingual(en="{since} to under {until} years", vi="từ {since} đến dưới {until} năm")
FROM = Bilingual(en="{since} years and more", vi="từ {since} năm trở lên")
YARDSTICK = Bilingual(
    en="A group is marked where even the upper bound of its rate is below four fifths of everybody's. The four-fifths rule is a "
    "United States guideline for employers (Uniform Guidelines on Employee Selection Procedures, 1978, 29 CFR 1607.4D), used here as a "
    "familiar yardstick only: it is not law in Viet Nam and says nothing about the cause.",
    vi="Một nhóm được đánh dấu khi cả cận trên của tỷ lệ cũng thấp hơn bốn phần năm tỷ lệ chung. Quy tắc bốn phần năm là hướng dẫn của "
    "Hoa Kỳ cho nhà tuyển dụng (Uniform Guidelines on Employee Selection Procedures, 1978, 29 CFR 1607.4D), ở đây chỉ dùng làm thước đo "
    "quen thuộc: không phải luật Việt Nam và không nói lên nguyên nhân.",
)


def group_name(dimension: str, code: str) -> Bilingual:
    """Return what the group ``code`` of ``dimension`` is called."""
    if dimension == "residence":
        return RESIDENCE[code]
    return _stage(code) if dimension == "career_stage" else named(dimension, code)


def _stage(code: str) -> Bilingual:
    if code == NOT_SHOWN:
        return WITHOUT_DATES
    since, _, until = code.rstrip("+").partition("-")
    return Bilingual(*(words.format(since=since, until=until) for words in (SPAN if until else FROM)))
