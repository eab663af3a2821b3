"""Every word of the page "My profile", in both languages."""

from models.vocabulary import ConsentPurpose
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
    "none_yet": Bilingual(en="None recorded.", vi="Chưa có."),
}
PURPOSES = {
    ConsentPurpose.MEMBERSHIP: Bilingual(en="Membership of the network", vi="Tham gia mạng lưới"),
    ConsentPurpose.MATCHING: Bilingual(en="Being matched with products and projects", vi="Được đối sánh với sản phẩm và dự án"),
    ConsentPurpose.SHARING: Bilingual(en="Sharing with a named agency", vi="Chia sẻ với cơ quan được nêu tên"),
}
