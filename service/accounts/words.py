"""Every word of the pages of accounts, in both languages."""

from models.vocabulary import AccountRole, Scope
from service.languages import Bilingual

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
    "key_once": Bilingual(en="Copy this key now: it is shown only once.", vi="Hãy sao chép khóa này ngay: khóa chỉ hiển thị một lần."),
}
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
