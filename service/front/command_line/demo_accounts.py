"""One user of each role for the demo, entered by links that work once, and only in a database that the demo made itself."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import Account
from models.catalogue import Product
from models.database import WriteSession, writing
from models.experts import Expert, NetworkState
from models.vocabulary import AccountRole
from service.front.command_line.demo_work import FIRST_DAY, LED, Stage, days_before, fitting_products, set_up
from service.front.command_line.options import Tongue
from service.front.command_line.output import say, spoken
from service.identity.accounts.operations import create_account, invitation_link, invite
from service.identity.accounts.schemas import AccountCreate
from service.identity.accounts.words import ROLE_NAMES
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.languages import Bilingual
from service.kit.settings import Settings, utc_now
from service.matches.recommendations.recommending import Recommender

DOMAIN = "demo.example"  # a name that no mailbox has (RFC 2606)
NAMES = {
    AccountRole.ADMINISTRATOR: "Lê Quang Minh",
    AccountRole.COORDINATOR: "Trần Thu Hà",
    AccountRole.LEAD: "Phạm Đức Long",
    AccountRole.EXPERT: "Nguyễn Hải An",
    AccountRole.AUDITOR: "Vũ Thanh Mai",
}
"""Invented names, which read the same on pages of either language; the expert's is that of their record where there is one."""
HEADING = Bilingual(
    en="Sign in to the demo, each link once (a coordinator may change things, signed out you only read):",
    vi="Đăng nhập bản demo, mỗi liên kết dùng một lần (điều phối viên được sửa, không đăng nhập chỉ xem):",
)
Links = dict[AccountRole, str]


def demo_links(engine: Engine, settings: Settings, recommender: Recommender, *, made: bool) -> Links:
    """Return a new link for each demo user; ``made`` says that the demo loaded this database now.

    Then the users are made, with work that waits for each of them.
    """
    with writing(engine) as session:
        if made and not session.scalar(sa.select(sa.exists().select_from(Account))):
            _set_up(session, settings, recommender)
        if not session.scalar(sa.select(col(NetworkState.synthetic))):
            return {}
        return {role: _link(session, account, settings) for role in AccountRole if (account := _account(session, role))}


def show_links(links: Links, lang: Tongue) -> None:
    """Tell the links on the error stream, where no program takes them for a result."""
    if links:
        say(spoken(HEADING, lang))
    for role, link in links.items():
        say(f"  {spoken(ROLE_NAMES[role], lang)}: {link}")


def _set_up(session: WriteSession, settings: Settings, recommender: Recommender) -> None:
    chosen = fitting_products(session, recommender)
    best = chosen[1].people[0] if len(chosen) > 1 else session.scalar(sa.select(sa.func.min(Expert.id)))
    _create(session, best)
    coordinator = _account(session, AccountRole.COORDINATOR)
    if coordinator is not None and best is not None:
        set_up(Stage(session, recommender, settings, coordinator), chosen, best)


def _create(session: WriteSession, expert_id: str | None) -> None:
    expert = session.get(Expert, expert_id) if expert_id else None
    subjects: dict[AccountRole, dict[str, Any]] = {
        AccountRole.EXPERT: {"expert_id": expert_id, **({"display_name": expert.display_name} if expert else {})},
        AccountRole.LEAD: {"led_products": frozenset(session.scalars(sa.select(col(Product.id)).where(col(Product.id) == LED)))},
    }
    for role in AccountRole:
        fields = {"email": _address(role), "display_name": NAMES[role], "roles": {role}, **subjects.get(role, {})}
        create_account(session, Actor(COMMAND_LINE, days_before(FIRST_DAY)), AccountCreate.model_validate(fields))


def _account(session: Session, role: AccountRole) -> Account | None:
    return session.scalar(sa.select(Account).where(col(Account.email) == _address(role), col(Account.disabled).is_(False)))


def _link(session: WriteSession, account: Account, settings: Settings) -> str:
    _, token = invite(session, Actor(COMMAND_LINE, utc_now()), account, settings.invitation_days, sets_password=False)
    return invitation_link(settings, token)


def _address(role: AccountRole) -> str:
    return f"{role.value}@{DOMAIN}"
