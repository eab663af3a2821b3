"""What the operator decided where the law is silent."""

from datetime import timedelta

from matching.gate.result import GatePolicy
from matching.gate.spells import GapPolicy
from matching.gate.ties import ConflictPolicy
from models.vocabulary import RelationKind
from service.kit.settings import Settings

_DAYS_PER_MONTH = 365.25 / 12


def gate_policy(settings: Settings) -> GatePolicy:
    """Return what the operator decided where the law is silent; months are of average length."""
    cooling_off = {kind: timedelta(days=round(settings.months_of_cooling_off(kind) * _DAYS_PER_MONTH)) for kind in RelationKind}
    conflicts = ConflictPolicy(cooling_off, frozenset(settings.conflicting_interests))
    days = settings.tolerated_gap_days, settings.asked_gap_days, settings.silent_days
    return GatePolicy(GapPolicy(*(timedelta(days=one) for one in days)), conflicts, settings.fewest_items)
