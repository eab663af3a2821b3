"""A need as a sparse vector over portraits: the product is at least the score of the person, whoever it is.

The score is a sum of signals times weights. Each signal is bounded by columns of the portrait (a sum bounds the greatest of several) or,
where the portrait says nothing of it, by 1. So whoever stays below the threshold here cannot reach it on the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matching.needs import RoleNeed, Texts
from matching.ranking.weights import Weights
from matching.readers.reading import RecordReader
from matching.retrieval.portraits import DEPTH, FAINT, NEAREST, TOPICAL, Columns
from matching.signals import coverage, recency, role
from matching.signals.dimensions import OF_FAMILY
from matching.signals.registry import signals_of
from models.vocabulary import RoleCode, RoleFamily

# More than rounding to nine decimals and sums in single precision can move a score.
_ROUNDING = 1e-4
_Columns = Iterable[tuple[int | None, float]]


@dataclass(frozen=True)
class Question:
    """Who may fit: people whose portrait times ``vector`` (columns,) is at least ``least``, which an engine is asked above 0 alone.

    ``role`` and ``whole_role`` narrow that to people who did not decline the role and show each dimension of it; a text asks for none.
    """

    vector: np.ndarray
    least: float
    role: RoleCode | None
    whole_role: float

    @classmethod
    def of(cls, need: RoleNeed, weights: Weights, reader: RecordReader) -> "Question":
        """Return the question that ``need`` asks under ``weights``."""
        columns, shares = Columns(reader), _shares(need, reader)
        vector, unknown = np.zeros(columns.size), 0.0
        for signal in signals_of(None if need.text_only else need.role.family):
            weight = weights.of_signal.get(signal.code, 0.0)
            bound = _bound(signal.code, need, columns, shares)
            if bound is None:
                unknown += weight
                continue
            for column, share in bound:
                if column is not None:
                    vector[column] += weight * share
        least = weights.fits - unknown - FAINT * float(vector.sum()) - _ROUNDING
        role_asked = None if need.text_only else need.role
        return cls(vector.astype(np.float32), least, role_asked, 0.0 if need.text_only else weights.whole_role - _ROUNDING)


def _shares(need: RoleNeed, reader: RecordReader) -> dict[int, float]:
    """Return by column of a subject how much an item about it can be about the need at most."""
    found: dict[int, float] = {}
    for briefs in need.subjects or (need.briefs,):
        for column, share in _shares_of(briefs, reader, known=bool(need.subjects)):
            found[column] = found.get(column, 0.0) + share
    return found


def _shares_of(briefs: Texts, reader: RecordReader, *, known: bool) -> list[tuple[int, float]]:
    texts = tuple(text for _, text in briefs)
    if known and texts in reader.column_of_subject:
        return [(reader.column_of_subject[texts], 1.0)]
    shares = reader.text(texts).shares
    return [(int(column), float(shares[column])) for column in np.flatnonzero(shares)]


def _bound(code: str, need: RoleNeed, columns: Columns, shares: dict[int, float]) -> _Columns | None:
    """Return columns and shares whose sum bounds a signal, or None where nothing but 1 does."""
    of_subject = {TOPICAL: TOPICAL, DEPTH: DEPTH, recency.CODE: NEAREST}
    if code in of_subject:
        return [(columns.of_subject(of_subject[code], subject), share) for subject, share in shares.items()]
    if code in (coverage.MUST, coverage.NICE):
        groups = need.groups if code == coverage.MUST else [(one,) for one in need.nice]
        return [(columns.of_capability(one), 1 / len(groups)) for group in groups for one in group] or None
    if code == role.IN_FIELD:
        return _in_field(need, columns, shares)
    return [(columns.of_person(code), 1.0)] if need.text_only else _of_role(code, need.role.family, columns, shares)


def _of_role(code: str, family: RoleFamily, columns: Columns, shares: dict[int, float]) -> _Columns | None:
    if code == role.AND_FIELD:
        return [(columns.of_subject(code, subject, family), 1.0) for subject in shares] if len(shares) == 1 else None
    if code == role.LED_IN_FIELD:
        return [(columns.of_subject(code, subject, family), share) for subject, share in shares.items()]
    dimension = next((one for one in OF_FAMILY[family] if one.value == code), None)
    return None if dimension is None else [(columns.of_person(dimension), 1.0)]


def _in_field(need: RoleNeed, columns: Columns, shares: dict[int, float]) -> _Columns | None:
    """Return the bound of a geometric mean, which grows with one subject's share; over several subjects it is bounded by nothing less."""
    if len(shares) > 1:
        return None
    families = tuple(OF_FAMILY) if need.text_only else (need.role.family,)
    return [(columns.of_subject(role.IN_FIELD, subject, family), share) for subject, share in shares.items() for family in families]
