"""The organisations that a form offers to choose from, and what each is part of."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from models.projects import Organisation
from service.kit.alphabet import vietnamese_order


def organisations_by_name(session: Session) -> list[tuple[str, str]]:
    """Return id and name of every organisation, in the order of a Vietnamese dictionary."""
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name)))
    return sorted(((identifier, name) for identifier, name in rows), key=lambda row: (vietnamese_order(row[1]), row[0]))


def organisations_named(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """Return the names of those organisations, by id."""
    wanted = {one for one in ids if one}
    if not wanted:
        return {}
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name)).where(col(Organisation.id).in_(wanted)))
    return {row.id: row.name for row in rows}


def organisations_above(session: Session) -> dict[str, list[str]]:
    """Return what each organisation is part of, the nearest first; one that is part of nothing has an empty list."""
    parent = {row[0]: row[1] for row in session.execute(sa.select(col(Organisation.id), col(Organisation.parent_id)))}
    above: dict[str, list[str]] = {}
    for organisation, first in parent.items():
        chain, one = list[str](), first
        while one is not None and one not in chain:
            chain.append(one)
            one = parent.get(one)
        above[organisation] = chain
    return above
