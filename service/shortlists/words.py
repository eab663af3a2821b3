"""The words of the pages of requests, shortlists and invitations."""

from typing import Any

from models.selection_vocabulary import (
    ChoiceKind,
    FeedbackKind,
    FeedbackReason,
    InvitationState,
    RefusalReason,
    SelectionState,
    SelectionTrack,
    ShortlistStatus,
)
from service.languages import Bilingual

WORDS = {
    "requests": Bilingual(en="Requests", vi="Yêu cầu"),
    "open_a_request": Bilingual(en="Open a request", vi="Mở yêu cầu"),
    "no_requests": Bilingual(en="No requests yet.", vi="Chưa có yêu cầu nào."),
    "subject_id": Bilingual(en="Product, project or group (id)", vi="Sản phẩm, dự án hoặc nhóm (mã)"),
    "role_or_pair": Bilingual(en="Role, or both for a pair", vi="Vai trò, hoặc cả hai cho một cặp"),
    "role": Bilingual(en="Role", vi="Vai trò"),
    "seats": Bilingual(en="Seats of each role", vi="Số chỗ của mỗi vai trò"),
    "starts_on": Bilingual(en="Start", vi="Ngày bắt đầu"),
    "hours_a_week": Bilingual(en="Hours a week", vi="Số giờ mỗi tuần"),
    "track": Bilingual(en="Track", vi="Hình thức"),
    "notes": Bilingual(en="Notes", vi="Ghi chú"),
    "as_catalogued": Bilingual(
        en="Capabilities are taken from the catalogue; the API changes them.", vi="Năng lực lấy theo danh mục; có thể sửa qua API."
    ),
    "state": Bilingual(en="State", vi="Trạng thái"),
    "opened": Bilingual(en="Opened", vi="Mở lúc"),
    "draft_a_list": Bilingual(en="Draft a shortlist", vi="Lập bản thảo danh sách"),
    "shortlists": Bilingual(en="Shortlists", vi="Danh sách đề xuất"),
    "candidates": Bilingual(en="Candidates", vi="Ứng viên"),
    "steps": Bilingual(en="Recorded steps", vi="Các bước đã ghi"),
    "record_a_step": Bilingual(en="Record a step", vi="Ghi một bước"),
    "next_state": Bilingual(en="Next state", vi="Trạng thái tiếp theo"),
    "whole_request": Bilingual(en="the whole request", vi="cả yêu cầu"),
    "about_whom": Bilingual(en="About", vi="Đối với"),
    "on_day": Bilingual(en="Day", vi="Ngày"),
    "body": Bilingual(en="Body", vi="Cơ quan"),
    "document": Bilingual(en="Document", vi="Văn bản"),
    "invite": Bilingual(en="Invite", vi="Mời"),
    "answer_by": Bilingual(en="Answer by", vi="Trả lời trước"),
    "messages_ready": Bilingual(en="Messages ready to copy", vi="Thư chờ gửi, có thể sao chép"),
    "mark_sent": Bilingual(en="I have sent it", vi="Tôi đã gửi"),
    "choice": Bilingual(en="Decision", vi="Quyết định"),
    "why_field": Bilingual(en="Reason", vi="Lý do"),
    "place": Bilingual(en="Place (to move)", vi="Vị trí (khi chuyển)"),
    "decide": Bilingual(en="Decide about a person", vi="Quyết định về một người"),
    "person": Bilingual(en="Person", vi="Người"),
    "apply": Bilingual(en="Apply", vi="Thực hiện"),
    "changed_meanwhile": Bilingual(
        en="Somebody changed this list in the meantime. What you typed stands below; look at the list and apply it again.",
        vi="Có người vừa sửa danh sách này. Nội dung bạn nhập vẫn còn bên dưới; hãy xem lại danh sách rồi thực hiện lại.",
    ),
    "open_rules": Bilingual(en="Nobody has judged yet", vi="Chưa có ai xem xét"),
    "not_shown_rules": Bilingual(en="Not shown", vi="Chưa có minh chứng"),
    "excluded_people": Bilingual(en="Excluded", vi="Đã loại"),
    "erased_person": Bilingual(en="The person was erased; the seal still holds.", vi="Người này đã được xóa; dấu niêm vẫn nguyên vẹn."),
    "sign": Bilingual(en="Sign", vi="Ký"),
    "seen_open": Bilingual(en="I have seen which rules nobody has judged", vi="Tôi đã xem những điều kiện chưa có ai xem xét"),
    "signed_by": Bilingual(en="Signed by", vi="Người ký"),
    "fingerprint": Bilingual(en="Fingerprint", vi="Dấu niêm"),
    "release": Bilingual(en="Release to the lead", vi="Phát hành cho chủ nhiệm"),
    "released_list": Bilingual(en="Released shortlist", vi="Danh sách đã phát hành"),
    "years": Bilingual(en="Years", vi="Số năm"),
    "evidence_kinds": Bilingual(en="Items of evidence", vi="Số minh chứng"),
    "contact": Bilingual(en="Contact", vi="Liên hệ"),
    "feedback": Bilingual(en="Feedback", vi="Ý kiến"),
    "send": Bilingual(en="Send", vi="Gửi"),
    "text": Bilingual(en="Text", vi="Nội dung"),
    "invitation": Bilingual(en="Invitation", vi="Thư mời"),
    "invited_to": Bilingual(en="You are invited to consider the role", vi="Trân trọng mời Anh/Chị xem xét vai trò"),
    "your_answer": Bilingual(en="Your answer", vi="Câu trả lời"),
    "accept": Bilingual(en="I accept", vi="Tôi nhận lời"),
    "decline": Bilingual(en="I decline", vi="Tôi từ chối"),
    "ask": Bilingual(en="I have a question", vi="Tôi muốn hỏi thêm"),
    "reason_to_decline": Bilingual(en="Reason, when declining", vi="Lý do, nếu từ chối"),
    "no_harm": Bilingual(
        en="Declining does not change how your profile is assessed. This is not an appointment.",
        vi="Từ chối không ảnh hưởng đến đánh giá hồ sơ của Anh/Chị. Đây không phải là bổ nhiệm.",
    ),
}
STATES = {
    SelectionState.NEED: Bilingual(en="need raised", vi="có nhu cầu"),
    SelectionState.ANNOUNCED: Bilingual(en="announced", vi="đã công bố"),
    SelectionState.CANDIDATE_POOL: Bilingual(en="nomination or self-nomination", vi="đề cử, ứng cử"),
    SelectionState.SHORTLIST: Bilingual(en="shortlist signed", vi="đã ký danh sách"),
    SelectionState.INVITED: Bilingual(en="invited", vi="đã mời"),
    SelectionState.COUNCIL: Bilingual(en="council opinion", vi="ý kiến hội đồng"),
    SelectionState.DECIDED: Bilingual(en="decided", vi="đã có quyết định"),
    SelectionState.CONTRACT: Bilingual(en="contract signed", vi="đã ký hợp đồng"),
    SelectionState.IN_ROLE: Bilingual(en="in the role, yearly evaluation", vi="đang đảm nhận, đánh giá hằng năm"),
    SelectionState.ENDED: Bilingual(en="ended", vi="đã kết thúc"),
    SelectionState.DECLINED: Bilingual(en="declined", vi="từ chối"),
    SelectionState.WITHDRAWN: Bilingual(en="withdrawn", vi="rút"),
}
TRACKS = {
    SelectionTrack.OPEN_SELECTION: Bilingual(en="open selection", vi="lựa chọn công khai"),
    SelectionTrack.CONCURRENT_APPOINTMENT: Bilingual(en="concurrent appointment", vi="kiêm nhiệm"),
}
STATUSES = {
    ShortlistStatus.DRAFT: Bilingual(en="draft", vi="bản thảo"),
    ShortlistStatus.HALF_SIGNED: Bilingual(en="waits for the second signature", vi="chờ chữ ký thứ hai"),
    ShortlistStatus.SIGNED: Bilingual(en="signed", vi="đã ký"),
}
CHOICES = {
    ChoiceKind.ADD: Bilingual(en="add", vi="thêm"),
    ChoiceKind.MOVE: Bilingual(en="move", vi="chuyển vị trí"),
    ChoiceKind.PIN: Bilingual(en="pin", vi="ghim"),
    ChoiceKind.EXCLUDE: Bilingual(en="exclude", vi="loại"),
    ChoiceKind.RESTORE: Bilingual(en="restore", vi="khôi phục"),
}
FEEDBACK_KINDS = {
    FeedbackKind.SUITABLE: Bilingual(en="suitable", vi="phù hợp"),
    FeedbackKind.UNSUITABLE: Bilingual(en="not suitable", vi="chưa phù hợp"),
    FeedbackKind.MORE_WANTED: Bilingual(en="more people wanted", vi="cần thêm người"),
    FeedbackKind.DIFFERENT_WANTED: Bilingual(en="different people wanted", vi="cần người khác"),
}
FEEDBACK_REASONS = {
    FeedbackReason.FITTING_EXPERIENCE: Bilingual(en="fitting experience", vi="kinh nghiệm phù hợp"),
    FeedbackReason.OTHER_FIELD: Bilingual(en="another field", vi="khác lĩnh vực"),
    FeedbackReason.CAPABILITY_MISSING: Bilingual(en="a capability is missing", vi="thiếu năng lực"),
    FeedbackReason.TOO_LITTLE_LEADERSHIP: Bilingual(en="too little leadership", vi="ít kinh nghiệm chủ trì"),
    FeedbackReason.TIME_OR_PLACE: Bilingual(en="time or place", vi="thời gian hoặc địa điểm"),
    FeedbackReason.SUSPECTED_CONFLICT: Bilingual(en="a conflict of interest is suspected", vi="nghi có xung đột lợi ích"),
    FeedbackReason.TOO_FEW: Bilingual(en="too few people", vi="quá ít người"),
    FeedbackReason.OTHER: Bilingual(en="other", vi="khác"),
}
INVITATION_STATES = {
    InvitationState.OPEN: Bilingual(en="waits for an answer", vi="chờ trả lời"),
    InvitationState.ACCEPTED: Bilingual(en="accepted", vi="đã nhận lời"),
    InvitationState.DECLINED: Bilingual(en="declined", vi="đã từ chối"),
    InvitationState.EXPIRED: Bilingual(en="expired", vi="hết hạn"),
    InvitationState.WITHDRAWN: Bilingual(en="withdrawn", vi="đã rút lại"),
}
REFUSALS = {
    RefusalReason.NO_TIME: Bilingual(en="no time", vi="không có thời gian"),
    RefusalReason.OTHER_DUTY: Bilingual(en="another duty", vi="đang đảm nhận nhiệm vụ khác"),
    RefusalReason.OTHER_FIELD: Bilingual(en="not my field", vi="không đúng lĩnh vực"),
    RefusalReason.CONDITIONS: Bilingual(en="the conditions", vi="điều kiện làm việc"),
    RefusalReason.CONFLICT: Bilingual(en="a conflict of interest", vi="xung đột lợi ích"),
    RefusalReason.PERSONAL: Bilingual(en="personal reasons", vi="lý do cá nhân"),
}
NAMES: dict[str, Any] = {
    "states": STATES,
    "tracks": TRACKS,
    "statuses": STATUSES,
    "choice_names": CHOICES,
    "feedback_kinds": FEEDBACK_KINDS,
    "feedback_reasons": FEEDBACK_REASONS,
    "invitation_states": INVITATION_STATES,
    "refusals": REFUSALS,
}
"""The labels that the templates choose from, by the name under which they get them."""
