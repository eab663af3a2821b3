"""What the owner of an account is written when the way into it changes, in Vietnamese and English."""

from enum import StrEnum
from typing import NamedTuple

from models.vocabulary import Language


class OwnerNews(StrEnum):
    """What happened to how an account is entered; the first two are an administrator's doing."""

    LINK_MADE = "link_made"
    FACTOR_TAKEN = "factor_taken"
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODE_USED = "recovery_code_used"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a kind of news


class OwnerLetter(NamedTuple):
    """Subject and what happened, or the whole letter; the names in braces are filled in."""

    subject: str
    body: str


LETTERS = {
    OwnerNews.LINK_MADE: {
        Language.VI: OwnerLetter(
            "Có liên kết mới vào tài khoản của Anh/Chị",
            "Quản trị viên đã tạo liên kết mới vào tài khoản của Anh/Chị lúc {moment}. Ai có liên kết này đều có thể đặt mật khẩu mới.",
        ),
        Language.EN: OwnerLetter(
            "A new link into your account was made",
            "An administrator made a new link into your account at {moment}. Whoever holds it can set a new password.",
        ),
    },
    OwnerNews.FACTOR_TAKEN: {
        Language.VI: OwnerLetter(
            "Yếu tố thứ hai của tài khoản đã bị gỡ",
            "Quản trị viên đã gỡ yếu tố thứ hai của tài khoản Anh/Chị lúc {moment}: nay chỉ cần mật khẩu để đăng nhập.",
        ),
        Language.EN: OwnerLetter(
            "The second factor of your account was removed",
            "An administrator removed the second factor of your account at {moment}: the password alone opens it now.",
        ),
    },
    OwnerNews.FACTOR_ADDED: {
        Language.VI: OwnerLetter(
            "Tài khoản của Anh/Chị đã có yếu tố thứ hai",
            "Yếu tố thứ hai của tài khoản Anh/Chị được thiết lập lúc {moment}: từ nay đăng nhập cần thêm mã của ứng dụng.",
        ),
        Language.EN: OwnerLetter(
            "Your account has a second factor",
            "A second factor was set up for your account at {moment}: signing in takes a code of the app as well.",
        ),
    },
    OwnerNews.FACTOR_REMOVED: {
        Language.VI: OwnerLetter(
            "Yếu tố thứ hai của tài khoản đã được gỡ",
            "Yếu tố thứ hai của tài khoản Anh/Chị được gỡ ngay trong tài khoản lúc {moment}: nay chỉ cần mật khẩu để đăng nhập.",
        ),
        Language.EN: OwnerLetter(
            "The second factor of your account was removed",
            "The second factor was removed from within your account at {moment}: the password alone opens it now.",
        ),
    },
    OwnerNews.RECOVERY_CODE_USED: {
        Language.VI: OwnerLetter(
            "Có người đăng nhập bằng mã khôi phục",
            "Lúc {moment}, có người đăng nhập tài khoản của Anh/Chị bằng một mã khôi phục, thay cho mã của ứng dụng.",
        ),
        Language.EN: OwnerLetter(
            "A code for a lost telephone was used",
            "At {moment} somebody signed in to your account with a code for a lost telephone in place of a code of the app.",
        ),
    },
    OwnerNews.PASSWORD_CHANGED: {
        Language.VI: OwnerLetter(
            "Mật khẩu của tài khoản đã được đổi",
            "Mật khẩu của tài khoản Anh/Chị được đổi lúc {moment}. Các phiên đăng nhập khác và mọi khóa API đã hết hiệu lực.",
        ),
        Language.EN: OwnerLetter(
            "The password of your account was changed",
            "The password of your account was changed at {moment}. Every other session and every API key has ended.",
        ),
    },
}
GREETING = {Language.VI: "Kính gửi {name},", Language.EN: "Dear {name},"}
CLOCK = {Language.VI: "{moment} (giờ Việt Nam)", Language.EN: "{moment} (Viet Nam time)"}
ASK = {
    Language.VI: "Nếu Anh/Chị không tự làm hoặc không yêu cầu việc này, hãy báo ngay cho {whom} và đổi mật khẩu tại {address}",
    Language.EN: "If you neither did nor asked for this, tell {whom} at once and change your password at {address}",
}
WHOM = {
    Language.VI: ("quản trị viên", "một quản trị viên khác"),
    Language.EN: ("an administrator", "another administrator"),
}
"""Who is to be told: of an administrator's doing another one."""


def owner_letter(news: OwnerNews, language: Language, name: str, moment: str, address: str) -> OwnerLetter:
    """Return the letter on ``news``, which happened at ``moment`` in Viet Nam, with the ``address`` of the own account."""
    subject, body = LETTERS[news][language]
    values = {
        "name": name,
        "moment": CLOCK[language].format(moment=moment),
        "address": address,
        "whom": WHOM[language][news in {OwnerNews.LINK_MADE, OwnerNews.FACTOR_TAKEN}],
    }
    return OwnerLetter(subject, "\n\n".join((GREETING[language], body, ASK[language])).format(**values) + "\n")
