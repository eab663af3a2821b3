"""Tells the owner of an account what an administrator did to how it is entered: on the own account, and by mail where there is a server."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, Invitation
from models.database import WriteSession, reading
from models.second_factors import SecondFactor
from models.vocabulary import Language
from service.kit.jobs.queue import MOST_ATTEMPTS, enqueue
from service.kit.jobs.worker import JobContext
from service.kit.local_forms import moment_in
from service.kit.mail import deliver, letter
from service.kit.settings import Settings

KIND = "tell-owner"
_SUBJECT = {
    Language.VI: "Có liên kết mới vào tài khoản của bạn",
    Language.EN: "A new link into your account was made",
}
_BODY = {
    Language.VI: "Kính gửi {name},\n\nQuản trị viên đã tạo liên kết mới vào tài khoản của Anh/Chị lúc {moment}. Ai có liên kết này đều có "
    "thể đặt mật khẩu mới.\n\nNếu Anh/Chị không yêu cầu, hãy báo ngay cho một quản trị viên khác và đổi mật khẩu tại {address}.\n",
    Language.EN: "Dear {name},\n\nAn administrator made a new link into your account at {moment}. Whoever holds it can set a new "
    "password.\n\nIf you did not ask for it, tell another administrator at once and change your password at {address}.\n",
}

_FACTOR_SUBJECT = {
    Language.VI: "Yếu tố thứ hai của tài khoản đã bị gỡ",
    Language.EN: "The second factor of your account was removed",
}
_FACTOR_BODY = {
    Language.VI: "Kính gửi {name},\n\nQuản trị viên đã gỡ yếu tố thứ hai của tài khoản Anh/Chị lúc {moment}: nay chỉ cần mật khẩu để đăng "
    "nhập.\n\nNếu Anh/Chị không yêu cầu, hãy báo ngay cho một quản trị viên khác và thiết lập lại tại {address}.\n",
    Language.EN: "Dear {name},\n\nAn administrator removed the second factor of your account at {moment}: the password alone opens it now."
    "\n\nIf you did not ask for it, tell another administrator at once and set it up again at {address}.\n",
}


def last_link(session: Session, account_id: str) -> datetime | None:
    """Return when a link into an account that was in use was made last; None for never."""
    made = sa.select(sa.func.max(col(Invitation.created_at))).where(col(Invitation.account_id) == account_id, col(Invitation.in_use))
    moment: datetime | None = session.scalar(made)
    return moment


def tell_owner(session: WriteSession, account: Account, settings: Settings) -> None:
    """Have the owner of ``account`` told by mail of the link that was made now, in the transaction that makes it."""
    if settings.smtp_host:
        enqueue(session, KIND, {"account": account.id}, max_attempts=MOST_ATTEMPTS)


def tell_owner_of_factor(session: WriteSession, account: Account, settings: Settings) -> None:
    """Have the owner told by mail that the second factor was taken away, in the transaction that does it."""
    if settings.smtp_host:
        enqueue(session, KIND, {"account": account.id, "factor": True}, max_attempts=MOST_ATTEMPTS)


def send(context: JobContext, settings: Settings) -> Mapping[str, Any]:
    """Send the mail; raises what the server answers, so that the job is tried again."""
    of_factor = bool(context.arguments.get("factor"))
    with reading(context.engine) as session:
        account = session.get(Account, str(context.arguments["account"]))
        done = (_removed_at if of_factor else last_link)(session, account.id) if account else None
    if account is None or done is None:
        return {"sent": False}
    language = account.language
    subject, body = (_FACTOR_SUBJECT, _FACTOR_BODY) if of_factor else (_SUBJECT, _BODY)
    text = body[language].format(name=account.display_name, moment=moment_in(language, done), address=f"{settings.base_url}/account")
    deliver(letter(settings, account.email, subject[language], text, language.value), settings)
    return {"sent": True}


def _removed_at(session: Session, account_id: str) -> datetime | None:
    factor = session.get(SecondFactor, account_id)
    return factor.removed_at if factor else None
