"""Tells the owner of an account what happened to how it is entered: on the own account, and by mail where there is a server."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, Invitation
from models.database import WriteSession, reading
from service.identity.accounts.owner_letters import OwnerNews, owner_letter
from service.kit.jobs.queue import MOST_ATTEMPTS, enqueue
from service.kit.jobs.worker import JobContext
from service.kit.local_forms import moment_in
from service.kit.mail import deliver, letter
from service.kit.settings import Settings

KIND = "tell-owner"


def last_link(session: Session, account_id: str) -> datetime | None:
    """Return when a link into an account that was in use was made last; None for never."""
    made = sa.select(sa.func.max(col(Invitation.created_at))).where(col(Invitation.account_id) == account_id, col(Invitation.in_use))
    moment: datetime | None = session.scalar(made)
    return moment


def tell_owner(session: WriteSession, account: Account, news: OwnerNews, now: datetime, settings: Settings) -> None:
    """Have the owner of ``account`` told by mail of what happened ``now``, in the transaction in which it happens."""
    if settings.smtp_host:
        what = {"account": account.id, "news": news.value, "moment": now.isoformat()}
        enqueue(session, KIND, what, max_attempts=MOST_ATTEMPTS)


def send(context: JobContext, settings: Settings) -> Mapping[str, Any]:
    """Send the mail; raises what the server answers, so that the job is tried again."""
    with reading(context.engine) as session:
        account = session.get(Account, str(context.arguments["account"]))
    if account is None:
        return {"sent": False}
    language, happened = account.language, datetime.fromisoformat(str(context.arguments["moment"]))
    news, address = OwnerNews(context.arguments["news"]), f"{settings.base_url}/account"
    written = owner_letter(news, language, account.display_name, moment_in(language, happened), address)
    deliver(letter(settings, account.email, written.subject, written.body, language.value), settings)
    return {"sent": True}
