"""How much one item of evidence speaks for each of the six role dimensions, whatever it is about.

The dimensions are the six phrases of ``role_dimensions.csv``. Led counts more than joined, applied and transferred more than reported,
wide more than narrow; the numbers are the product's own judgement, kept here in one place to be argued with.
"""

from matching.profiles import EvidenceItem
from matching.signals.cues import cued
from matching.text.normalise import normalise
from models.vocabulary import EvidenceKind, Outcome, Part, RoleDimension, Scale, Verification

DIMENSIONS = tuple(RoleDimension)

PART = {Part.LED: 1.0, Part.MAIN: 0.5, Part.CONTRIBUTOR: 0.1, None: 0.1}
OUTCOME = {Outcome.COMMERCIALISED: 1.0, Outcome.TRANSFERRED: 0.9, Outcome.APPLIED: 0.8, Outcome.REPORTED: 0.15, None: 0.0}
SCALE = {Scale.INTERNATIONAL: 1.0, Scale.NATIONAL: 0.9, Scale.LOCAL: 0.6, Scale.UNIT: 0.4, None: 0.5}
VERIFICATION = {Verification.VERIFIED: 1.0, Verification.DOCUMENTED: 0.7, Verification.DECLARED: 0.3}
_BREADTH = (0.0, 0.2, 0.8, 1.0)

_WORK = {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.POSITION}
_INVENTION = {EvidenceKind.PATENT: 1.0, EvidenceKind.PUBLICATION: 0.4, EvidenceKind.PRODUCT: 0.5}


def strengths(item: EvidenceItem) -> tuple[float, ...]:
    """Return the strength of ``item`` in each dimension, in the order of ``DIMENSIONS``, each in [0, 1]."""
    text = normalise(item.words)
    measured = {
        RoleDimension.COORDINATION: _coordination(item),
        RoleDimension.RESOURCE_CONNECTION: _resource_connection(item, text),
        RoleDimension.OBJECTIVE_DELIVERY: _objective_delivery(item),
        RoleDimension.SYSTEM_ARCHITECTURE: _architecture(item, text),
        RoleDimension.TECHNICAL_STANDARDS: _standards(item, text),
        RoleDimension.CORE_TECHNOLOGY: _core_technology(item, text),
    }
    return tuple(measured[dimension] for dimension in DIMENSIONS)


def _breadth(item: EvidenceItem) -> float:
    return _BREADTH[min(len(set(item.sectors)), 3)]


def _coordination(item: EvidenceItem) -> float:
    return PART[item.part] * _breadth(item) * SCALE[item.scale] if item.kind in _WORK else 0.0


def _resource_connection(item: EvidenceItem, text: str) -> float:
    if item.kind is EvidenceKind.NETWORK:
        return PART[item.part] * SCALE[item.scale]
    return 0.6 * PART[item.part] * cued(RoleDimension.RESOURCE_CONNECTION, text)


def _objective_delivery(item: EvidenceItem) -> float:
    return PART[item.part] * OUTCOME[item.outcome]


def _architecture(item: EvidenceItem, text: str) -> float:
    return max(PART[item.part], 0.3) * cued(RoleDimension.SYSTEM_ARCHITECTURE, text) if item.part is not Part.CONTRIBUTOR else 0.0


def _standards(item: EvidenceItem, text: str) -> float:
    if item.kind is EvidenceKind.STANDARD:
        return max(PART[item.part], 0.2)
    return 0.5 * PART[item.part] * cued(RoleDimension.TECHNICAL_STANDARDS, text)


def _core_technology(item: EvidenceItem, text: str) -> float:
    invention = _INVENTION.get(item.kind, 0.0) * PART[item.part]
    return max(invention, 0.8 * PART[item.part] * cued(RoleDimension.CORE_TECHNOLOGY, text))
