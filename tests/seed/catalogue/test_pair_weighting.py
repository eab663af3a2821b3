from pathlib import Path

import pytest

from seed.catalogue.check import check
from tests.seed.catalogue.conftest import Edit


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("pair_term_weights.csv", "PW1,engineer,0.3,no", "PW1,engineer,0.4,no", "the weights above zero of PW1 add up to 1.1"),
        ("pair_relations.csv", "PW1,family,forbids\n", "", 'PW1 does not say what the relation "family" does'),
        ("pair_relations.csv", "family,forbids", "family,hinders", '"hinders" must be one of forbids, costs, nothing'),
        ("pair_term_weights.csv", "PW1,conflict", "PW2,conflict", '"PW2" is unknown'),
    ],
)
def test_faults_of_the_weights_of_pairs_are_found(folder: Path, edit: Edit, name: str, old: str, new: str, message: str) -> None:
    edit(f"weights/{name}", old, new)
    assert any(message in fault.message for fault in check(folder)), check(folder)
