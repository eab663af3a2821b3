"""Small generated worlds of people and viewers, for tests of who may see and do what."""

from dataclasses import dataclass

import sqlalchemy as sa
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from models.database import reading, writing
from models.vocabulary import AccountRole
from service.kit.actor import Actor
from service.people.profiles.operations import create_expert
from service.people.profiles.schemas import ExpertCreate
from tests.accounts import LONG_AGO, add_account, add_key
from tests.service.people.profiles.people import AN

ABSENT = "E999999"
AUDIT = {"audit_event", "audit_head"}  # never emptied, and written by handing out data as well
KEPT = {"alembic_version", "role", "product", "product_list", "catalogue_change", *AUDIT}
# Written by reading: the last use of a key.
NOTED = {"last_used_at"}


@dataclass(frozen=True)
class World:
    """How many people there are, and who looks: some roles, and for an expert whose profile it is."""

    people: int
    roles: frozenset[AccountRole]
    own: int

    @property
    def ids(self) -> list[str]:
        """Return the ids of the people."""
        return [f"E{number:06d}" for number in range(1, self.people + 1)]

    @property
    def own_id(self) -> str | None:
        """Return whose profile the viewer's is."""
        return self.ids[self.own % self.people] if AccountRole.EXPERT in self.roles else None


worlds = st.builds(World, st.integers(1, 3), st.frozensets(st.sampled_from(AccountRole), max_size=2), st.integers(0, 2))


def build(engine: Engine, world: World) -> dict[str, str]:
    """Empty the database, fill it with ``world`` and return the header that the viewer shows."""
    with writing(engine) as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            if table.name not in KEPT:
                session.execute(sa.delete(table))
        for _ in world.ids:
            create_expert(session, Actor("a-tester", LONG_AGO), ExpertCreate.model_validate(AN))
    account = add_account(engine, *world.roles, expert_id=world.own_id)
    return {"Authorization": f"Bearer {add_key(engine, account)}"}


def dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with reading(engine) as session:
        return {
            table.name: sorted(
                (tuple(map(str, row)) for row in session.execute(sa.select(*(c for c in table.columns if c.name not in NOTED)))),
            )
            for table in SQLModel.metadata.sorted_tables
            if table.name not in AUDIT
        }
