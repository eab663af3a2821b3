"""Columns share the width of a page so that no text takes it from the others."""

from service.selection.dossiers.contents import Table
from service.selection.dossiers.widths import shared_widths

COLUMNS = ("TT", "Họ tên", "Mức phù hợp")


def widths(*rows: tuple[str, ...]) -> tuple[float, ...]:
    return shared_widths(Table("", COLUMNS, rows), 100.0, lambda text: float(len(text)))


def test_no_column_is_narrower_than_its_longest_word() -> None:
    assert widths(("1", "An", "rất phù hợp")) == (2.0, 6.0, 11.0)


def test_a_word_without_an_end_does_not_squeeze_the_others() -> None:
    number, name, fit = widths(("1", "W" * 500, "rất phù hợp"))
    assert (number, fit) == (2.0, 11.0)
    assert 25.0 <= name <= 65.0


def test_columns_of_long_words_fill_the_width_and_no_more() -> None:
    table = Table("", tuple("abcdef"), (("W" * 500,) * 6,))
    assert round(sum(shared_widths(table, 100.0, lambda text: float(len(text)))), 6) == 100.0
