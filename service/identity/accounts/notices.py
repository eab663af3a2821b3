"""Tells the owner of an account that an administrator made a link into it: on the own account, and by mail where a server is configured."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, Invitation
from models.database import WriteSession, reading
from models.vocabulary import Language
from service.kit.jobs.queue import enqueue
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


def last_link(session: Session, account_id: str) -> datetime | None:
    """Return when a link into an account that was in use was made last; None for never."""
    made = sa.select(sa.func.max(col(Invitation.created_at))).where(col(Invitation.account_id) == account_id, col(Invitation.in_use))
    moment: datetime | None = session.scalar(made)
    return moment


def tell_owner(session: WriteSession, account: Account, settings: Settings) -> None:
    """Have the owner of ``account`` told by mail of the link that was made now, in the transaction that makes it."""
    if settings.smtp_host:
        enqueue(session, KIND, {"account": account.id})


def send(context: JobContext, settings: Settings) -> Mapping[str, Any]:
    """Send the mail; raises what the server answers, so that the job is tried again."""
    with reading(context.engine) as session:
        account = session.get(Account, str(context.arguments["account"]))
        made = last_link(session, account.id) if account else None
    if account is None or made is None:
        return {"sent": False}
    language = account.language
    text = _BODY[language].format(name=account.display_name, moment=moment_in(language, made), address=f"{settings.base_url}/account")
    deliver(letter(settings, account.email, _SUBJECT[language], text, language.value), settings)
    return {"sent": True}
