"""Adds versions of weights and makes one current; a version is never changed."""

from math import isclose

from sqlmodel import col, select

from matching.ranking.weights import Weights
from models.audit import AuditAction
from models.catalogue_changes import EntryKind
from models.database import WriteSession
from models.rules import SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from service.administration.changing import count_change, lock_catalogue, note_change
from service.administration.weights.queries import find_weights, signal_codes
from service.administration.weights.schemas import WeightsCreate, WeightsInput
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match
from service.kit.problems import Conflict, Invalid

WEIGHTS = "weights"
UNSAVED = "unsaved"
SUM_TOLERANCE = 1e-9


def checked(fields: WeightsInput, version: str = UNSAVED) -> Weights:
    """Return the weights as the matcher takes them; raises ``Invalid`` naming the field that is wrong."""
    codes = signal_codes(fields.family)
    unknown = ", ".join(sorted(set(fields.weights) - set(codes)))
    if unknown:
        raise Invalid.field("weights", en=f"names unknown signals: {unknown}", vi=f"có tín hiệu không tồn tại: {unknown}")
    total = sum(fields.weights.values())
    if not isclose(total, 1.0, rel_tol=0, abs_tol=SUM_TOLERANCE):
        raise Invalid.field("weights", en=f"must add up to 1, not {total:g}", vi=f"phải có tổng bằng 1, không phải {total:g}")
    for lower, upper in (("fits", "good"), ("good", "strong")):
        if getattr(fields, upper) < getattr(fields, lower):
            raise Invalid.field(upper, en=f"must not be below {lower}", vi=f"không được thấp hơn {lower}")
    of_signal = {code: fields.weights.get(code, 0.0) for code in codes}
    return Weights(version, of_signal, fields.fits, fields.good, fields.strong, fields.tie)


def add_weights(session: WriteSession, by: Actor, fields: WeightsCreate) -> WeightSet:
    """Add a version that is not current; raises ``Invalid`` as ``checked`` does, and ``Conflict`` for a version that is there."""
    weights = checked(fields, fields.version)
    lock_catalogue(session)
    if session.get(WeightSet, (fields.version, fields.family)) is not None:
        raise Conflict("weights_exist", en=f"There are weights {fields.version} already.", vi=f"Đã có bộ trọng số {fields.version}.")
    added = WeightSet(
        version=fields.version,
        family=fields.family,
        fits=weights.fits,
        good=weights.good,
        strong=weights.strong,
        tie=weights.tie,
        basis_vi=fields.basis.vi,
        basis_en=fields.basis.en,
    )
    session.add(added)
    session.flush()
    session.add_all(
        SignalWeight(version=fields.version, family=fields.family, signal=code, weight=weight) for code, weight in weights.of_signal.items()
    )
    session.flush()
    note_change(session, by, EntryKind.WEIGHTS, entry_id(added), fields.reason, {})
    record(session, by, AuditAction.WEIGHTS_ADDED, AuditedObject(WEIGHTS, entry_id(added)))
    return added


def make_current(session: WriteSession, by: Actor, family: RoleFamily, version: str, if_match: str | None, reason: str) -> WeightSet:
    """Let ``version`` answer for ``family`` from now on.

    ``if_match`` names the version that answered when the caller looked: raises ``PreconditionRequired`` without it,
    ``PreconditionFailed`` for another one, ``NotFound``, and ``Conflict`` for what is current already.
    """
    lock_catalogue(session)
    chosen = find_weights(session, family, version)
    before = session.scalar(select(WeightSet).where(col(WeightSet.family) == family, col(WeightSet.current)))
    require_match(if_match, before.version if before else None)
    if chosen.current:
        raise Conflict("weights_current_already", en=f"{version} is current already.", vi=f"{version} đang được dùng.")
    if before is not None:
        before.current = False
        session.flush()  # the database lets one version of a family be current at a time
    chosen.current = True
    session.flush()
    count_change(session)
    earlier = before.version if before else None
    note_change(session, by, EntryKind.CURRENT_WEIGHTS, family.value, reason, {"version": earlier})
    record(session, by, AuditAction.WEIGHTS_MADE_CURRENT, AuditedObject(WEIGHTS, entry_id(chosen)), before=earlier)
    return chosen


def entry_id(weights: WeightSet) -> str:
    """Return what a version is called in the history and in the audit."""
    return f"{weights.family.value}:{weights.version}"
