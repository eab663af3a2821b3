"""Every word of the page "My profile", in both languages."""

from models.vocabulary import ConsentPurpose, EvidenceKind
from service.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "my_profile": Bilingual(en="My profile", vi="Hồ sơ của tôi"),
    "profile_intro": Bilingual(
        en="This is everything the matching reads of you. What others found or verified is marked; ask a coordinator to correct it.",
        vi="Đây là toàn bộ thông tin mà hệ thống dùng để đối sánh. Nội dung do người khác phát hiện hoặc xác minh được ghi rõ; "
        "hãy liên hệ điều phối viên nếu cần sửa.",
    ),
    "saved": Bilingual(en="Saved.", vi="Đã lưu."),
    "save": Bilingual(en="Save", vi="Lưu"),
    "identity": Bilingual(en="Who you are", vi="Thông tin chung"),
    "headline": Bilingual(en="Headline", vi="Giới thiệu ngắn"),
    "biography": Bilingual(en="Biography", vi="Tiểu sử"),
    "country": Bilingual(en="Country", vi="Quốc gia"),
    "sub_network": Bilingual(en="Sub-network", vi="Mạng lưới thành viên"),
    "themes": Bilingual(en="Themes", vi="Chủ đề"),
    "languages": Bilingual(en="Languages", vi="Ngôn ngữ"),
    "availability": Bilingual(en="Availability", vi="Thời gian sẵn sàng"),
    "available_from": Bilingual(en="From", vi="Từ ngày"),
    "available_until": Bilingual(en="Until", vi="Đến ngày"),
    "hours_per_week": Bilingual(en="Hours per week", vi="Số giờ mỗi tuần"),
    "willingness": Bilingual(en="Roles you would accept", vi="Vai trò bạn sẵn sàng nhận"),
    "willing": Bilingual(en="yes", vi="có"),
    "unwilling": Bilingual(en="no", vi="không"),
    "not_said": Bilingual(en="not said", vi="chưa trả lời"),
    "consents": Bilingual(en="Consents", vi="Đồng ý"),
    "consent_note": Bilingual(
        en="Silence is no consent. Withdrawing counts from the next request on.",
        vi="Im lặng không phải là đồng ý. Việc rút lại có hiệu lực ngay từ yêu cầu kế tiếp.",
    ),
    "give": Bilingual(en="Give consent", vi="Đồng ý"),
    "withdraw": Bilingual(en="Withdraw", vi="Rút lại"),
    "given": Bilingual(en="given", vi="đã đồng ý"),
    "not_given": Bilingual(en="not given", vi="chưa đồng ý"),
    "my_evidence": Bilingual(en="Evidence", vi="Minh chứng"),
    "relations": Bilingual(en="Relations that can become a conflict of interest", vi="Quan hệ có thể thành xung đột lợi ích"),
    "now": Bilingual(en="now", vi="nay"),
    "asked_for_evidence": Bilingual(en="Evidence that you were asked for", vi="Minh chứng được đề nghị bổ sung"),
    "asked_note": Bilingual(
        en="Not shown does not mean not met. An item that you add here becomes part of your profile, as declared by you.",
        vi="Chưa có minh chứng không có nghĩa là không đạt. Minh chứng bạn bổ sung ở đây được đưa vào hồ sơ, ghi là tự khai.",
    ),
    "answer_question": Bilingual(en="Answer", vi="Trả lời"),
    "item_kind": Bilingual(en="Kind of evidence", vi="Loại minh chứng"),
    "item_title": Bilingual(en="Title", vi="Tên"),
    "item_text": Bilingual(en="Description", vi="Mô tả"),
    "item_language": Bilingual(en="Language of the text", vi="Ngôn ngữ của văn bản"),
    "item_starts": Bilingual(en="From", vi="Từ ngày"),
    "item_ends": Bilingual(en="Until; empty: still going on", vi="Đến ngày; để trống: còn tiếp tục"),
    "item_counts": Bilingual(
        en="Work in science, technology, innovation or digital transformation",
        vi="Công việc về khoa học, công nghệ, đổi mới sáng tạo hoặc chuyển đổi số",
    ),
    "no_item": Bilingual(en="Or: why there is none, or a remark", vi="Hoặc: lý do không có, hay ghi chú"),
    "none_yet": Bilingual(en="None recorded.", vi="Chưa có."),
}
PURPOSES = {
    ConsentPurpose.MEMBERSHIP: Bilingual(en="Membership of the network", vi="Tham gia mạng lưới"),
    ConsentPurpose.MATCHING: Bilingual(en="Being matched with products and projects", vi="Được đối sánh với sản phẩm và dự án"),
    ConsentPurpose.SHARING: Bilingual(en="Sharing with a named agency", vi="Chia sẻ với cơ quan được nêu tên"),
}
EVIDENCE_KINDS = {
    EvidenceKind.POSITION: Bilingual(en="position", vi="chức vụ"),
    EvidenceKind.PROGRAMME: Bilingual(en="programme", vi="chương trình, đề tài"),
    EvidenceKind.PRODUCT: Bilingual(en="product", vi="sản phẩm"),
    EvidenceKind.PATENT: Bilingual(en="patent", vi="bằng sáng chế"),
    EvidenceKind.PUBLICATION: Bilingual(en="publication", vi="công bố khoa học"),
    EvidenceKind.STANDARD: Bilingual(en="standard", vi="tiêu chuẩn"),
    EvidenceKind.AWARD: Bilingual(en="award", vi="giải thưởng"),
    EvidenceKind.DEGREE: Bilingual(en="degree", vi="bằng cấp"),
    EvidenceKind.CERTIFICATE: Bilingual(en="certificate", vi="chứng chỉ"),
    EvidenceKind.POLICY: Bilingual(en="policy work", vi="xây dựng chính sách"),
    EvidenceKind.NETWORK: Bilingual(en="network", vi="mạng lưới"),
}
