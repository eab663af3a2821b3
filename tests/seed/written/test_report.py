"""The report says how much of a figure can be had at all."""

from matching.evaluation.written.people import RIGHT, TRAP, Benchmark, Judgements
from models.vocabulary import RoleCode
from seed.written.report import top3_at_most


def test_only_three_of_five_right_people_can_be_among_the_first_three() -> None:
    many = Judgements("P01", RoleCode.CE_PROJECT, dict.fromkeys("abcde", RIGHT) | {"trap": TRAP})
    one = Judgements("P01", RoleCode.CA_PROJECT, {"a": RIGHT})
    assert top3_at_most(Benchmark((), (), (many, one))) == 4 / 6
