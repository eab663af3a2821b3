"""What each role may do: the whole of it, as one table; docs/access.md shows the same table.

To add an operation, name it in ``operations``, add a row here and ask for it with a guard.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.vocabulary import Scope
from service.identity.access.operations import Operation, Reach, ViewerRole
from service.kit.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do it, how far, which scope a key needs, and what it is called."""

    scope: Scope
    about: Bilingual
    reach: Mapping[ViewerRole, Reach]


_ALL, _OWN, _LED, _DELEGATED = Reach.ALL, Reach.OWN, Reach.LED, Reach.DELEGATED
_VISITOR, _MEMBER, _ADMINISTRATOR, _COORDINATOR, _LEAD, _EXPERT, _AUDITOR = ViewerRole

RULES: Mapping[Operation, Rule] = {
    Operation.READ_EXPERTS: Rule(
        Scope.READ,
        Bilingual(en="Read profiles with evidence, relations, consents", vi="Đọc hồ sơ kèm minh chứng, quan hệ, đồng ý"),
        {_VISITOR: _ALL, _COORDINATOR: _ALL, _EXPERT: _OWN, _AUDITOR: _ALL},
    ),
    Operation.ADD_EXPERTS: Rule(
        Scope.WRITE,
        Bilingual(en="Add people to the network", vi="Thêm người vào mạng lưới"),
        {_COORDINATOR: _ALL},
    ),
    Operation.READ_IMPORTS: Rule(
        Scope.READ,
        Bilingual(
            en="Follow imports, read what they refused, mappings of headings", vi="Theo dõi lượt nhập, dòng bị từ chối, bảng ghép cột"
        ),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL},
    ),
    Operation.IMPORT_PEOPLE: Rule(
        Scope.WRITE,
        Bilingual(en="Bring in people from files, keep mappings of headings", vi="Nhập người từ tệp, lưu bảng ghép cột"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL},
    ),
    Operation.CHANGE_EXPERTS: Rule(
        Scope.WRITE,
        Bilingual(en="Change profiles, relations, consents", vi="Sửa hồ sơ, quan hệ, đồng ý"),
        {_COORDINATOR: _ALL, _EXPERT: _OWN},
    ),
    Operation.EDIT_EVIDENCE: Rule(
        Scope.WRITE,
        Bilingual(en="Add, change, remove evidence", vi="Thêm, sửa, xóa minh chứng"),
        {_MEMBER: _DELEGATED, _COORDINATOR: _ALL, _EXPERT: _OWN},
    ),
    Operation.READ_EDITED: Rule(
        Scope.READ,
        Bilingual(en="Read the evidence that one edits for somebody", vi="Đọc minh chứng mà mình sửa thay"),
        {_MEMBER: _DELEGATED},
    ),
    Operation.READ_DELEGATES: Rule(
        Scope.READ,
        Bilingual(en="Read who edits evidence for a person", vi="Xem ai sửa minh chứng thay"),
        {_COORDINATOR: _ALL, _EXPERT: _OWN, _AUDITOR: _ALL},
    ),
    Operation.NAME_DELEGATES: Rule(
        Scope.WRITE,
        Bilingual(en="Name who edits one's evidence", vi="Cử người sửa minh chứng thay mình"),
        {_EXPERT: _OWN},
    ),
    Operation.END_DELEGATION: Rule(
        Scope.WRITE,
        Bilingual(en="End that somebody edits one's evidence, or that one edits somebody's", vi="Chấm dứt việc sửa minh chứng thay"),
        {_MEMBER: _DELEGATED, _EXPERT: _OWN},
    ),
    Operation.VOUCH: Rule(
        Scope.WRITE,
        Bilingual(
            en="Set verification, source, the status of a relation, ties between two experts",
            vi="Ghi xác minh, nguồn, tình trạng quan hệ, quan hệ giữa hai chuyên gia",
        ),
        {_COORDINATOR: _ALL},
    ),
    Operation.READ_DUPLICATES: Rule(
        Scope.READ,
        Bilingual(en="Compare records that may be one person's", vi="So sánh các hồ sơ có thể của cùng một người"),
        {_COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.JUDGE_DUPLICATES: Rule(
        Scope.WRITE,
        Bilingual(en="Look for double records, merge them, take a merge back", vi="Tìm hồ sơ trùng, gộp hồ sơ, gỡ lần gộp"),
        {_COORDINATOR: _ALL},
    ),
    Operation.READ_ORGANISATIONS: Rule(
        Scope.READ,
        Bilingual(en="Look up organisations", vi="Tra cứu tổ chức"),
        {_VISITOR: _ALL, _MEMBER: _ALL},
    ),
    Operation.CHANGE_ORGANISATIONS: Rule(
        Scope.WRITE,
        Bilingual(en="Add and change organisations", vi="Thêm, sửa tổ chức"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL},
    ),
    Operation.READ_MATCHES: Rule(
        Scope.READ,
        Bilingual(
            en="Read and export rankings, pairs, plans, coverage, exposure, searches and conflicts, with explanations",
            vi="Đọc, xuất bảng xếp hạng, cặp đề xuất, kế hoạch, độ phủ, mức hiển thị, kết quả tìm kiếm và xung đột lợi ích, kèm giải thích",
        ),
        {_VISITOR: _ALL, _COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.READ_RELEASED: Rule(
        Scope.READ,
        Bilingual(en="Read released shortlists, people under a pseudonym", vi="Đọc danh sách đã phát hành, người mang bí danh"),
        {_COORDINATOR: _ALL, _LEAD: _LED, _AUDITOR: _ALL},
    ),
    Operation.READ_SELECTIONS: Rule(
        Scope.READ,
        Bilingual(en="Read requests for people", vi="Đọc yêu cầu tìm người"),
        {_COORDINATOR: _ALL, _LEAD: _LED, _AUDITOR: _ALL},
    ),
    Operation.OPEN_SELECTIONS: Rule(
        Scope.WRITE,
        Bilingual(en="Open and change requests for people", vi="Mở, sửa yêu cầu tìm người"),
        {_COORDINATOR: _ALL, _LEAD: _LED},
    ),
    Operation.READ_DRAFTS: Rule(
        Scope.READ,
        Bilingual(
            en="Read shortlists with names, findings, candidates, steps, invitations, messages, figures",
            vi="Đọc danh sách có tên, kết luận, ứng viên, các bước, thư mời, thư gửi, số liệu",
        ),
        {_COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.EDIT_DRAFTS: Rule(
        Scope.WRITE,
        Bilingual(en="Draft shortlists and decide about people on them", vi="Lập dự thảo và quyết định về người trong đó"),
        {_COORDINATOR: _ALL},
    ),
    Operation.RECORD_FINDINGS: Rule(
        Scope.WRITE,
        Bilingual(en="Record findings of people, ask for evidence", vi="Ghi kết luận của người xem xét, đề nghị minh chứng"),
        {_COORDINATOR: _ALL},
    ),
    Operation.SIGN: Rule(Scope.WRITE, Bilingual(en="Sign shortlists", vi="Ký danh sách"), {_COORDINATOR: _ALL}),
    Operation.RELEASE: Rule(
        Scope.WRITE,
        Bilingual(en="Release signed shortlists to leads", vi="Chuyển danh sách đã ký cho chủ nhiệm dự án"),
        {_COORDINATOR: _ALL},
    ),
    Operation.GIVE_FEEDBACK: Rule(
        Scope.WRITE, Bilingual(en="Give feedback on released shortlists", vi="Nêu ý kiến về danh sách đã phát hành"), {_LEAD: _LED}
    ),
    Operation.INVITE: Rule(
        Scope.WRITE, Bilingual(en="Invite candidates, note sent messages", vi="Mời ứng viên, ghi nhận thư đã gửi"), {_COORDINATOR: _ALL}
    ),
    Operation.RECORD_STEPS: Rule(
        Scope.WRITE, Bilingual(en="Record steps of a selection", vi="Ghi các bước của việc lựa chọn"), {_COORDINATOR: _ALL}
    ),
    Operation.WATCH: Rule(
        Scope.WRITE,
        Bilingual(en="Watch roles until somebody fits", vi="Theo dõi vai trò cho đến khi có người phù hợp"),
        {_COORDINATOR: _ALL},
    ),
    Operation.READ_NOMINATIONS: Rule(
        Scope.READ,
        Bilingual(en="Read nominations: one's own, and those of oneself", vi="Đọc đề cử: do mình gửi hoặc về chính mình"),
        {_MEMBER: _OWN, _COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.NOMINATE: Rule(
        Scope.WRITE,
        Bilingual(
            en="Nominate people; answer for oneself, coordinators as they were told",
            vi="Đề cử; trả lời về mình, điều phối viên ghi theo lời người đó",
        ),
        {_COORDINATOR: _ALL, _LEAD: _OWN, _EXPERT: _OWN},
    ),
    Operation.JUDGE_CONFLICTS: Rule(
        Scope.WRITE,
        Bilingual(en="Confirm, dismiss conflicts of interest", vi="Xác nhận, bác bỏ xung đột lợi ích"),
        {_COORDINATOR: _ALL},
    ),
    Operation.MAKE_PLANS: Rule(
        Scope.WRITE,
        Bilingual(en="Make, repair and adopt plans", vi="Lập, sửa và thông qua kế hoạch"),
        {_COORDINATOR: _ALL},
    ),
    Operation.READ_JOBS: Rule(
        Scope.READ,
        Bilingual(en="Follow slow work", vi="Theo dõi tác vụ nền"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.EXPORT_PERSON: Rule(
        Scope.READ,
        Bilingual(en="Export everything that is kept of a person", vi="Xuất toàn bộ dữ liệu lưu giữ về một người"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _EXPERT: _OWN, _AUDITOR: _ALL},
    ),
    Operation.READ_REQUESTS: Rule(
        Scope.READ,
        Bilingual(en="Read people's requests about their data", vi="Đọc yêu cầu của chủ thể dữ liệu"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _EXPERT: _OWN, _AUDITOR: _ALL},
    ),
    Operation.MAKE_REQUESTS: Rule(
        Scope.WRITE,
        Bilingual(en="Make requests about a person's data", vi="Gửi yêu cầu về dữ liệu của một người"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _EXPERT: _OWN},
    ),
    Operation.READ_DUTIES: Rule(
        Scope.READ,
        Bilingual(en="Read retention terms, breaches and yearly reviews", vi="Đọc thời hạn lưu giữ, sự cố và đánh giá hằng năm"),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.FULFIL_DUTIES: Rule(
        Scope.WRITE,
        Bilingual(
            en="Handle requests, erase people, keep retention terms, breaches and yearly reviews",
            vi="Xử lý yêu cầu, xóa dữ liệu cá nhân, ghi thời hạn lưu giữ, sự cố và đánh giá hằng năm",
        ),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL},
    ),
    Operation.READ_AUDIT: Rule(
        Scope.READ,
        Bilingual(en="Read the audit", vi="Đọc nhật ký kiểm toán"),
        {_ADMINISTRATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.READ_OWN_ACCOUNT: Rule(
        Scope.READ,
        Bilingual(en="Read one's own account, sessions and keys", vi="Đọc tài khoản, phiên và khóa của mình"),
        {_MEMBER: _OWN},
    ),
    Operation.CHANGE_OWN_ACCOUNT: Rule(
        Scope.ACCOUNT,
        Bilingual(en="Make keys, revoke sessions and keys of one's own", vi="Tạo khóa, thu hồi phiên và khóa của mình"),
        {_MEMBER: _OWN},
    ),
    Operation.READ_ACCOUNTS: Rule(
        Scope.READ,
        Bilingual(en="Read all accounts", vi="Đọc mọi tài khoản"),
        {_ADMINISTRATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.MANAGE_ACCOUNTS: Rule(
        Scope.ACCOUNT,
        Bilingual(en="Invite, change roles and leads, disable accounts", vi="Mời, đổi vai trò và chủ nhiệm, khóa tài khoản"),
        {_ADMINISTRATOR: _ALL},
    ),
    Operation.READ_CATALOGUE_HISTORY: Rule(
        Scope.READ,
        Bilingual(
            en="Read versions of weights and rules, and who changed the catalogue",
            vi="Đọc các phiên bản trọng số, quy tắc và lịch sử sửa danh mục",
        ),
        {_ADMINISTRATOR: _ALL, _COORDINATOR: _ALL, _AUDITOR: _ALL},
    ),
    Operation.CHANGE_CATALOGUE: Rule(
        Scope.WRITE,
        Bilingual(
            en="Preview and make changes of weights, rules, products and projects",
            vi="Xem trước và thực hiện thay đổi trọng số, quy tắc, sản phẩm, dự án",
        ),
        {_ADMINISTRATOR: _ALL},
    ),
}
