import pytest
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.rules import SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from service.kit.problems import Unavailable
from service.matches.recommendations.weights import current_weights

ENGINEER, ARCHITECT = RoleFamily.CHIEF_ENGINEER, RoleFamily.CHIEF_ARCHITECT


def a_set(version: str, family: RoleFamily, *, current: bool) -> WeightSet:
    return WeightSet(
        version=version, family=family, fits=0.2, good=0.4, strong=0.6, tie=0.02, current=current, basis_en="a test", basis_vi="kiểm thử"
    )


def test_the_current_set_of_the_family_is_read(engine: Engine) -> None:
    with writing(engine) as session:
        session.add_all(
            [a_set("old", ENGINEER, current=False), a_set("new", ENGINEER, current=True), a_set("new", ARCHITECT, current=True)]
        )
        session.flush()
        session.add(SignalWeight(version="old", family=ENGINEER, signal="depth", weight=1.0))
        session.add(SignalWeight(version="new", family=ENGINEER, signal="depth", weight=0.3))
        session.add(SignalWeight(version="new", family=ENGINEER, signal="topical_fit", weight=0.7))
        session.add(SignalWeight(version="new", family=ARCHITECT, signal="depth", weight=1.0))
    with reading(engine) as session:
        weights = current_weights(session, ENGINEER)
    assert (weights.version, weights.fits, weights.good, weights.strong, weights.tie) == ("new", 0.2, 0.4, 0.6, 0.02)
    assert weights.of_signal == {"depth": 0.3, "topical_fit": 0.7}


def test_without_weights_the_cure_is_named(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(Unavailable, match="vinmatch seed"):
        current_weights(session, ENGINEER)
