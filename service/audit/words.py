"""What the events of the journal, and the things that they are about, are called."""

from collections.abc import Mapping

from models.audit import AuditAction as A
from models.vocabulary import ReadingVerdict
from models.vocabulary.selection import FeedbackKind, Finding
from service.kit.languages import Bilingual

ACTIONS = {
    A.EXPERT_CREATED: Bilingual(en="a person was added", vi="thêm một người"),
    A.EXPERT_CHANGED: Bilingual(en="a profile was changed", vi="sửa hồ sơ"),
    A.EXPERT_ERASED: Bilingual(en="a person was erased", vi="xóa dữ liệu một người"),
    A.EVIDENCE_ADDED: Bilingual(en="evidence was added", vi="thêm minh chứng"),
    A.EVIDENCE_CHANGED: Bilingual(en="evidence was changed", vi="sửa minh chứng"),
    A.EVIDENCE_REMOVED: Bilingual(en="evidence was removed", vi="xóa minh chứng"),
    A.DELEGATE_NAMED: Bilingual(en="somebody was named to edit evidence for a person", vi="cử người sửa minh chứng thay"),
    A.DELEGATE_ENDED: Bilingual(en="editing for a person was ended", vi="chấm dứt việc sửa minh chứng thay"),
    A.CONSENT_GIVEN: Bilingual(en="consent was given", vi="ghi nhận đồng ý"),
    A.CONSENT_WITHDRAWN: Bilingual(en="consent was withdrawn", vi="rút lại đồng ý"),
    A.PROCESSING_STOPPED: Bilingual(en="processing was stopped", vi="dừng xử lý dữ liệu"),
    A.PROCESSING_RESUMED: Bilingual(en="processing was resumed", vi="tiếp tục xử lý dữ liệu"),
    A.WILLINGNESS_RECORDED: Bilingual(en="willingness was recorded", vi="ghi mức sẵn sàng"),
    A.RELATION_ADDED: Bilingual(en="a relation was added", vi="thêm quan hệ"),
    A.RELATION_REMOVED: Bilingual(en="a relation was removed", vi="xóa quan hệ"),
    A.PEOPLE_READ: Bilingual(en="data of people was read or handed out", vi="xem hoặc xuất dữ liệu cá nhân"),
    A.DATA_REQUEST_RECEIVED: Bilingual(en="a request about data was received", vi="nhận yêu cầu về dữ liệu"),
    A.DATA_REQUEST_MOVED: Bilingual(en="a request about data went on", vi="xử lý yêu cầu về dữ liệu"),
    A.RETENTION_STARTED: Bilingual(en="a term of retention began", vi="bắt đầu thời hạn lưu giữ"),
    A.RETENTION_ENDED: Bilingual(en="a term of retention ended", vi="hết thời hạn lưu giữ"),
    A.INCIDENT_RECORDED: Bilingual(en="a breach was recorded", vi="ghi nhận sự cố"),
    A.INCIDENT_NOTIFIED: Bilingual(en="a breach was notified", vi="thông báo sự cố"),
    A.INCIDENT_PEOPLE_NAMED: Bilingual(en="people concerned by a breach named", vi="ghi những người bị ảnh hưởng bởi sự cố"),
    A.LIST_CONTENT_ENDED: Bilingual(en="content of a signed list ended", vi="hết thời hạn lưu nội dung danh sách đã ký"),
    A.INCIDENT_PERSON_TOLD: Bilingual(en="person told of a breach", vi="báo cho người bị ảnh hưởng bởi sự cố"),
    A.PROCESSING_REVIEWED: Bilingual(en="the yearly review was made", vi="đánh giá hằng năm"),
    A.SELECTION_OPENED: Bilingual(en="a request for people was opened", vi="tạo yêu cầu đề xuất nhân sự"),
    A.SELECTION_CHANGED: Bilingual(en="a request for people was changed", vi="sửa yêu cầu đề xuất nhân sự"),
    A.SELECTION_STEP_RECORDED: Bilingual(en="a step of a selection was recorded", vi="ghi bước lựa chọn"),
    A.SHORTLIST_DRAFTED: Bilingual(en="a list was drafted", vi="lập dự thảo danh sách"),
    A.SHORTLIST_CHANGED: Bilingual(en="a draft was changed", vi="sửa dự thảo danh sách"),
    A.FINDING_RECORDED: Bilingual(en="a condition was judged", vi="ghi kết quả thẩm tra"),
    A.EVIDENCE_ASKED: Bilingual(en="evidence was asked for", vi="đề nghị bổ sung minh chứng"),
    A.EVIDENCE_ANSWERED: Bilingual(en="a question was answered", vi="trả lời đề nghị bổ sung"),
    A.SHORTLIST_SIGNED: Bilingual(en="a list was signed", vi="ký danh sách"),
    A.SHORTLIST_REOPENED: Bilingual(en="a list was reopened", vi="mở lại danh sách"),
    A.SHORTLIST_RELEASED: Bilingual(en="a list was handed to its lead", vi="chuyển danh sách cho chủ nhiệm"),
    A.FEEDBACK_GIVEN: Bilingual(en="a lead gave an opinion", vi="chủ nhiệm cho ý kiến"),
    A.INVITATION_SENT: Bilingual(en="a candidate was invited", vi="mời ứng viên"),
    A.INVITATION_ANSWERED: Bilingual(en="an invitation was answered", vi="trả lời thư mời"),
    A.MESSAGE_SENT: Bilingual(en="a message was sent", vi="gửi thư"),
    A.MESSAGE_TRIED_AGAIN: Bilingual(en="a message is to be sent again", vi="yêu cầu gửi lại thư"),
    A.ACCOUNT_CREATED: Bilingual(en="an account was added", vi="thêm tài khoản"),
    A.ACCOUNT_INVITED: Bilingual(en="a link to sign in was made for an account", vi="cấp liên kết đăng nhập cho tài khoản"),
    A.ACCOUNT_CHANGED: Bilingual(en="an account was changed", vi="sửa tài khoản"),
    A.ACCOUNT_DISABLED: Bilingual(en="an account was disabled", vi="khóa tài khoản"),
    A.ACCOUNT_ENABLED: Bilingual(en="an account was enabled", vi="mở tài khoản"),
    A.ROLE_GRANTED: Bilingual(en="a role was granted", vi="giao vai trò"),
    A.ROLE_REMOVED: Bilingual(en="a role was removed", vi="thôi vai trò"),
    A.PASSWORD_CHANGED: Bilingual(en="a password was changed", vi="đổi mật khẩu"),
    A.KEY_MADE: Bilingual(en="an API key was made", vi="tạo khóa API"),
    A.KEY_REVOKED: Bilingual(en="an API key was revoked", vi="thu hồi khóa API"),
    A.SESSION_REVOKED: Bilingual(en="a session was ended", vi="kết thúc phiên"),
    A.CONFLICT_JUDGED: Bilingual(en="a conflict of interest was judged", vi="kết luận xung đột lợi ích"),
    A.CONFLICT_JUDGEMENT_LIFTED: Bilingual(en="a judgement of a conflict was lifted", vi="gỡ kết luận xung đột lợi ích"),
    A.PLAN_MADE: Bilingual(en="a plan was made", vi="lập kế hoạch"),
    A.PLAN_ADOPTED: Bilingual(en="a plan was adopted", vi="thông qua kế hoạch"),
    A.PLAN_ADOPTION_UNDONE: Bilingual(en="the adoption of a plan was taken back", vi="hủy thông qua kế hoạch"),
    A.WEIGHTS_ADDED: Bilingual(en="weights were added", vi="thêm bộ trọng số"),
    A.WEIGHTS_MADE_CURRENT: Bilingual(en="weights came into use", vi="áp dụng bộ trọng số"),
    A.RULES_ADDED: Bilingual(en="rules were added", vi="thêm bộ quy tắc"),
    A.PRODUCT_CREATED: Bilingual(en="a product was added", vi="thêm sản phẩm"),
    A.PRODUCT_CHANGED: Bilingual(en="a product was changed", vi="sửa sản phẩm"),
    A.PROJECT_CREATED: Bilingual(en="a project was added", vi="thêm dự án"),
    A.PROJECT_CHANGED: Bilingual(en="a project was changed", vi="sửa dự án"),
    A.CAPABILITY_CREATED: Bilingual(en="a capability was added", vi="thêm năng lực"),
    A.CAPABILITY_CHANGED: Bilingual(en="a capability was changed", vi="sửa năng lực"),
    A.LEADS_CHANGED: Bilingual(en="leads were changed", vi="đổi chủ nhiệm"),
    A.ORGANISATION_CREATED: Bilingual(en="an organisation was added", vi="thêm tổ chức"),
    A.ORGANISATION_CHANGED: Bilingual(en="an organisation was changed", vi="sửa tổ chức"),
    A.PEOPLE_IMPORTED: Bilingual(en="people were imported", vi="nhập danh sách người"),
    A.DOCUMENT_ADDED: Bilingual(en="a document was handed in", vi="nộp tài liệu"),
    A.DOCUMENT_REMOVED: Bilingual(en="a document was removed", vi="xóa tài liệu"),
    A.NOTICE_SENT: Bilingual(en="an imported person was told", vi="thông báo cho người được nhập từ tệp"),
    A.NOTICE_WARNED: Bilingual(en="an imported person was warned", vi="nhắc lại người được nhập từ tệp"),
    A.READING_JUDGED: Bilingual(en="a reading of evidence was judged", vi="kết luận về cách đọc minh chứng"),
    A.READING_JUDGEMENT_REMOVED: Bilingual(en="a judgement of a reading was removed", vi="bỏ kết luận về cách đọc"),
    A.SENT_ABROAD: Bilingual(en="data of people opened to a reader abroad", vi="mở dữ liệu cá nhân cho người đọc ở nước ngoài"),
    A.SECOND_FACTOR_ADDED: Bilingual(en="second factor set up", vi="thiết lập yếu tố thứ hai"),
    A.SECOND_FACTOR_REMOVED: Bilingual(en="second factor removed", vi="gỡ yếu tố thứ hai"),
    A.RECOVERY_CODE_USED: Bilingual(en="recovery code used", vi="dùng mã khôi phục"),
    A.SIGNED_IN: Bilingual(en="somebody signed in", vi="đăng nhập"),
    A.SIGN_IN_REFUSED: Bilingual(en="signing in was refused", vi="từ chối đăng nhập"),
    A.SIGNED_OUT: Bilingual(en="somebody signed out", vi="đăng xuất"),
    A.PERSON_NOMINATED: Bilingual(en="a person was nominated", vi="giới thiệu một người"),
    A.NOMINATION_ANSWERED: Bilingual(en="a nomination was answered", vi="trả lời giới thiệu"),
    A.WATCH_OPENED: Bilingual(en="a role is watched", vi="bắt đầu theo dõi vai trò"),
    A.WATCH_SEEN: Bilingual(en="news of a watched role was seen", vi="đã xem tin về vai trò theo dõi"),
    A.WATCH_CLOSED: Bilingual(en="a role is watched no more", vi="thôi theo dõi vai trò"),
    A.DUPLICATES_JUDGED: Bilingual(en="double records were judged", vi="kết luận hồ sơ trùng"),
    A.DUPLICATES_REOPENED: Bilingual(en="double records were reopened", vi="xét lại hồ sơ trùng"),
    A.RECORDS_MERGED: Bilingual(en="records were merged", vi="gộp hồ sơ"),
    A.MERGE_UNDONE: Bilingual(en="a merge was undone", vi="hủy gộp hồ sơ"),
    A.IMPORT_STARTED: Bilingual(en="an import was started", vi="bắt đầu nhập dữ liệu"),
    A.IMPORT_CANCELLED: Bilingual(en="an import was cancelled", vi="hủy nhập dữ liệu"),
    A.MAPPING_KEPT: Bilingual(en="a mapping of columns was kept", vi="lưu cách ghép cột"),
    A.MAPPING_REMOVED: Bilingual(en="a mapping of columns was removed", vi="xóa cách ghép cột"),
}
"""By action; whatever others add without words is shown as its code."""

KINDS = {
    "account": Bilingual(en="account", vi="tài khoản"),
    "capability": Bilingual(en="capability", vi="năng lực"),
    "conflict_judgement": Bilingual(en="conclusion on a conflict", vi="kết luận xung đột lợi ích"),
    "coverage": Bilingual(en="map of coverage", vi="bản đồ nguồn chuyên gia"),
    "data_request": Bilingual(en="request about data", vi="yêu cầu về dữ liệu"),
    "duplicate_pair": Bilingual(en="pair of records", vi="cặp hồ sơ"),
    "erasure": Bilingual(en="erasure", vi="việc xóa dữ liệu"),
    "expert": Bilingual(en="person", vi="chuyên gia"),
    "group": Bilingual(en="technology group", vi="nhóm công nghệ"),
    "import": Bilingual(en="import", vi="đợt nhập dữ liệu"),
    "import_mapping": Bilingual(en="mapping of columns", vi="cách ghép cột"),
    "incident": Bilingual(en="breach", vi="sự cố dữ liệu"),
    "invitation": Bilingual(en="invitation", vi="thư mời"),
    "message": Bilingual(en="message", vi="thư"),
    "nomination": Bilingual(en="nomination", vi="đề cử"),
    "organisation": Bilingual(en="organisation", vi="tổ chức"),
    "people": Bilingual(en="list of people", vi="danh sách chuyên gia"),
    "plan": Bilingual(en="plan", vi="phương án nhân sự"),
    "processing_review": Bilingual(en="yearly review", vi="đánh giá hằng năm"),
    "product": Bilingual(en="product", vi="sản phẩm"),
    "project": Bilingual(en="project", vi="dự án"),
    "record_merge": Bilingual(en="merge of records", vi="lần gộp hồ sơ"),
    "rules": Bilingual(en="rules", vi="bộ quy tắc"),
    "search": Bilingual(en="search", vi="lượt tìm kiếm"),
    "selection_request": Bilingual(en="request for people", vi="yêu cầu đề xuất nhân sự"),
    "shortlist": Bilingual(en="list", vi="danh sách đề xuất"),
    "watch": Bilingual(en="watched role", vi="vai trò theo dõi"),
    "weights": Bilingual(en="weights", vi="bộ trọng số"),
}
"""By kind of thing; the code itself stands for what others add without words."""


PURPOSES: Mapping[str, Bilingual] = {
    "bulk": Bilingual(en="data of many people was opened on pages or lists", vi="mở xem dữ liệu của nhiều người"),
    "dossier": Bilingual(en="a dossier was handed out", vi="xuất hồ sơ trình hội đồng"),
    "release": Bilingual(en="people were shown to the lead under pseudonyms", vi="cho chủ nhiệm xem người trong danh sách dưới bí danh"),
    "access-export": Bilingual(en="everything kept of a person was handed out", vi="xuất toàn bộ dữ liệu lưu giữ về một người"),
    "people-export": Bilingual(en="a file of people was handed out", vi="xuất tệp hồ sơ chuyên gia"),
}
"""What people's data was read for; other purposes are exports of results."""
VERDICTS = {
    ReadingVerdict.CONFIRMED: Bilingual(en="a reading of evidence was confirmed", vi="xác nhận cách đọc minh chứng"),
    ReadingVerdict.REJECTED: Bilingual(en="a reading of evidence was dismissed", vi="bác bỏ cách đọc minh chứng"),
}
PARTICULARS: Mapping[str, Mapping[str, Bilingual]] = {
    "finding": {
        Finding.MET: Bilingual(en="met", vi="đạt"),
        Finding.NOT_MET: Bilingual(en="not met", vi="không đạt"),
        Finding.MORE_NEEDED: Bilingual(en="more evidence needed", vi="cần bổ sung"),
    },
    "answer": {
        "accept": Bilingual(en="accepted", vi="nhận lời"),
        "decline": Bilingual(en="declined", vi="từ chối"),
        "ask": Bilingual(en="asked a question", vi="hỏi thêm"),
    },
    "channel": {
        "account": Bilingual(en="by the person's own account", vi="bằng tài khoản của chính người được mời"),
        "link": Bilingual(en="by the link alone", vi="chỉ bằng liên kết"),
    },
    "kind": {
        FeedbackKind.SUITABLE: Bilingual(en="suitable", vi="phù hợp"),
        FeedbackKind.UNSUITABLE: Bilingual(en="not suitable", vi="chưa phù hợp"),
        FeedbackKind.MORE_WANTED: Bilingual(en="more people wanted", vi="cần thêm người"),
        FeedbackKind.DIFFERENT_WANTED: Bilingual(en="different people wanted", vi="cần người khác"),
    },
}
"""What the details of events say, by the name of the detail and its code; what has no words here is not shown."""


def people_counted(number: int) -> Bilingual:
    """Return how many people were read."""
    return Bilingual(en="1 person" if number == 1 else f"{number} people", vi=f"{number} người")


def action_name(code: str) -> Bilingual:
    """Return what the action ``code`` is called; the code itself where it has no words yet."""
    return ACTIONS.get(A(code), Bilingual(code, code)) if code in set(A) else Bilingual(code, code)
