"""Signs a shortlist and stops before the statement whose number is asked for, for a test that kills it there."""

import itertools
import os
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.database import make_engine, writing
from service.acting import By
from service.settings import Settings, utc_now
from service.shortlists.drafts.queries import lock_shortlist
from service.shortlists.signing.operations import sign
from service.shortlists.signing.schemas import SignInput
from tests.reliability.interrupted_erasure import wait


def main() -> None:
    """Sign, up to the statement."""
    settings = Settings(selection_date=date(2026, 10, 1))
    engine = make_engine(settings.database_url)
    numbers, last = itertools.count(1), int(os.environ["STATEMENT"])

    def stop_at_the_last(*_arguments: Any) -> None:
        if next(numbers) == last:
            wait("reached")

    sa.event.listen(engine, "before_cursor_execute", stop_at_the_last)
    with writing(engine) as session:
        asked, shortlist = lock_shortlist(session, os.environ["SHORTLIST"])
        sign(session, By("a-signer", utc_now()), asked, shortlist, SignInput(reason="Checked.", open_rules_seen=True), settings)
    wait("done")


if __name__ == "__main__":
    main()
