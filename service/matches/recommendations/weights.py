"""The weights in force of a role family, read from the tables."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.ranking.weights import Band, CalibrationCounts, Weights
from models.rules import BandCalibration, SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from service.kit.problems import Unavailable


def current_weights(session: Session, family: RoleFamily) -> Weights:
    """Return the current weights of ``family``; raises ``Unavailable``, naming the cure, when none are loaded."""
    joined = sa.and_(col(SignalWeight.version) == col(WeightSet.version), col(SignalWeight.family) == col(WeightSet.family))
    statement = sa.select(WeightSet, col(SignalWeight.signal), col(SignalWeight.weight)).join(SignalWeight, joined)
    rows = session.execute(statement.where(col(WeightSet.family) == family, col(WeightSet.current))).all()
    if not rows:
        raise Unavailable(
            "catalogue_not_loaded",
            en="No weights are loaded: run `vinmatch seed --catalogue-only`.",
            vi="Chưa nạp bộ trọng số: hãy chạy `vinmatch seed --catalogue-only`.",
        )
    found: WeightSet = rows[0][0]
    of_signal = {signal: weight for _, signal, weight in rows}
    calibration = _calibration(session, family, found.version)
    edges = {"fits": found.fits, "good": found.good, "strong": found.strong, "tie": found.tie, "whole_role": found.whole_role}
    return Weights(found.version, of_signal, calibration=calibration, **edges)


def _calibration(session: Session, family: RoleFamily, version: str) -> dict[Band, CalibrationCounts]:
    """Return what the bands stand on; empty for weights that nobody measured, as those that an administrator has added."""
    columns = (col(BandCalibration.band), col(BandCalibration.judged), col(BandCalibration.credible), col(BandCalibration.right))
    of_set = sa.select(*columns).where(col(BandCalibration.version) == version, col(BandCalibration.family) == family)
    return {Band(band): CalibrationCounts(judged, credible, right) for band, judged, credible, right in session.execute(of_set)}
