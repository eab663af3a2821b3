"""Tables that leave: no cell of them is a formula, in any language of the program that opens them."""

import pytest

from service.imports.tables_out import OutputTable, as_csv


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    table = OutputTable("people", ["name"], [[f"{start}1+1"]])
    assert as_csv(table).decode("utf-8-sig").splitlines() == ["name", f"'{start}1+1"]
