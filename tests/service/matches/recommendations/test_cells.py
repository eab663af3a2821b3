from models.database import ReadSession
from service.matches.recommendations.cells import cells, products_of
from service.matches.recommendations.recommending import Recommender


def test_every_product_has_a_cell_for_both_roles(session: ReadSession, recommender: Recommender) -> None:
    products = products_of(session, "QD2815-2025")
    found = list(cells(session, recommender, products))
    assert [(cell.product.id, cell.role.value) for cell in found[:2]] == [("QD2815-1", "CE_PROJECT"), ("QD2815-1", "CA_PROJECT")]
    assert len(found) == 2 * len(products) == 12
    assert all(len(cell.answer.items) <= 3 for cell in found if cell.answer)


def test_a_product_without_a_successor_says_so(session: ReadSession, recommender: Recommender) -> None:
    found = list(cells(session, recommender, products_of(session, "QD1131-2025")))
    gone = [cell for cell in found if cell.answer is None]
    assert gone
    assert all(cell.nobody_fits and cell.gone and "not on the list in force" in cell.gone.en for cell in gone)
