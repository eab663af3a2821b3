"""What is read of statements stands beside what two people say, where they agree."""

from seed.readers.held_out import ReadStatements, report
from seed.written.statements import LabelledStatement


def labelled(stances: str, parts: str) -> LabelledStatement:
    return LabelledStatement("W1-01", "0", "product", "TITLE", "Built a radar", (stances[0], stances[1]), (parts[0], parts[1]), True)


def test_statements_about_which_the_two_people_differ_count_for_them_alone() -> None:
    held = [labelled("dd", "LL"), labelled("nn", "--"), labelled("dn", "L-"), labelled("nn", "LL")]
    said = report(ReadStatements(held, ["d", "n", "d", "d"], ["L", "-", "L", "-"]))
    assert "| of the work | 0.75 | 0.50 | 0.67 of 3 | 0.40 | done 1.00 of 1, denied 0.50 of 2 |" in said
    assert "| of the person's part | 0.75 | 0.50 | 0.67 of 3 | 0.40 | led 0.50 of 2, not told 1.00 of 1 |" in said
