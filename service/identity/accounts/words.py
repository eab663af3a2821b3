"""Every word of the pages of accounts, in both languages."""

from models.vocabulary import AccountRole, Scope
from service.kit.languages import Bilingual

CURRENT_WRONG = Bilingual(en="The current password is wrong.", vi="Mật khẩu hiện tại không đúng.")
ROLE_NAMES = {
    AccountRole.ADMINISTRATOR: Bilingual(en="administrator", vi="quản trị viên"),
    AccountRole.COORDINATOR: Bilingual(en="coordinator", vi="điều phối viên"),
    AccountRole.LEAD: Bilingual(en="project lead", vi="chủ nhiệm dự án"),
    AccountRole.EXPERT: Bilingual(en="expert", vi="chuyên gia"),
    AccountRole.AUDITOR: Bilingual(en="auditor", vi="cán bộ kiểm tra, giám sát"),
}
SCOPE_NAMES = {
    Scope.READ: Bilingual(en="read", vi="đọc"),
    Scope.WRITE: Bilingual(en="change", vi="sửa"),
    Scope.ACCOUNT: Bilingual(en="manage accounts", vi="quản lý tài khoản"),
}
