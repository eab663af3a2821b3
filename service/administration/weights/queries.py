"""Reads versions of weights."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.ranking.weights import Weights
from matching.signals.registry import signals_of
from models.rules import SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from service.administration.weights.schemas import WeightsView
from service.kit.problems import NotFound
from service.kit.texts import Text


def weight_sets(session: Session, family: RoleFamily | None) -> list[WeightSet]:
    """Return the versions, all or those of a family; in each family the current one first, then the youngest name."""
    wanted = sa.true() if family is None else col(WeightSet.family) == family
    order = (col(WeightSet.family), col(WeightSet.current).desc(), col(WeightSet.version).desc())
    return list(session.scalars(sa.select(WeightSet).where(wanted).order_by(*order)))


def find_weights(session: Session, family: RoleFamily, version: str) -> WeightSet:
    """Return a version; raises ``NotFound``."""
    found = session.get(WeightSet, (version, family))
    if found is None:
        raise NotFound.of(en="version of weights", vi="phiên bản trọng số", identifier=version)
    return found


def current_version(session: Session, family: RoleFamily) -> str | None:
    """Return the version that answers for ``family`` now, None before the catalogue is loaded."""
    return session.scalar(sa.select(col(WeightSet.version)).where(col(WeightSet.family) == family, col(WeightSet.current)))


def stored_weights(session: Session, found: WeightSet) -> Weights:
    """Return a version as the matcher takes it; signals in the order in which they are added up."""
    of_set = (col(SignalWeight.version) == found.version, col(SignalWeight.family) == found.family)
    return _weights(found, session.scalars(sa.select(SignalWeight).where(*of_set)))


def _weights(found: WeightSet, rows: Iterable[SignalWeight]) -> Weights:
    stored = {row.signal: row.weight for row in rows}
    of_signal = {code: stored.get(code, 0.0) for code in signal_codes(found.family)}
    return Weights(found.version, of_signal, found.fits, found.good, found.strong, found.tie, found.whole_role)


def signal_codes(family: RoleFamily) -> list[str]:
    """Return the signals of a family, in the order in which they are added up."""
    return [signal.code for signal in signals_of(family)]


def show(session: Session, found: WeightSet) -> WeightsView:
    """Return the view of a version."""
    return _view(found, stored_weights(session, found), current_version(session, found.family))


def shown(session: Session, versions: Sequence[WeightSet]) -> list[WeightsView]:
    """Return what ``show`` gives of each version, asking the database twice for all."""
    rows = session.scalars(sa.select(SignalWeight)).all()
    current = {row.family: row.version for row in session.scalars(sa.select(WeightSet).where(col(WeightSet.current)))}
    return [
        _view(one, _weights(one, (row for row in rows if (row.version, row.family) == (one.version, one.family))), current.get(one.family))
        for one in versions
    ]


def _view(found: WeightSet, weights: Weights, current: str | None) -> WeightsView:
    bands = {name: getattr(found, name) for name in ("fits", "good", "strong", "tie")}
    return WeightsView(
        version=found.version,
        family=found.family,
        weights=dict(weights.of_signal),
        **bands,
        basis=Text(vi=found.basis_vi, en=found.basis_en),
        current=found.current,
        current_version=current,
    )
