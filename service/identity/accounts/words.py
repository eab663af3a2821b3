"""Every word of the pages of accounts, in both languages."""

from models.vocabulary import AccountRole, Scope
from service.kit.languages import Bilingual

WORDS: dict[str, Bilingual] = {
    "sign_in": Bilingual(en="Sign in", vi="Đăng nhập"),
    "sign_out": Bilingual(en="Sign out", vi="Đăng xuất"),
    "sign_in_elsewhere": Bilingual(en="Sign in through your organisation", vi="Đăng nhập qua tổ chức của bạn"),
    "no_account_yet": Bilingual(
        en="No account yet, or the password forgotten? Ask an administrator for an invitation link.",
        vi="Chưa có tài khoản hoặc quên mật khẩu? Hãy xin quản trị viên một liên kết mời.",
    ),
    "email": Bilingual(en="E-mail address", vi="Địa chỉ thư điện tử"),
    "password": Bilingual(en="Password", vi="Mật khẩu"),
    "new_password": Bilingual(en="New password, at least 12 characters", vi="Mật khẩu mới, ít nhất 12 ký tự"),
    "welcome": Bilingual(en="Welcome", vi="Chào mừng"),
    "enter": Bilingual(en="Enter", vi="Vào hệ thống"),
    "my_account": Bilingual(en="My account", vi="Tài khoản của tôi"),
    "roles": Bilingual(en="Roles", vi="Vai trò"),
    "leads": Bilingual(en="Leads", vi="Phụ trách"),
    "cleared": Bilingual(en="may see what is restricted", vi="được xem nội dung hạn chế"),
    "sessions": Bilingual(en="Where you are signed in", vi="Các phiên đăng nhập"),
    "this_session": Bilingual(en="this one", vi="phiên này"),
    "keys": Bilingual(en="API keys", vi="Khóa API"),
    "no_keys": Bilingual(en="No keys in use.", vi="Chưa có khóa nào đang dùng."),
    "label": Bilingual(en="What it is for", vi="Mục đích"),
    "scopes": Bilingual(en="What it may be used for", vi="Phạm vi sử dụng"),
    "expires": Bilingual(en="Expires", vi="Hết hạn"),
    "last_used": Bilingual(en="Last used", vi="Lần dùng gần nhất"),
    "revoke": Bilingual(en="Revoke", vi="Thu hồi"),
    "new_key": Bilingual(en="Make a key", vi="Tạo khóa"),
    "change_password": Bilingual(en="Change password", vi="Đổi mật khẩu"),
    "current_password": Bilingual(en="Current password", vi="Mật khẩu hiện tại"),
    "password_changed": Bilingual(
        en="The password is changed. Every other session of yours has ended.", vi="Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."
    ),
    "password_note": Bilingual(en="Every other session ends. API keys stay.", vi="Các phiên khác sẽ kết thúc; khóa API vẫn giữ nguyên."),
    "accounts": Bilingual(en="All accounts", vi="Mọi tài khoản"),
    "account_state": Bilingual(en="State", vi="Tình trạng tài khoản"),
    "account_active": Bilingual(en="active", vi="đang hoạt động"),
    "account_invited": Bilingual(en="invited, not yet entered", vi="đã mời, chưa vào"),
    "account_disabled": Bilingual(en="disabled", vi="đã khóa"),
    "invite_somebody": Bilingual(en="Invite somebody", vi="Mời người mới"),
    "invite": Bilingual(en="Invite", vi="Mời"),
    "link_once": Bilingual(
        en="Copy this link now and send it to its owner: it is shown only once and works once, until",
        vi="Hãy sao chép và gửi liên kết này cho chủ tài khoản: chỉ hiển thị một lần, dùng được một lần, đến",
    ),
    "new_link": Bilingual(en="Make a new link", vi="Tạo liên kết mới"),
    "new_link_note": Bilingual(
        en="For a lost link or a forgotten password. Links given before no longer work.",
        vi="Khi mất liên kết hoặc quên mật khẩu. Các liên kết trước không còn dùng được.",
    ),
    "permissions": Bilingual(en="What the account may do", vi="Quyền của tài khoản"),
    "profile_of_expert": Bilingual(en="Profile (for an expert), such as E000001", vi="Hồ sơ (với chuyên gia), ví dụ E000001"),
    "led_products": Bilingual(en="Products that a lead answers for, such as P01, P02", vi="Sản phẩm chủ nhiệm phụ trách, ví dụ P01, P02"),
    "led_projects": Bilingual(en="Projects that a lead answers for", vi="Dự án chủ nhiệm phụ trách"),
    "may_see_restricted": Bilingual(en="May see what is restricted", vi="Được xem nội dung hạn chế"),
    "letters_in": Bilingual(en="Language of letters", vi="Ngôn ngữ thư"),
    "disable": Bilingual(en="Disable", vi="Khóa"),
    "disable_note": Bilingual(en="Ends every session and key at once.", vi="Mọi phiên và khóa kết thúc ngay."),
    "enable": Bilingual(en="Enable again", vi="Mở khóa"),
    "key_once": Bilingual(en="Copy this key now: it is shown only once.", vi="Hãy sao chép khóa này ngay: khóa chỉ hiển thị một lần."),
}
CURRENT_WRONG = Bilingual(en="The current password is wrong.", vi="Mật khẩu hiện tại không đúng.")
ROLE_NAMES = {
    AccountRole.ADMINISTRATOR: Bilingual(en="administrator", vi="quản trị viên"),
    AccountRole.COORDINATOR: Bilingual(en="coordinator", vi="điều phối viên"),
    AccountRole.LEAD: Bilingual(en="project lead", vi="chủ nhiệm dự án"),
    AccountRole.EXPERT: Bilingual(en="expert", vi="chuyên gia"),
    AccountRole.AUDITOR: Bilingual(en="auditor", vi="kiểm toán viên"),
}
SCOPE_NAMES = {
    Scope.READ: Bilingual(en="read", vi="đọc"),
    Scope.WRITE: Bilingual(en="change", vi="sửa"),
    Scope.ACCOUNT: Bilingual(en="manage accounts", vi="quản lý tài khoản"),
}
