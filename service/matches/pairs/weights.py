"""What a pair is judged by, as the tables say today."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.pairs.weights import PairWeights
from models.pairs import PairRelation, PairTermWeight, PairWeightSet
from service.kit.problems import Unavailable


def current_pair_weights(session: Session) -> PairWeights:
    """Return the current version; raises ``Unavailable``, naming the cure, when none is loaded."""
    found = session.execute(sa.select(col(PairWeightSet.version), col(PairWeightSet.tie)).where(col(PairWeightSet.current))).first()
    if found is None:
        raise Unavailable(
            "catalogue_not_loaded",
            en="No weights for pairs are loaded: run `vinmatch seed --catalogue-only`.",
            vi="Chưa nạp bộ trọng số cho cặp: hãy chạy `vinmatch seed --catalogue-only`.",
        )
    terms = sa.select(col(PairTermWeight.term), col(PairTermWeight.weight)).where(col(PairTermWeight.version) == found.version)
    relations = sa.select(col(PairRelation.relation), col(PairRelation.effect)).where(col(PairRelation.version) == found.version)
    of_term = {row.term: row.weight for row in session.execute(terms)}
    of_relation = {row.relation: row.effect for row in session.execute(relations)}
    return PairWeights(found.version, of_term, of_relation, found.tie)
