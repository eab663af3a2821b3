"""Whether everybody in the network is invented: whoever is added to one that is marked so counts as real."""

from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.experts import Expert, NetworkState

_STATE = col(NetworkState.id) == 1, col(NetworkState.synthetic).is_(True)
MARKED = sa.select(col(NetworkState.expert_changes)).where(*_STATE).scalar_subquery()
"""The number of the last change of people, where the network is marked as invented; NULL elsewhere."""
_REAL = sa.select(sa.exists().where(col(Expert.synthetic).is_(False)))
_found: WeakKeyDictionary[Engine, tuple[int, bool]] = WeakKeyDictionary()


def invented_alone(session: Session, engine: Engine, marked: int | None) -> bool:
    """Return whether the network holds invented people alone; ``marked`` is what ``session`` on ``engine`` reads as ``MARKED``.

    Everybody is looked at, so that is done once a change of people, not at every request.
    """
    if marked is None:
        return False
    known = _found.get(engine)
    if known is None or known[0] != marked:
        known = _found[engine] = marked, not session.scalar(_REAL)
    return known[1]
