from collections.abc import Iterator

import pytest

from models.database import ReadSession, make_engine, reading
from service.catalogue.products.queries import product_in_force, successors
from service.kit.problems import NotFound, NotOnListInForce
from tests.service.conftest import shared_both


@pytest.fixture
def session(catalogue_url: str) -> Iterator[ReadSession]:
    engine = make_engine(catalogue_url)
    with reading(engine) as session:
        yield session
    engine.dispose()


@shared_both
@pytest.mark.parametrize(("asked", "found"), [("P07", "P07"), ("H05-2", "P07"), ("QD2815-6", "P22")])
def test_any_id_leads_to_the_product_in_force(session: ReadSession, asked: str, found: str) -> None:
    assert product_in_force(session, asked).id == found


@shared_both
def test_a_product_without_successor_is_a_problem_of_its_own(session: ReadSession) -> None:
    with pytest.raises(NotOnListInForce) as problem:
        product_in_force(session, "H03-1")
    assert "H03-1" in problem.value.detail.en
    assert "không thuộc danh mục đang có hiệu lực" in problem.value.detail.vi


@shared_both
def test_an_unknown_id_is_not_found(session: ReadSession) -> None:
    with pytest.raises(NotFound):
        product_in_force(session, "P31")


@shared_both
def test_successors_are_found_for_many_ids_at_once(session: ReadSession) -> None:
    found = successors(session, ["P01", "H01-6", "H01-1"])
    assert {old: product and product.id for old, product in found.items()} == {"P01": "P01", "H01-6": None, "H01-1": "P01"}
