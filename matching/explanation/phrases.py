"""Every sentence that an explanation can say, in Vietnamese and English."""

from matching.gate.result import GateReason
from matching.ranking.confidence import Confidence
from matching.ranking.weights import Band
from models.vocabulary import Language, RelationKind, RuleResult

Phrase = dict[Language, str]


def phrase(vi: str, en: str) -> Phrase:
    """Return a text in both languages."""
    return {Language.VI: vi, Language.EN: en}


SIGNAL: dict[str, Phrase] = {
    "topical_fit": phrase("Mức phù hợp với lĩnh vực cần tìm", "Fit with the field that is asked for"),
    "depth": phrase("Bề dày minh chứng trong lĩnh vực", "Amount of evidence in the field"),
    "must_coverage": phrase("Năng lực bắt buộc đã thể hiện", "Coverage of the required capabilities"),
    "nice_coverage": phrase("Năng lực ưu tiên đã thể hiện", "Coverage of the welcome capabilities"),
    "coordination": phrase("Điều phối tổng thể", "Overall coordination"),
    "resource_connection": phrase("Kết nối nguồn lực", "Resource connection"),
    "objective_delivery": phrase("Bảo đảm mục tiêu chiến lược", "Delivery of strategic objectives"),
    "system_architecture": phrase("Kiến trúc hệ thống", "System architecture"),
    "technical_standards": phrase("Tiêu chuẩn kỹ thuật", "Technical standards"),
    "core_technology": phrase("Định hướng công nghệ cốt lõi", "Direction of core technology"),
    "role_and_field": phrase("Vai trò đã thể hiện, khi đã có công việc đúng lĩnh vực", "The role, given that there is work in the field"),
    "role_in_field": phrase("Vai trò thể hiện qua công việc đúng lĩnh vực", "The role, shown by work in the field"),
    "led_in_field": phrase("Việc trong lĩnh vực đã chủ trì", "Work in the field that was led"),
    "role_shown": phrase("Vai trò thể hiện rõ nhất", "The role that is shown best"),
    "both_roles_shown": phrase("Cả hai vai trò cùng thể hiện", "Both roles shown"),
    "recency": phrase("Tính cập nhật của minh chứng", "Recency of the evidence"),
    "verification": phrase("Mức độ xác minh của minh chứng", "Verification of the evidence"),
    "availability": phrase("Thời gian có thể dành cho công việc", "Time on offer"),
    "language": phrase("Ngôn ngữ làm việc", "Working languages"),
}

BAND: dict[Band, Phrase] = {
    Band.STRONG: phrase("rất phù hợp", "strong fit"),
    Band.GOOD: phrase("phù hợp", "good fit"),
    Band.POSSIBLE: phrase("có thể phù hợp", "possible fit"),
    Band.WEAK: phrase("chưa phù hợp", "weak fit"),
}

CONFIDENCE: dict[Confidence, Phrase] = {
    Confidence.HIGH: phrase("nhiều minh chứng", "much evidence"),
    Confidence.MEDIUM: phrase("có minh chứng", "some evidence"),
    Confidence.LOW: phrase("ít minh chứng", "little evidence"),
}
SURENESS = phrase(
    "Cơ sở của điểm: {confidence} ({items:.1f} mục thuộc đúng lĩnh vực).",
    "The score rests on {confidence} ({items:.1f} items in the field).",
)
RANK_STABILITY = phrase(
    "Thuộc {first} người đứng đầu trong {share:.0%} số lần thay đổi nhẹ các trọng số.",
    "Among the first {first} under {share:.0%} of small changes of the weights.",
)

GATE: dict[GateReason, Phrase] = {
    GateReason.NO_CONSENT: phrase(
        "Không được đưa vào đối sánh: chưa có hoặc đã rút lại sự đồng ý cho mục đích đối sánh.",
        "Not matched: consent to matching is absent or was withdrawn.",
    ),
    GateReason.NOT_READ: phrase(
        "Chưa được đọc: hồ sơ vừa thay đổi và đang chờ được đọc; kết quả sẽ có trong ít phút.",
        "Not read yet: the record has changed and waits to be read; a result follows in some minutes.",
    ),
    GateReason.OBJECTED: phrase(
        "Không được đưa vào đối sánh: người này đã phản đối việc xử lý tự động.",
        "Not matched: the person has objected to automated processing.",
    ),
    GateReason.RESTRICTED: phrase(
        "Không được đưa vào đối sánh: việc xử lý dữ liệu đang bị hạn chế theo yêu cầu của người này.",
        "Not matched: processing is restricted at the person's request.",
    ),
    GateReason.NO_EVIDENCE: phrase(
        "Chưa đủ minh chứng để đánh giá: hồ sơ có quá ít mục; cần bổ sung, không phải là điểm thấp.",
        "Not enough evidence to judge: the record holds too few items. This asks for more; it is no low score.",
    ),
    GateReason.UNWILLING: phrase("Đã khai không nhận vai trò này.", "Has declared not to accept this role."),
    GateReason.UNAVAILABLE: phrase("Không còn thời gian tham gia khi công việc bắt đầu.", "No longer available when the work starts."),
    GateReason.RULE_NOT_MET: phrase("Không đạt một điều kiện bắt buộc.", "Does not meet a mandatory condition."),
    GateReason.CONFLICT: phrase("Có xung đột lợi ích.", "Has a conflict of interest."),
}

RULE_RESULT: dict[RuleResult, Phrase] = {
    RuleResult.MET: phrase("đạt", "met"),
    RuleResult.NOT_MET: phrase("không đạt", "not met"),
    RuleResult.NOT_SHOWN: phrase("chưa thể hiện", "not shown"),
    RuleResult.FOR_PEOPLE: phrase("chờ con người thẩm tra", "waits for people to judge"),
}

RULE_LINE = phrase("{label}: {result}{measure}. Căn cứ: {clause}.", "{label}: {result}{measure}. Basis: {clause}.")
YEARS_MEASURE = phrase(" ({value:.1f} năm liên tục, yêu cầu {minimum:g})", " ({value:.1f} continuous years, {minimum:g} required)")
COUNT_MEASURE = phrase(" ({value:g} mục, yêu cầu {minimum:g})", " ({value:g} found, {minimum:g} required)")
GAP = phrase("Khoảng trống từ {since} đến {until}.", "Gap from {since} to {until}.")

RELATION: dict[RelationKind, Phrase] = {
    RelationKind.EMPLOYER: phrase("quan hệ công tác", "employment"),
    RelationKind.SUPPLIER: phrase("quan hệ cung ứng", "supply relation"),
    RelationKind.ADVISER: phrase("quan hệ tư vấn", "advisory relation"),
    RelationKind.SHAREHOLDER: phrase("sở hữu cổ phần", "shareholding"),
    RelationKind.FAMILY: phrase("quan hệ gia đình tự khai", "declared family tie"),
    RelationKind.CO_AUTHOR: phrase("đồng tác giả", "co-authorship"),
    RelationKind.SUPERVISOR: phrase("quan hệ hướng dẫn khoa học", "supervision"),
}
NOW = phrase("nay", "now")
UNKNOWN_DATE = phrase("chưa rõ ngày", "an unknown date")

OR = phrase(" hoặc ", " or ")
COVERAGE = phrase(
    "Minh chứng thể hiện {shown} trên {asked} nhóm năng lực bắt buộc; mỗi nhóm chỉ cần một năng lực.",
    "The evidence shows {shown} of {asked} required groups of capabilities; of each group one is enough.",
)
NAMED = phrase("Nêu đích danh: {capabilities}.", "Named: {capabilities}.")
IN_OTHER_WORDS = phrase(
    "Thể hiện bằng từ ngữ khác: {capabilities}. Đây là cách hệ thống đọc hồ sơ, cần người xác nhận.",
    "Shown in other words: {capabilities}. This is how the record was read; a person has to confirm it.",
)
CONFIRMED = phrase("Đã được điều phối viên xác nhận ngày {day}: {capabilities}.", "Confirmed by a coordinator on {day}: {capabilities}.")
SET_ASIDE = phrase(
    "Không tính theo ý kiến của {by} ngày {day}: {what}, trong «{title}».", "Set aside by {by} on {day}: {what}, in “{title}”."
)
BY_THE_PERSON = phrase("chính người này", "the person")
BY_A_COORDINATOR = phrase("điều phối viên", "a coordinator")
NOT_LED = phrase("vai trò chủ trì", "the lead of the work")
NOT_THEIRS = phrase("toàn bộ công việc", "the whole work")
MISSING = phrase("Chưa thể hiện: {capabilities}.", "Not shown: {capabilities}.")
WHY = phrase(
    "{signal}: đóng góp {part:.3f} (giá trị {value:.2f} × trọng số {weight:.2f}).",
    "{signal}: adds {part:.3f} (value {value:.2f} × weight {weight:.2f}).",
)
WEAK_SIGNAL = phrase("{signal} còn yếu: giá trị {value:.2f}.", "{signal} is weak: value {value:.2f}.")
BELOW = phrase(
    "Điểm {score:.3f} thấp hơn {fits:.3f}, điểm thấp nhất của mức có thể phù hợp.",
    "The score of {score:.3f} is below {fits:.3f}, where a possible fit begins.",
)
INCOMPLETE = phrase(
    "Điểm đạt mức có thể phù hợp, nhưng vai trò đòi hỏi đủ ba mặt; hồ sơ chưa đủ chắc về: {dimensions}.",
    "The score is that of a possible fit or better, but the role asks for all three of its sides; "
    "the record is not sure enough of: {dimensions}.",
)
SAME_RANK = phrase("{band}, vẫn ở hạng {rank}", "{band}, still at rank {rank}")
OTHER_RANK = phrase("{band}, hạng {rank} thay vì {before}", "{band}, rank {rank} instead of {before}")
FIRST_RANK = phrase("{band}, có trong danh sách, ở hạng {rank}", "{band}, on the list, at rank {rank}")
CHANGE_CAPABILITY = phrase(
    "Nếu việc gần lĩnh vực nhất cũng thể hiện rõ «{missing}», điểm sẽ là {score:.3f} thay vì {earlier:.3f}: {place}.",
    "If the work closest to the field also plainly showed “{missing}”, the score would be {score:.3f} instead of {earlier:.3f}: {place}.",
)
CHANGE_DIMENSION = phrase(
    "Nếu việc gần lĩnh vực nhất cũng thể hiện rõ {missing}, điểm sẽ là {score:.3f} thay vì {earlier:.3f}: {place}.",
    "If the work closest to the field also plainly showed {missing}, the score would be {score:.3f} instead of {earlier:.3f}: {place}.",
)
UNKNOWN_CLAUSE = phrase(" (chưa rõ điều, khoản)", " (clause number not found)")
CLAUSES_UNKNOWN = phrase(
    "Với các điều kiện nêu trên, chưa tìm được số điều, khoản trong văn bản được dẫn làm căn cứ.",
    "For the conditions above, the number of the clause within the cited text was not found.",
)
BY_DECLARATION = phrase("{result} (theo khai báo)", "{result} (declared)")
NO_BASIS = phrase("chưa có minh chứng được dẫn", "no evidence cited")
ALL_DECLARED = phrase("mọi minh chứng đều là tự khai", "all declared")
SOME_VERIFIED = phrase("đã xác minh {verified} trên {cited} mục", "{verified} of {cited} verified")
SOME_DOCUMENTED = phrase(
    "đã xác minh {verified} trên {cited} mục, {documented} mục có tài liệu", "{verified} of {cited} verified, {documented} documented"
)
REFERENCE_ONLY = phrase("Chỉ để tham khảo; con người quyết định.", "For reference only; people decide.")
NOBODY = phrase(
    "Chưa có ứng viên phù hợp: trong {considered} người được xét, {eligible} người đạt các điều kiện bắt buộc "
    "nhưng không ai đạt mức có thể phù hợp.",
    "No suitable candidate: of {considered} people considered, {eligible} meet the mandatory rules but none is even a possible fit.",
)
