"""Keys of names are made anew by an upgrade: they are what a search of today looks for."""

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session

from models.experts import Expert
from models.migrations.upgrade import upgrade
from models.search_key import folded, search_key


def test_everybody_is_found_by_the_words_of_today(kept: Engine) -> None:
    upgrade(kept)
    with Session(kept) as session:
        people = session.scalars(sa.select(Expert)).all()
        made = {one.id: search_key(one.display_name, *one.aliases, one.headline_vi, one.headline_en) for one in people}
        assert {one.id: one.search_key for one in people} == made
        assert [one.name_key for one in people] == [folded(one.display_name) for one in people]
        assert people
