"""The table of what roles may do is the policies."""

from tests.documentation.access import HEAD, PAGE, rows
from tests.documentation.pages import table_rows


def test_the_table_holds_every_operation_as_it_is_and_nothing_else() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert HEAD in text
    assert table_rows(text, "Who may do what") == rows()
