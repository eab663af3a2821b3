"""A person as one sparse row of what was read: small, and enough to say how high any score of the person can be at most.

Every column is a signal measured on one subject by the signal's own function, or what the person shows of a dimension or a capability.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import scipy.sparse as sp

from matching.needs import RoleNeed
from matching.network import Network
from matching.readers.reading import RecordReader
from matching.readers.roles import DIMENSIONS
from matching.signals import depth, role, topical
from matching.signals.dimensions import OF_FAMILY
from matching.signals.view import View
from models.vocabulary import RoleCode, RoleDimension, RoleFamily

FAMILIES = tuple(RoleFamily)
FAINT = 0.02
"""What stays below this is left out of a portrait: nearly half of all values, for which a question makes up."""
NEAREST, TOPICAL, DEPTH = "nearest", topical.CODE, depth.CODE
_OF_ROLE = (role.AND_FIELD, role.IN_FIELD, role.LED_IN_FIELD)
_OF_SUBJECT = (NEAREST, TOPICAL, DEPTH, *((code, family) for code in _OF_ROLE for family in FAMILIES))
_OF_PERSON = (*DIMENSIONS, role.EITHER, role.BOTH)
# Of the subject nothing is read but its column, and of the day nothing at all.
_ANY = RoleNeed("", RoleCode.CE_PROJECT, (), (), (), (), (), date(2000, 1, 1))


@dataclass(frozen=True)
class Columns:
    """Where in a portrait something stands; ``size`` is the length of a portrait."""

    reader: RecordReader

    @property
    def size(self) -> int:
        """Return how many columns there are."""
        return self._first_capability + len(self.reader.thesaurus.ids)

    def of_subject(self, measure: str, subject: int, family: RoleFamily | None = None) -> int:
        """Return the column of a measure (of a role family, where it belongs to one) on the subject in column ``subject`` of the reader."""
        return subject * len(_OF_SUBJECT) + _OF_SUBJECT.index(measure if family is None else (measure, family))

    def of_person(self, measure: RoleDimension | str) -> int:
        """Return the column of a role dimension, or of either or both roles."""
        return len(self.reader.column_of_subject) * len(_OF_SUBJECT) + _OF_PERSON.index(measure)

    def of_capability(self, capability: str) -> int | None:
        """Return the column of a capability, None for one that nobody knows."""
        column = self.reader.thesaurus.column.get(capability)
        return None if column is None else self._first_capability + column

    @property
    def _first_capability(self) -> int:
        return len(self.reader.column_of_subject) * len(_OF_SUBJECT) + len(_OF_PERSON)


@dataclass(frozen=True)
class Portraits:
    """The people of a network in its order, without those who are not read.

    ``rows`` (people, columns) are in single precision and never below what they stand for, but where that is faint. ``whole`` (people,
    families) says how surely the weakest dimension of each role is shown. ``open`` says who may be matched at all, ``declined`` which
    roles somebody declined.
    """

    ids: tuple[str, ...]
    rows: sp.csr_array
    whole: np.ndarray
    open: tuple[bool, ...]
    declined: tuple[tuple[RoleCode, ...], ...]


def portraits(network: Network) -> Portraits:
    """Return the portraits of everybody in ``network`` who is read."""
    read = np.array([profile.id not in network.unread for profile in network.profiles], dtype=bool)
    people = [profile for profile, known in zip(network.profiles, read, strict=True) if known]
    return Portraits(
        ids=tuple(profile.id for profile in people),
        rows=sp.csr_array(_plain(_raised(_values(network)[read]))),
        whole=_raised(np.column_stack([_weakest(network, family) for family in FAMILIES])[read]),
        open=tuple(profile.may_be_matched for profile in people),
        declined=tuple(tuple(sorted(code for code, word in profile.willing if not word)) for profile in people),
    )


def _values(network: Network) -> np.ndarray:
    general = View(_ANY, network, np.zeros(len(network.owners)))
    subjects = [_of_subject(View(_ANY, network, network.about[:, column])) for column in range(len(network.reader.column_of_subject))]
    person = [network.surely, role.shown(general)[:, None], role.both_shown(general)[:, None]]
    return np.column_stack([*subjects, *person, general.credits(network.reader.thesaurus.ids)])


def _of_subject(view: View) -> np.ndarray:
    found = [view.mean_of_best(view.relevance, 1), topical.measure(view), view.total(view.worth) / depth.PLENTY]
    found += [measure(view, family) for measure in (role.and_field, role.in_field, role.led_in_field) for family in FAMILIES]
    return np.column_stack(found)


def _weakest(network: Network, family: RoleFamily) -> np.ndarray:
    weakest: np.ndarray = network.surely[:, [DIMENSIONS.index(dimension) for dimension in OF_FAMILY[family]]].min(axis=1)
    return weakest


def _plain(values: np.ndarray) -> np.ndarray:
    return np.where(values < FAINT, np.float32(0.0), values)


def _raised(values: np.ndarray) -> np.ndarray:
    """Return values in single precision, none below the one it was."""
    single = values.astype(np.float32)
    return np.where(single < values, np.nextafter(single, np.float32(np.inf)), single)
