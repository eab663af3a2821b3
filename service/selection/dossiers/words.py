"""What dossiers say of themselves, in both languages."""

from service.kit.languages import Bilingual

INVENTED = Bilingual(en="Invented people: nobody in this dossier exists", vi="Người hư cấu: không ai trong hồ sơ này có thật")
MADE = Bilingual(en="Made on {day}", vi="Lập ngày {day}")
METHOD = Bilingual(en="Method", vi="Phương pháp")
METHOD_LINES = (
    Bilingual(
        en="What each record shows is compared with what the role asks for: rules of {rules}; weights for {weights}; as of {day}.",
        vi="Hồ sơ từng người được đối chiếu với yêu cầu vai trò: bộ quy tắc theo {rules}; bộ trọng số dành cho {weights}; tính đến {day}.",
    ),
    Bilingual(
        en="Each signal adds its value times its weight; the parts add up to the score, and every reason names the evidence it rests on.",
        vi="Mỗi tiêu chí đóng góp bằng giá trị nhân trọng số; các phần cộng lại thành điểm, và mỗi lý do đều nêu minh chứng.",
    ),
    Bilingual(
        en="Nobody is proposed who did not consent, has stopped the matching, has a conflict of interest or fails a mandatory condition.",
        vi="Không đề xuất người chưa đồng ý, đã dừng đối sánh, có xung đột lợi ích hoặc không đạt điều kiện bắt buộc.",
    ),
    Bilingual(
        en="“Not shown” asks for evidence and never means “not met”; a list is never filled up, and a list of nobody is an answer too.",
        vi="“Chưa thể hiện” là cần bổ sung minh chứng, không phải là không đạt; không thêm người cho đủ, không có ai cũng là một kết quả.",
    ),
    Bilingual(
        en="What people decided and found is marked as theirs. The rest is for reference: the competent authority decides.",
        vi="Quyết định và kết quả thẩm tra của con người được ghi riêng. Phần còn lại để tham khảo: cơ quan có thẩm quyền quyết định.",
    ),
)
SHORTLIST = Bilingual(en="Shortlist", vi="Danh sách đề xuất")
DRAFT = Bilingual(en="Draft of a shortlist, not signed", vi="Dự thảo danh sách đề xuất, chưa ký")
PERSON = Bilingual(en="One person compared with a role", vi="Hồ sơ đối chiếu vai trò")
PAIR = Bilingual(en="Chief engineer and chief architect", vi="Cặp Tổng công trình sư và Kiến trúc sư trưởng")
PLAN = Bilingual(en="Staffing plan", vi="Phương án nhân sự")
BRIEF = Bilingual(en="Recruiting brief", vi="Phiếu tìm chuyên gia")
SUBJECT = Bilingual(en="Subject", vi="Đối tượng")
ROLE = Bilingual(en="Role", vi="Vai trò")
STATUS = Bilingual(en="Status", vi="Tình trạng")
VERDICT = Bilingual(en="What the comparison found", vi="Kết quả đối chiếu")
SEATS = Bilingual(en="People wanted for each role", vi="Số người cần cho mỗi vai trò")
TO_TAKE_OFF = Bilingual(en="To be taken off before it is signed", vi="Phải đưa ra khỏi danh sách trước khi ký")
SIGNED = Bilingual(en="Signed", vi="Đã ký")
REASON_OF_SIGNING = Bilingual(en="Reason for signing", vi="Lý do ký")
PLACE = Bilingual(en="No.", vi="TT")
NAME = Bilingual(en="Name", vi="Họ tên")
COUNTRY = Bilingual(en="Country", vi="Quốc gia")
BAND = Bilingual(en="Fit", vi="Mức phù hợp")
SCORE = Bilingual(en="Score", vi="Điểm")
SHOWN = Bilingual(en="Required capabilities shown", vi="Năng lực bắt buộc đã thể hiện")
YEARS = Bilingual(en="Years of work", vi="Số năm công tác")
OPEN = Bilingual(en="Conditions not settled", vi="Điều kiện chưa rõ")
CONFLICTS = Bilingual(en="Conflicts of interest", vi="Xung đột lợi ích")
BASIS = Bilingual(en="How far the evidence is verified", vi="Độ tin cậy của minh chứng")
HEADLINE = Bilingual(en="Headline", vi="Giới thiệu")
REASONS = Bilingual(en="Reasons", vi="Lý do")
PARTS = Bilingual(en="Parts of the score", vi="Các phần của điểm")
THE_REST = Bilingual(en="the rest", vi="các phần còn lại")
PLACED = Bilingual(en="{band}; rank {rank} by score", vi="{band}; thứ hạng {rank} theo điểm")
QUOTES = Bilingual(en="Quotes from the record", vi="Trích hồ sơ")
TIMELINE = Bilingual(en="Timeline", vi="Quá trình công tác")
CONDITIONS = Bilingual(en="Conditions", vi="Điều kiện")
CONDITIONS_BY = Bilingual(en="Conditions, by {clause}", vi="Điều kiện theo {clause}")
DECISIONS = Bilingual(en="What people decided", vi="Quyết định của người lập danh sách")
DECISION = Bilingual(en="Decision", vi="Quyết định")
REASON = Bilingual(en="Reason", vi="Lý do")
DECIDED_BY = Bilingual(en="Decided by", vi="Người quyết định")
NONE = Bilingual(en="none found", vi="không phát hiện")
NOBODY = Bilingual(en="Nobody is on this list.", vi="Danh sách không có ai.")
ERASED = Bilingual(en="data erased: the person left, or the term is over", vi="dữ liệu đã xóa: đã rời mạng lưới hoặc hết thời hạn lưu")
EXCLUDED = Bilingual(en="taken off the list", vi="đã đưa ra khỏi danh sách")
NOT_PROPOSED = Bilingual(en="not proposed", vi="không đề xuất")
CHANGED_SINCE = Bilingual(
    en="The record was changed after the list was made; the quotes show it as it was.",
    vi="Hồ sơ đã được sửa sau khi lập danh sách; phần trích là nội dung khi đó.",
)
NOW = Bilingual(en="today", vi="nay")
SIGNATURES = Bilingual(en="Signatures", vi="Chữ ký")
SIGNATURE_LINES = (
    Bilingual(en="Prepared by", vi="Người lập"),
    Bilingual(en="Head of the preparing unit", vi="Thủ trưởng đơn vị lập"),
    Bilingual(en="Chair of the council", vi="Chủ tịch Hội đồng"),
    Bilingual(en="Date", vi="Ngày"),
)
SEAL = Bilingual(
    en="Fingerprint of the signed list (versions: rules {rules}, weights {weights}); check it at",
    vi="Mã xác thực của danh sách đã ký (phiên bản: quy tắc {rules}, trọng số {weights}); kiểm tra tại",
)
PLAN_SEAL = Bilingual(
    en="Fingerprint of the plan as it was saved (versions: rules {rules}, weights {weights}); the plan stands at",
    vi="Mã xác thực của phương án khi được lưu (phiên bản: quy tắc {rules}, trọng số {weights}); phương án xem tại",
)
CONTENT_SEAL = Bilingual(
    en="Fingerprint of this content (versions: rules {rules}, weights {weights}); the present state stands at",
    vi="Mã xác thực của nội dung này (phiên bản: quy tắc {rules}, trọng số {weights}); trạng thái hiện tại xem tại",
)
BOTH_ROLES = Bilingual(en="pairs of both roles", vi="cặp hai vai trò")
SUBJECTS = Bilingual(en="{number} products and projects", vi="{number} sản phẩm, dự án")
SUMMARY = Bilingual(en="Summary", vi="Tổng hợp")
NO_LETTER = "◊"
LEFT_OUT = Bilingual(
    en=f"{NO_LETTER} stands for a letter that the font of this PDF does not have; the DOCX has it.",
    vi=f"{NO_LETTER} thay cho ký tự mà phông chữ của bản PDF này không có; bản DOCX có đủ.",
)
PAGE = Bilingual(en="Page {page} of {pages}", vi="Trang {page}/{pages}")
TOGETHER = Bilingual(en="The two together", vi="Hai người khi làm việc cùng nhau")
CAPABILITY = Bilingual(en="Capability", vi="Năng lực")
PAIR_SCORE = Bilingual(en="Score of the pair", vi="Điểm của cặp")
OBJECTIVE = Bilingual(en="Objective", vi="Mục tiêu")
PLAN_SCORE = Bilingual(en="Sum of scores", vi="Tổng điểm")
SEATS_OF_PLAN = Bilingual(en="Who would hold which role", vi="Người dự kiến đảm nhận từng vai trò")
FILLED = Bilingual(en="Places filled", vi="Số chỗ đã có người")
ADOPTED = Bilingual(en="Adopted", vi="Đã thông qua")
YES, NO = Bilingual(en="yes", vi="có"), Bilingual(en="no", vi="không")
STANDBY = Bilingual(en="Standing by", vi="Dự bị")
WHY_EMPTY = Bilingual(en="Why places stay empty", vi="Vì sao còn chỗ trống")
MISSING = Bilingual(en="Empty places", vi="Số chỗ trống")
PEOPLE_LEFT = Bilingual(en="People left after each step", vi="Số người còn lại sau từng bước")
EMPTY = Bilingual(en="empty", vi="còn trống")
WITHDRAWN = Bilingual(en="withdrew", vi="đã rút")
OUTDATED = Bilingual(en="Changed since the plan was made", vi="Đã thay đổi sau khi lập")
SITUATION = Bilingual(en="Situation", vi="Tình hình")
ELIGIBLE = Bilingual(en="Meet every condition", vi="Đạt mọi điều kiện")
READY = Bilingual(en="Can be named", vi="Có thể đề xuất")
FEWER = Bilingual(en="fewer than {number} each: {places}", vi="dưới {number} người ở mỗi nơi: {places}")
LACKS = Bilingual(en="What is lacking", vi="Còn thiếu")
