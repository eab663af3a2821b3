"""Every word that the pages of administrators say themselves, in both languages."""

from models.catalogue_changes import EntryKind
from models.vocabulary import RoleFamily, RuleKind, Sensitivity
from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "administration": Bilingual(en="Administration", vi="Quản trị"),
    "administration_intro": Bilingual(
        en="What answers rest on. A preview shows whose ranking changes, as places without names; shortlists made earlier keep theirs.",
        vi="Những gì kết quả dựa vào. Bản xem trước cho biết thứ hạng nào thay đổi, chỉ nêu vị trí, không nêu tên; danh sách đã lập giữ "
        "nguyên kết quả.",
    ),
    "administration_of": Bilingual(en="Weights, rules, products, projects", vi="Trọng số, quy tắc, sản phẩm, dự án"),
    "version_name": Bilingual(en="Version", vi="Phiên bản"),
    "current_now": Bilingual(en="in use", vi="đang dùng"),
    "new_version": Bilingual(en="New version", vi="Phiên bản mới"),
    "earlier_versions": Bilingual(en="All versions", vi="Mọi phiên bản"),
    "signal": Bilingual(en="Signal", vi="Tín hiệu"),
    "weigh_sum": Bilingual(en="The weights add up to 1.", vi="Các trọng số có tổng bằng 1."),
    "thresholds": Bilingual(en="Thresholds", vi="Các ngưỡng"),
    "threshold_fits": Bilingual(en="fits from", vi="phù hợp từ"),
    "threshold_good": Bilingual(en="good from", vi="tốt từ"),
    "threshold_strong": Bilingual(en="strong from", vi="rất tốt từ"),
    "threshold_tie": Bilingual(en="tied below a difference of", vi="ngang nhau khi chênh dưới"),
    "rests_on": Bilingual(en="What it rests on", vi="Căn cứ"),
    "in_vi": Bilingual(en="Vietnamese", vi="tiếng Việt"),
    "in_en": Bilingual(en="English", vi="tiếng Anh"),
    "why_change": Bilingual(en="Reason", vi="Lý do"),
    "preview": Bilingual(en="Preview", vi="Xem trước"),
    "save": Bilingual(en="Save", vi="Lưu"),
    "save_version": Bilingual(en="Save as a new version", vi="Lưu thành phiên bản mới"),
    "make_current": Bilingual(en="Make current", vi="Đưa vào sử dụng"),
    "lists_change": Bilingual(en="lists change", vi="danh sách thay đổi"),
    "lists_stay": Bilingual(en="stay as they are", vi="giữ nguyên"),
    "lists_restricted": Bilingual(en="are restricted and not shown", vi="bị hạn chế, không hiển thị"),
    "list_of": Bilingual(en="List", vi="Danh sách"),
    "people_fitting": Bilingual(en="People who fit", vi="Số người phù hợp"),
    "come_and_go": Bilingual(en="Come to fit / no longer fit", vi="Thêm / bớt người phù hợp"),
    "first_ten": Bilingual(en="Into / out of the first ten", vi="Vào / ra khỏi mười người đầu"),
    "eligibility": Bilingual(en="Come to / cease to meet every hard rule", vi="Bắt đầu / thôi đạt mọi điều kiện bắt buộc"),
    "moved_people": Bilingual(en="People who move", vi="Số người đổi vị trí"),
    "not_on_it": Bilingual(en="not proposed", vi="không được đề xuất"),
    "rules_of": Bilingual(en="Eligibility rules", vi="Quy tắc điều kiện"),
    "valid_from": Bilingual(en="In force from", vi="Có hiệu lực từ"),
    "minimum": Bilingual(en="Minimum", vi="Mức tối thiểu"),
    "rule_kind": Bilingual(en="Who judges it", vi="Cách xét"),
    "rule_label": Bilingual(en="What it is called", vi="Tên quy tắc"),
    "need_groups": Bilingual(
        en="alternatives, one group a line: id | id = name in Vietnamese = name in English",
        vi="năng lực thay thế nhau, mỗi dòng một nhóm: mã | mã = tên tiếng Việt = tên tiếng Anh",
    ),
    "capability_ids": Bilingual(en="ids of capabilities, one a line", vi="mã năng lực, mỗi dòng một mã"),
    "entry_name": Bilingual(en="Name", vi="Tên"),
    "sensitivity": Bilingual(en="Who sees the inside", vi="Ai xem được nội dung"),
    "new_project": Bilingual(en="Add a project", vi="Thêm dự án"),
    "identifier": Bilingual(en="Id", vi="Mã"),
    "host_id": Bilingual(en="Host, by its id", vi="Đơn vị chủ trì, theo mã"),
    "participant_ids": Bilingual(en="Participants, one id a line", vi="Đơn vị tham gia, mỗi dòng một mã"),
    "product_ids": Bilingual(en="Products, one id a line", vi="Sản phẩm, mỗi dòng một mã"),
    "starts_and_ends": Bilingual(en="First and last day", vi="Ngày đầu và ngày cuối"),
    "its_leads": Bilingual(en="Leads", vi="Chủ nhiệm"),
    "no_leads": Bilingual(en="No account has the role of lead yet.", vi="Chưa có tài khoản nào giữ vai trò chủ nhiệm."),
    "latest_changes": Bilingual(en="Latest changes", vi="Thay đổi gần đây"),
    "no_changes": Bilingual(en="Nothing was changed since the catalogue was loaded.", vi="Chưa có thay đổi nào kể từ khi nạp danh mục."),
    "changed_meanwhile_here": Bilingual(
        en="Somebody changed it after you read it: look at it as it is now. What you typed stands below and is not stored.",
        vi="Đã có người sửa sau khi bạn đọc: hãy xem nội dung hiện tại. Những gì bạn nhập còn ở dưới và chưa được lưu.",
    ),
}
FAMILIES = {
    RoleFamily.CHIEF_ENGINEER: Bilingual(en="Chief engineers", vi="Tổng công trình sư"),
    RoleFamily.CHIEF_ARCHITECT: Bilingual(en="Chief architects", vi="Kiến trúc sư trưởng"),
}
KINDS = {
    RuleKind.HARD: Bilingual(en="by the record", vi="theo hồ sơ"),
    RuleKind.DECLARED: Bilingual(en="by the person's word", vi="theo lời khai của người đó"),
    RuleKind.EVIDENCE_HUMAN: Bilingual(en="by people, with evidence", vi="do người xét, kèm minh chứng"),
    RuleKind.HUMAN_ONLY: Bilingual(en="by people alone", vi="chỉ do người xét"),
    RuleKind.NOT_A_FILTER: Bilingual(en="not a filter", vi="không dùng để lọc"),
}
SENSITIVITIES = {
    Sensitivity.OPEN: Bilingual(en="everybody", vi="mọi người"),
    Sensitivity.RESTRICTED: Bilingual(en="people with clearance", vi="người được cấp phép"),
}
ENTRIES = {
    EntryKind.WEIGHTS: Bilingual(en="version of weights", vi="phiên bản trọng số"),
    EntryKind.CURRENT_WEIGHTS: Bilingual(en="weights in use", vi="trọng số đang dùng"),
    EntryKind.RULES: Bilingual(en="version of rules", vi="phiên bản quy tắc"),
    EntryKind.PRODUCT: Bilingual(en="product", vi="sản phẩm"),
    EntryKind.PROJECT: Bilingual(en="project", vi="dự án"),
    EntryKind.CAPABILITY: Bilingual(en="capability", vi="năng lực"),
}
