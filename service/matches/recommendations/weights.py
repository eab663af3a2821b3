"""The weights in force of a role family, read from the tables."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.ranking.weights import Weights
from models.rules import SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from service.kit.problems import Unavailable


def current_weights(session: Session, family: RoleFamily) -> Weights:
    """Return the current weights of ``family``; raises ``Unavailable``, naming the cure, when none are loaded."""
    joined = sa.and_(col(SignalWeight.version) == col(WeightSet.version), col(SignalWeight.family) == col(WeightSet.family))
    statement = sa.select(WeightSet, col(SignalWeight.signal), col(SignalWeight.weight)).join(SignalWeight, joined)
    rows = session.execute(statement.where(col(WeightSet.family) == family, col(WeightSet.current))).all()
    if not rows:
        raise Unavailable(
            en="No weights are loaded: run `vinmatch seed --catalogue-only`.",
            vi="Chưa nạp bộ trọng số: hãy chạy `vinmatch seed --catalogue-only`.",
        )
    found: WeightSet = rows[0][0]
    of_signal = {signal: weight for _, signal, weight in rows}
    return Weights(found.version, of_signal, fits=found.fits, good=found.good, strong=found.strong, tie=found.tie)
