"""Every sentence that the explanation of a pair can say, in Vietnamese and English."""

from collections.abc import Iterable

from matching.explanation.phrases import Phrase, phrase
from matching.pairs import acquaintance, coverage, working_together
from matching.pairs.pairing import Absence, Barrier
from matching.pairs.registry import ARCHITECT, ENGINEER
from models.vocabulary import Language

TERM: dict[str, Phrase] = {
    ENGINEER: phrase("Điểm của Tổng công trình sư", "Score of the chief engineer"),
    ARCHITECT: phrase("Điểm của Kiến trúc sư trưởng", "Score of the chief architect"),
    coverage.MUST: phrase("Năng lực bắt buộc do hai người cùng bao quát", "Required capabilities that the two cover together"),
    coverage.NICE: phrase("Năng lực ưu tiên do hai người cùng bao quát", "Welcome capabilities that the two cover together"),
    coverage.DIMENSIONS: phrase("Các phương diện của hai vai trò", "Dimensions of both roles"),
    working_together.LANGUAGE: phrase("Ngôn ngữ chung", "Shared language"),
    working_together.WORKING_HOURS: phrase("Giờ làm việc trùng nhau", "Overlapping working hours"),
    working_together.AVAILABILITY: phrase("Thời gian cùng tham gia được", "Overlapping availability"),
    acquaintance.EARLIER_WORK: phrase("Từng làm việc cùng nhau", "Earlier work together"),
    acquaintance.CONCENTRATION: phrase("Tập trung tại một đơn vị", "Concentration at one employer"),
    acquaintance.CONFLICT: phrase("Quan hệ giữa hai người", "Relation between the two"),
}

ABSENCE: dict[Absence, Phrase] = {
    Absence.NOBODY_FITS: phrase("Chưa có cặp: chưa có ai phù hợp làm {side}. {reason}", "No pair: nobody fits as {side}. {reason}"),
    Absence.NOT_PROPOSED: phrase(
        "Chưa có cặp: người được chọn làm {side} không thể được đề xuất cho vai trò này.",
        "No pair: the person chosen as {side} may not be proposed for this role.",
    ),
}
ALL_BARRED = phrase(
    "Chưa có cặp: mọi cặp có thể ghép đều bị loại (một người giữ cả hai vai trò, hoặc quan hệ giữa hai người).",
    "No pair: every possible pair is barred (one person in both roles, or a relation between the two).",
)
SOME = phrase(
    "{total} cặp từ {engineers} tổng công trình sư và {architects} kiến trúc sư trưởng phù hợp.",
    "Pairs: {total}. People who fit: {engineers} as chief engineer, {architects} as chief architect.",
)

GATED = phrase("Với vai trò {role}: {reason}", "As {role}: {reason}")
SIDE = {
    ENGINEER: phrase("tổng công trình sư", "chief engineer"),
    ARCHITECT: phrase("kiến trúc sư trưởng", "chief architect"),
}
BARRIER: dict[Barrier, Phrase] = {
    Barrier.SAME_PERSON: phrase(
        "Không thành cặp: một người không giữ cả hai vai trò của một sản phẩm, trừ khi yêu cầu cho phép.",
        "Not a pair: one person does not hold both roles of one product unless the request allows it.",
    ),
    Barrier.RELATION: phrase(
        "Không thành cặp: quan hệ giữa hai người không cho phép.",
        "Not a pair: a relation between the two forbids it.",
    ),
}

TOGETHER = phrase(
    "Hai người cùng thể hiện {shown} trên {asked} năng lực bắt buộc của hai vai trò.",
    "Together the two show {shown} of the {asked} capabilities that the two roles require.",
)
TOGETHER_OF_ALTERNATIVES = phrase(
    "Hai người cùng thể hiện {shown} trên {asked} nhóm năng lực bắt buộc của hai vai trò; mỗi nhóm chỉ cần một năng lực.",
    "Together the two show {shown} of the {asked} groups of capabilities that the two roles require; of each group one is enough.",
)
REQUIRED_BY: dict[str, Phrase] = {
    "only_engineer": phrase("Chỉ {engineer} thể hiện: {capabilities}.", "Only {engineer} shows: {capabilities}."),
    "only_architect": phrase("Chỉ {architect} thể hiện: {capabilities}.", "Only {architect} shows: {capabilities}."),
    "both": phrase("Cả hai thể hiện: {capabilities}.", "Both show: {capabilities}."),
    "neither": phrase("Chưa ai trong hai người thể hiện: {capabilities}.", "Neither shows: {capabilities}."),
}
WELCOME_BY: dict[str, Phrase] = {
    "only_engineer": phrase("Năng lực ưu tiên chỉ {engineer} thể hiện: {capabilities}.", "Welcome, only {engineer} shows: {capabilities}."),
    "only_architect": phrase(
        "Năng lực ưu tiên chỉ {architect} thể hiện: {capabilities}.", "Welcome, only {architect} shows: {capabilities}."
    ),
    "both": phrase("Năng lực ưu tiên cả hai thể hiện: {capabilities}.", "Welcome, both show: {capabilities}."),
    "neither": phrase("Năng lực ưu tiên chưa ai thể hiện: {capabilities}.", "Welcome, neither shows: {capabilities}."),
}
STRONGER = phrase(
    "{dimension}: {stronger} mạnh hơn ({engineer_value:.2f} và {architect_value:.2f}).",
    "{dimension}: {stronger} is stronger ({engineer_value:.2f} and {architect_value:.2f}).",
)
EQUAL = phrase("{dimension}: hai người ngang nhau ({engineer_value:.2f}).", "{dimension}: the two are equal ({engineer_value:.2f}).")

SHARED_LANGUAGE = phrase("Ngôn ngữ chung: {languages}.", "Shared languages: {languages}.")
NO_LANGUAGE = phrase("Hai người không có ngôn ngữ chung nào đã khai.", "The two have declared no language in common.")
UNKNOWN_LANGUAGE = phrase(
    "Chưa rõ ngôn ngữ chung: có người chưa khai ngôn ngữ.", "A shared language is unknown: one of them declared none."
)
HOURS = phrase(
    "Giờ làm việc trùng nhau khoảng {hours:g} trên {day:g} giờ mỗi ngày.",
    "Their working days share about {hours:g} of {day:g} hours.",
)
UNKNOWN_HOURS = phrase("Chưa rõ giờ làm việc trùng nhau: thiếu quốc gia.", "Shared working hours are unknown: a country is missing.")
AVAILABLE = phrase(
    "Cùng tham gia được {share:.0%} thời gian trong ba năm đầu kể từ {since}.",
    "Both are available for {share:.0%} of the first three years from {since}.",
)
WORKED = phrase(
    "Từng cùng làm tại {organisation} từ {since} đến {until}.",
    "Both worked at {organisation} from {since} to {until}.",
)
PUBLISHED = phrase("Từng là đồng tác giả.", "They have been co-authors.")
NEVER_MET = phrase("Chưa có minh chứng từng làm việc cùng nhau.", "No evidence of earlier work together.")
SAME_EMPLOYER = phrase(
    "Hiện cùng làm cho {organisation}: cặp bị trừ điểm vì tập trung tại một đơn vị.",
    "Both work for {organisation} today: the concentration at one employer costs the pair.",
)
ONE_PERSON = phrase("Một người giữ cả hai vai trò.", "One person holds both roles.")
TIE_FORBIDS = phrase(
    "Không cho phép: {relation} giữa hai người (từ {since} đến {until}).", "Forbids: {relation} (from {since} to {until})."
)
TIE_COSTS = phrase("Bị trừ điểm: {relation} giữa hai người (từ {since} đến {until}).", "Costs: {relation} (from {since} to {until}).")
TIE_NOTED = phrase(
    "Được ghi nhận, không trừ điểm: {relation} giữa hai người (từ {since} đến {until}).",
    "Noted, costs nothing: {relation} (from {since} to {until}).",
)

NEXT = phrase(
    "Chọn cặp kế tiếp ({engineer} và {architect}) thay cho cặp này sẽ mất {cost:.3f} điểm.",
    "Taking the next pair instead ({engineer} and {architect}) would cost {cost:.3f}.",
)
NEXT_GAINS = phrase(
    "Cặp kế tiếp ({engineer} và {architect}) cao hơn {gain:.3f} điểm nhưng chưa đủ minh chứng cho mọi điều kiện bắt buộc.",
    "The next pair ({engineer} and {architect}) scores {gain:.3f} more but has not shown evidence for every mandatory condition.",
)
BEST_INSTEAD = phrase(
    "Cặp tốt nhất trong danh sách là {engineer} và {architect}; so với cặp này điểm chênh {gain:+.3f}.",
    "The best pair of the list is {engineer} and {architect}; against this one its score differs by {gain:+.3f}.",
)
DIFFERENCE = phrase("{term}: {difference:+.3f} so với cặp này.", "{term}: {difference:+.3f} against this pair.")
LAST = phrase("Không còn cặp nào khác.", "There is no other pair.")

LANGUAGE_NAME: dict[str, Phrase] = {
    "vi": phrase("tiếng Việt", "Vietnamese"),
    "en": phrase("tiếng Anh", "English"),
    "fr": phrase("tiếng Pháp", "French"),
    "de": phrase("tiếng Đức", "German"),
    "ja": phrase("tiếng Nhật", "Japanese"),
    "ko": phrase("tiếng Hàn", "Korean"),
    "zh": phrase("tiếng Trung", "Chinese"),
    "ru": phrase("tiếng Nga", "Russian"),
    "nl": phrase("tiếng Hà Lan", "Dutch"),
    "sv": phrase("tiếng Thụy Điển", "Swedish"),
    "cs": phrase("tiếng Séc", "Czech"),
    "pl": phrase("tiếng Ba Lan", "Polish"),
    "th": phrase("tiếng Thái", "Thai"),
    "ms": phrase("tiếng Mã Lai", "Malay"),
    "hi": phrase("tiếng Hindi", "Hindi"),
    "es": phrase("tiếng Tây Ban Nha", "Spanish"),
}


def languages(codes: Iterable[str]) -> Phrase:
    """Return the names of languages, in the order of their codes; one without a name here is written as its code."""
    found = [LANGUAGE_NAME.get(code) or phrase(code, code) for code in sorted(codes)]
    return {language: ", ".join(name[language] for name in found) for language in Language}
