"""Signs a shortlist and stops before the statement whose number is asked for, for a test that kills it there."""

import os
from datetime import date

import sqlalchemy as sa

from models.database import make_engine, writing
from models.selection import SelectionRequest
from service.kit.actor import Actor
from service.kit.settings import Settings, utc_now
from service.selection.drafts.queries import lock_shortlist
from service.selection.signing.operations import sign
from service.selection.signing.schemas import SignInput
from tests.reliability.interrupted_erasure import stop_where_asked, wait


def main() -> None:
    """Sign, up to the statement."""
    settings = Settings(selection_date=date(2026, 10, 1), real_people="no")
    engine = make_engine(settings.database_url)
    stop_where_asked(engine)
    with writing(engine) as session:
        asked, shortlist = lock_shortlist(session, sa.select(SelectionRequest), os.environ["SHORTLIST"])
        sign(session, Actor("a-signer", utc_now()), asked, shortlist, SignInput(reason="Checked.", open_rules_seen=True), settings)
    wait("done")
