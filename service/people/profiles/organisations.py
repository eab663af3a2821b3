"""The organisations that a form offers to choose from."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.projects import Organisation
from service.kit.alphabet import vietnamese_order


def organisations_by_name(session: Session) -> list[tuple[str, str]]:
    """Return id and name of every organisation, in the order of a Vietnamese dictionary."""
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name)))
    return sorted(((identifier, name) for identifier, name in rows), key=lambda row: (vietnamese_order(row[1]), row[0]))
