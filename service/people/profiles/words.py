"""Every word of the page "My profile", in both languages."""

from models.vocabulary import ConsentPurpose, EvidenceKind, Outcome, Part, ProcessingStop, Scale, Verification
from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "my_profile": Bilingual(en="My profile", vi="Hồ sơ của tôi"),
    "profile_intro": Bilingual(
        en="This is everything the matching reads of you. What others found or verified is marked; ask a coordinator to correct it.",
        vi="Đây là toàn bộ thông tin mà hệ thống dùng để đối sánh. Nội dung do người khác phát hiện hoặc xác minh được ghi rõ; "
        "hãy liên hệ điều phối viên nếu cần sửa.",
    ),
    "saved": Bilingual(en="Saved.", vi="Đã lưu."),
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
    "asked_for_evidence": Bilingual(en="Evidence that you were asked for", vi="Minh chứng được đề nghị bổ sung"),
    "asked_note": Bilingual(
        en="Not shown does not mean not met. An item that you add here becomes part of your profile, as declared by you.",
        vi="Chưa có minh chứng không có nghĩa là không đạt. Minh chứng bạn bổ sung ở đây được đưa vào hồ sơ, ghi là tự khai.",
    ),
    "answer_question": Bilingual(en="Answer", vi="Trả lời"),
    "no_item": Bilingual(en="Or: why there is none, or a remark", vi="Hoặc: lý do không có, hay ghi chú"),
    "other_names": Bilingual(en="Other names", vi="Tên khác"),
    "record_complete": Bilingual(en="You say that nothing is missing", vi="Bạn xác nhận hồ sơ đã đầy đủ"),
    "refreshed_on": Bilingual(en="Last refreshed", vi="Cập nhật gần nhất"),
    "stops": Bilingual(en="Stopping the matching", vi="Dừng đối sánh"),
    "stopped_since": Bilingual(en="stopped since", vi="đã dừng từ"),
    "not_stopped": Bilingual(en="not stopped", vi="không dừng"),
    "stop_it": Bilingual(en="Stop", vi="Dừng"),
    "let_it_go_on": Bilingual(en="Let it go on", vi="Cho tiếp tục"),
    "who_used_it": Bilingual(en="Everything that is kept of you, with who used it", vi="Toàn bộ dữ liệu lưu về bạn và ai đã sử dụng"),
    "add_evidence": Bilingual(en="Add evidence", vi="Thêm minh chứng"),
    "change_evidence": Bilingual(en="Change evidence", vi="Sửa minh chứng"),
    "change_this": Bilingual(en="Change", vi="Sửa"),
    "remove": Bilingual(en="Remove", vi="Xóa"),
    "remove_for_good": Bilingual(en="Remove for good", vi="Xóa vĩnh viễn"),
    "becomes_declared": Bilingual(
        en="What you change counts as your declaration until a coordinator verifies it again.",
        vi="Nội dung bạn sửa được coi là tự khai cho đến khi điều phối viên xác minh lại.",
    ),
    "kind": Bilingual(en="Kind", vi="Loại"),
    "language": Bilingual(en="Language of title and text", vi="Ngôn ngữ của tiêu đề và nội dung"),
    "title": Bilingual(en="Title", vi="Tiêu đề"),
    "text": Bilingual(en="What it was and what you did", vi="Nội dung và phần việc của bạn"),
    "part": Bilingual(en="Your part", vi="Vai trò của bạn"),
    "outcome": Bilingual(en="What became of it", vi="Kết quả"),
    "scale": Bilingual(en="How wide it reached", vi="Quy mô"),
    "sectors": Bilingual(en="Sectors, such as energy, transport", vi="Lĩnh vực (mã tiếng Anh), ví dụ energy, transport"),
    "starts": Bilingual(en="From", vi="Từ ngày"),
    "ends": Bilingual(en="Until; empty while it goes on", vi="Đến ngày; để trống nếu còn tiếp tục"),
    "organisation": Bilingual(en="Organisation (choose from the list)", vi="Tổ chức (chọn trong danh sách)"),
    "innovation_work": Bilingual(
        en="It is work in science, technology, innovation or digital transformation",
        vi="Là công việc về khoa học, công nghệ, đổi mới sáng tạo hoặc chuyển đổi số",
    ),
    "add_relation": Bilingual(en="Declare a relation", vi="Khai báo quan hệ"),
    "relation_note": Bilingual(
        en="A family tie is declared by the organisation alone; never name a relative.",
        vi="Quan hệ gia đình chỉ khai báo tổ chức; không nêu tên người thân.",
    ),
    "none_yet": Bilingual(en="None recorded.", vi="Chưa có."),
}
PURPOSES = {
    ConsentPurpose.MEMBERSHIP: Bilingual(en="Membership of the network", vi="Tham gia mạng lưới"),
    ConsentPurpose.MATCHING: Bilingual(en="Being matched with products and projects", vi="Được đối sánh với sản phẩm và dự án"),
    ConsentPurpose.SHARING: Bilingual(en="Sharing with a named agency", vi="Chia sẻ với cơ quan được nêu tên"),
}
STOPS = {
    ProcessingStop.OBJECTION: Bilingual(en="Objection to automated processing", vi="Phản đối xử lý tự động"),
    ProcessingStop.RESTRICTION: Bilingual(en="Restriction of processing", vi="Hạn chế xử lý dữ liệu"),
}
KINDS = {
    EvidenceKind.POSITION: Bilingual(en="position", vi="vị trí công tác"),
    EvidenceKind.PROGRAMME: Bilingual(en="programme or task", vi="chương trình, nhiệm vụ"),
    EvidenceKind.PRODUCT: Bilingual(en="product", vi="sản phẩm"),
    EvidenceKind.PATENT: Bilingual(en="patent", vi="sáng chế"),
    EvidenceKind.PUBLICATION: Bilingual(en="publication", vi="công bố khoa học"),
    EvidenceKind.STANDARD: Bilingual(en="standard", vi="tiêu chuẩn"),
    EvidenceKind.AWARD: Bilingual(en="award", vi="giải thưởng"),
    EvidenceKind.DEGREE: Bilingual(en="degree", vi="văn bằng"),
    EvidenceKind.CERTIFICATE: Bilingual(en="certificate", vi="chứng chỉ"),
    EvidenceKind.POLICY: Bilingual(en="policy work", vi="xây dựng chính sách"),
    EvidenceKind.NETWORK: Bilingual(en="network", vi="mạng lưới"),
}
PARTS = {
    Part.LED: Bilingual(en="led it", vi="chủ trì"),
    Part.MAIN: Bilingual(en="main part", vi="thành viên chính"),
    Part.CONTRIBUTOR: Bilingual(en="contributed", vi="tham gia"),
}
OUTCOMES = {
    Outcome.REPORTED: Bilingual(en="reported", vi="đã báo cáo"),
    Outcome.APPLIED: Bilingual(en="applied", vi="đã ứng dụng"),
    Outcome.TRANSFERRED: Bilingual(en="transferred", vi="đã chuyển giao"),
    Outcome.COMMERCIALISED: Bilingual(en="commercialised", vi="đã thương mại hóa"),
}
SCALES = {
    Scale.UNIT: Bilingual(en="one unit", vi="cấp đơn vị"),
    Scale.LOCAL: Bilingual(en="local", vi="địa phương"),
    Scale.NATIONAL: Bilingual(en="national", vi="quốc gia"),
    Scale.INTERNATIONAL: Bilingual(en="international", vi="quốc tế"),
}
VERIFICATIONS = {
    Verification.DECLARED: Bilingual(en="declared", vi="tự khai"),
    Verification.DOCUMENTED: Bilingual(en="documented", vi="có tài liệu"),
    Verification.VERIFIED: Bilingual(en="verified", vi="đã xác minh"),
}
