import pytest
from sqlalchemy.engine import Engine

from matching.pairs.registry import TERMS
from models.database import make_engine, reading
from models.vocabulary import PairEffect, RelationKind
from service.kit.problems import Unavailable
from service.matches.pairs.weights import current_pair_weights
from tests.service.conftest import shared_both


@shared_both
def test_the_packaged_weights_name_every_term_and_relation(catalogue_url: str) -> None:
    engine = make_engine(catalogue_url)
    with reading(engine) as session:
        weights = current_pair_weights(session)
    engine.dispose()
    assert set(weights.of_term) == {term.code for term in TERMS}
    assert sum(weight for weight in weights.of_term.values() if weight > 0) == pytest.approx(1.0)
    assert set(weights.of_relation) == set(RelationKind)
    assert weights.effect(RelationKind.FAMILY) is PairEffect.FORBIDS


def test_without_weights_the_cure_is_named(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(Unavailable, match="vinmatch seed"):
        current_pair_weights(session)
