"""What of accounts waits for an administrator: who never entered, and how many there are of each role."""

import sqlalchemy as sa
from sqlmodel import col

from models.accounts import Account, RoleGrant, SignInSession
from models.vocabulary import AccountRole
from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.identity.accounts.words import ROLE_NAMES
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

ACCOUNTS = Bilingual(en="Accounts", vi="Tài khoản")
ALL_IN = Bilingual(en="Everybody who was invited has signed in.", vi="Mọi người được mời đều đã đăng nhập.")
NOT_IN_YET = Bilingual(en="invited, has not signed in", vi="đã mời, chưa đăng nhập")
ALL_ACCOUNTS = Bilingual(en="All accounts", vi="Tất cả tài khoản")


def accounts(query: PendingTasksQuery) -> Waiting | None:
    """Return the enabled accounts that nobody entered yet, and how many accounts hold each role."""
    if not query.may(Operation.MANAGE_ACCOUNTS):
        return None
    entered = sa.exists().where(col(SignInSession.account_id) == col(Account.id))
    never = sa.select(Account).where(col(Account.disabled).is_(False), sa.not_(entered)).order_by(col(Account.created_at), col(Account.id))
    found = query.session.scalars(never).all()
    lines = [
        PendingTask(Bilingual(en=one.display_name, vi=one.display_name), f"/accounts/{one.id}", NOT_IN_YET, since=local_day(one.created_at))
        for one in found[:MOST_LINES]
    ]
    counted = {
        row[0]: row[1] for row in query.session.execute(sa.select(col(RoleGrant.role), sa.func.count()).group_by(col(RoleGrant.role)))
    }
    figures = [(ROLE_NAMES[role], counted[role]) for role in AccountRole if role in counted]
    return Waiting(20, ACCOUNTS, lines, ALL_IN, len(found), ("/accounts", ALL_ACCOUNTS), figures)
