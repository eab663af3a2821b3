"""What a ranking needs besides the people: subject, need, weights and rules, read once and kept until the database says it changed.

Inputs are kept here, who fits by them with the network (``recommending.who_fits``). Whoever changes the catalogue, rules, weights or
interested parties raises a counter of ``NetworkState``.
"""

import threading
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import RoleNeed
from matching.ranking.weights import Weights
from models.rules import Role
from models.vocabulary import RoleCode
from service.catalogue.rules.in_force import rule_set_in_force
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import read_need
from service.catalogue.subjects.queries import NamedSubject, find_subject
from service.kit.languages import Bilingual
from service.kit.stages import stage
from service.matches.network.live import DatabaseVersion
from service.matches.recommendations.weights import current_weights

_Asked = tuple[SubjectKind, str, RoleCode]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that is asked, with the version of the rules that answer it."""

    subject: NamedSubject
    role_name: Bilingual
    need: RoleNeed
    weights: Weights
    rule_set: str


class InputStore:
    """One per process; knows as many inputs as there are subjects and roles."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: tuple[DatabaseVersion, date] | None = None
        self._kept: dict[_Asked, Inputs] = {}

    def find(self, session: Session, stored: DatabaseVersion, kind: SubjectKind, identifier: str, role: RoleCode, day: date) -> Inputs:
        """Return the inputs as ``session`` sees them, which has read ``stored``; raises what ``Recommender.recommend`` raises."""
        asked, state = (kind, identifier, role), (stored, day)
        with self._lock:
            if state != self._state:
                self._state, self._kept = state, {}
            found, kept = self._kept.get(asked), self._kept
        if found is None:
            with stage("inputs"):
                found = kept[asked] = read_inputs(session, kind, identifier, role, day)
        return found


def read_inputs(session: Session, kind: SubjectKind, identifier: str, role: RoleCode, day: date) -> Inputs:
    """Read the inputs from the tables."""
    subject = find_subject(session, kind, identifier)
    need = read_need(session, kind, subject.id, role, day)
    rule_set = rule_set_in_force(session, day).version
    return Inputs(subject, role_name(session, role), need, current_weights(session, role.family), rule_set)


def role_name(session: Session, role: RoleCode) -> Bilingual:
    """Return what ``role`` is called."""
    return Bilingual(*session.execute(sa.select(col(Role.name_en), col(Role.name_vi)).where(col(Role.code) == role)).one())
