"""Every sentence that an explanation can say, in Vietnamese and English."""

from matching.gate.standing import GateReason
from matching.ranking.confidence import Confidence
from matching.ranking.weights import Band
from models.vocabulary import Language, RelationKind, RuleResult

Phrase = dict[Language, str]


def phrase(vi: str, en: str) -> Phrase:
    """Return a text in both languages."""
    return {Language.VI: vi, Language.EN: en}


SIGNAL: dict[str, Phrase] = {
    "topical_fit": phrase("Mức phù hợp với lĩnh vực của sản phẩm", "Fit with the field of the product"),
    "depth": phrase("Bề dày minh chứng trong lĩnh vực", "Amount of evidence in the field"),
    "must_coverage": phrase("Năng lực bắt buộc được nêu", "Required capabilities named"),
    "nice_coverage": phrase("Năng lực ưu tiên được nêu", "Welcome capabilities named"),
    "coordination": phrase("Điều phối tổng thể", "Overall coordination"),
    "resource_connection": phrase("Kết nối nguồn lực", "Resource connection"),
    "objective_delivery": phrase("Bảo đảm mục tiêu chiến lược", "Delivery of strategic objectives"),
    "system_architecture": phrase("Kiến trúc hệ thống", "System architecture"),
    "technical_standards": phrase("Tiêu chuẩn kỹ thuật", "Technical standards"),
    "core_technology": phrase("Định hướng công nghệ cốt lõi", "Direction of core technology"),
    "recency": phrase("Tính cập nhật của minh chứng", "Recency of the evidence"),
    "verification": phrase("Mức độ xác minh của minh chứng", "Verification of the evidence"),
    "availability": phrase("Thời gian có thể dành cho công việc", "Time on offer"),
    "language": phrase("Ngôn ngữ làm việc", "Working languages"),
}

BAND: dict[Band, Phrase] = {
    Band.STRONG: phrase("rất phù hợp", "strong fit"),
    Band.GOOD: phrase("phù hợp", "good fit"),
    Band.POSSIBLE: phrase("có thể xem xét", "possible fit"),
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
FIRMNESS = phrase(
    "Thuộc {first} người đứng đầu trong {share:.0%} số lần thay đổi nhẹ các trọng số.",
    "Among the first {first} under {share:.0%} of small changes of the weights.",
)

GATE: dict[GateReason, Phrase] = {
    GateReason.NO_CONSENT: phrase(
        "Không được đưa vào đối sánh: chưa có hoặc đã rút lại sự đồng ý cho mục đích đối sánh.",
        "Not matched: consent to matching is absent or was withdrawn.",
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
    GateReason.RULE_NOT_MET: phrase("Không đạt một điều kiện bắt buộc (xem bên dưới).", "Does not meet a mandatory condition (see below)."),
    GateReason.CONFLICT: phrase("Có xung đột lợi ích (xem bên dưới).", "Has a conflict of interest (see below)."),
}

RULE_RESULT: dict[RuleResult, Phrase] = {
    RuleResult.MET: phrase("đạt", "met"),
    RuleResult.NOT_MET: phrase("không đạt", "not met"),
    RuleResult.NOT_SHOWN: phrase("chưa thể hiện", "not shown"),
    RuleResult.FOR_PEOPLE: phrase("do con người xem xét", "for people to judge"),
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
    "Minh chứng nêu rõ {shown} trên {asked} năng lực bắt buộc.", "The evidence names {shown} of {asked} required capabilities."
)
COVERAGE_OF_ALTERNATIVES = phrase(
    "Minh chứng nêu rõ {shown} trên {asked} nhóm năng lực bắt buộc; mỗi nhóm chỉ cần một năng lực.",
    "The evidence names {shown} of {asked} required groups of capabilities; of each group one is enough.",
)
COVERED = phrase("Đã nêu: {capabilities}.", "Named: {capabilities}.")
MISSING = phrase(
    "Chưa nêu: {capabilities}. Việc làm được tả bằng từ khác được tính vào mức phù hợp với lĩnh vực, cần người đọc hồ sơ xác nhận.",
    "Not named: {capabilities}. Work told in other words counts in the fit with the field; a person has to read for it.",
)
WHY = phrase(
    "{signal}: đóng góp {part:.3f} (giá trị {value:.2f} × trọng số {weight:.2f}).",
    "{signal}: adds {part:.3f} (value {value:.2f} × weight {weight:.2f}).",
)
WEAK_SIGNAL = phrase("{signal} còn yếu: giá trị {value:.2f}.", "{signal} is weak: value {value:.2f}.")
BELOW = phrase(
    "Điểm {score:.3f} thấp hơn ngưỡng phù hợp {fits:.3f}.",
    "The score of {score:.3f} is below the threshold of {fits:.3f} for a fit.",
)
CHANGE_EVIDENCE = phrase(
    "Cần bổ sung minh chứng cho điều kiện «{label}» để được xếp cùng những người đã đạt.",
    "Evidence for “{label}” would place this person among those who have shown it.",
)
CHANGE_CAPABILITY = phrase(
    "Minh chứng về «{capability}» sẽ tăng điểm thêm {gain:.3f}.",
    "Evidence of “{capability}” would add {gain:.3f} to the score.",
)
REFERENCE_ONLY = phrase("Chỉ để tham khảo; con người quyết định.", "For reference only; people decide.")
NOBODY = phrase(
    "Chưa có ứng viên phù hợp: trong {considered} người được xét, {eligible} người đạt các điều kiện bắt buộc "
    "nhưng không ai đạt ngưỡng phù hợp.",
    "No suitable candidate: of {considered} people considered, {eligible} meet the mandatory rules "
    "but none reaches the threshold for a fit.",
)
