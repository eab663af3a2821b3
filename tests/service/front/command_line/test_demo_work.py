"""The demo's users have names that read the same in either language, and its journal is told in the order of time."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.accounts import Account
from models.audit import AuditEvent
from models.database import make_engine, reading
from models.vocabulary import AccountRole
from service.front.command_line.demo_accounts import demo_links
from service.identity.accounts.words import ROLE_NAMES
from service.matches.recommendations.recommending import Recommender
from tests.service.synthetic_world import world_settings


@pytest.fixture
def demo(world_copy: str) -> Iterator[Engine]:
    engine, settings = make_engine(world_copy), world_settings(world_copy)
    assert set(demo_links(engine, settings, Recommender(settings), made=True)) == set(AccountRole)
    yield engine
    engine.dispose()


def test_numbers_and_days_of_the_journal_ascend_together(demo: Engine) -> None:
    with reading(demo) as session:
        events = session.execute(sa.select(col(AuditEvent.at), col(AuditEvent.action)).order_by(col(AuditEvent.sequence))).all()
    days = [event.at.date() for event in events]
    assert days == sorted(days)
    assert len(set(days)) > 5
    assert {"shortlist_signed", "shortlist_released", "invitation_sent", "evidence_asked", "data_request_received"} <= {
        event.action for event in events
    }


def test_users_are_called_by_names_and_not_by_their_roles(demo: Engine) -> None:
    with reading(demo) as session:
        names = session.scalars(sa.select(col(Account.display_name))).all()
    roles = {word.casefold() for name in ROLE_NAMES.values() for word in (name.vi, name.en)}
    assert len(set(names)) == len(AccountRole)
    assert not [name for name in names if name.casefold() in roles]
