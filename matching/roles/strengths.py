"""How much one item of evidence speaks for each of the six role dimensions, whatever it is about.

The dimensions are the six phrases of ``role_dimensions.csv``. Led counts more than joined, applied and transferred more than reported,
wide more than narrow, and what the words tell counts beside the fields of the record; the numbers are the product's own judgement,
kept here in one place to be argued with.
"""

import numpy as np

from matching.profiles import EvidenceItem
from matching.roles.reading import DIMENSIONS
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension, Scale, Verification

PART = {Part.LED: 1.0, Part.MAIN: 0.6, Part.CONTRIBUTOR: 0.03, None: 0.4}
OUTCOME = {Outcome.COMMERCIALISED: 1.0, Outcome.TRANSFERRED: 0.9, Outcome.APPLIED: 0.8, Outcome.REPORTED: 0.15, None: 0.0}
SCALE = {Scale.INTERNATIONAL: 1.0, Scale.NATIONAL: 0.9, Scale.LOCAL: 0.6, Scale.UNIT: 0.4, None: 0.5}
VERIFICATION = {Verification.VERIFIED: 1.0, Verification.DOCUMENTED: 0.7, Verification.DECLARED: 0.3}
_BREADTH = (0.0, 0.2, 0.8, 1.0)
_WORK = {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.POSITION}
_INVENTION = {EvidenceKind.PATENT: 0.7, EvidenceKind.PUBLICATION: 0.3, EvidenceKind.PRODUCT: 0.4}


def strengths(item: EvidenceItem, spoken: np.ndarray) -> tuple[float, ...]:
    """Return the strength of ``item`` in each dimension, in the order of ``DIMENSIONS``; ``spoken`` (6,) is what its words say."""
    told = dict(zip(DIMENSIONS, (float(value) for value in spoken), strict=True))
    part = PART[item.part]
    measured = {
        RoleDimension.COORDINATION: max(_coordination(item), 0.5 * part * told[RoleDimension.COORDINATION]),
        RoleDimension.RESOURCE_CONNECTION: max(_connection(item), part * told[RoleDimension.RESOURCE_CONNECTION]),
        RoleDimension.OBJECTIVE_DELIVERY: part * max(OUTCOME[item.outcome], 0.3 * told[RoleDimension.OBJECTIVE_DELIVERY]),
        RoleDimension.SYSTEM_ARCHITECTURE: part * told[RoleDimension.SYSTEM_ARCHITECTURE],
        RoleDimension.TECHNICAL_STANDARDS: max(_standards(item), part * told[RoleDimension.TECHNICAL_STANDARDS]),
        RoleDimension.CORE_TECHNOLOGY: part * max(_INVENTION.get(item.kind, 0.0), told[RoleDimension.CORE_TECHNOLOGY]),
    }
    return tuple(measured[dimension] for dimension in DIMENSIONS)


def _coordination(item: EvidenceItem) -> float:
    breadth = _BREADTH[min(len(set(item.sectors)), 3)]
    return PART[item.part] * breadth * SCALE[item.scale] if item.kind in _WORK else 0.0


def _connection(item: EvidenceItem) -> float:
    return PART[item.part] * SCALE[item.scale] if item.kind is EvidenceKind.NETWORK else 0.0


def _standards(item: EvidenceItem) -> float:
    return PART[item.part] if item.kind is EvidenceKind.STANDARD else 0.0
