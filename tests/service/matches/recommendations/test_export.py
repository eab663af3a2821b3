import csv
import io
from dataclasses import replace

import pytest

from service.matches.recommendations.answers import whole_list
from service.matches.recommendations.export import COLUMNS, as_csv
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.schemas import EntryView


def first_entry(found: Recommendation, name: str) -> EntryView:
    entry = whole_list(found, everybody=True, limit=1).items[0]
    return replace(entry, expert=replace(entry.expert, display_name=name))


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1+1", "＠SUM(A1)"])
def test_a_cell_cannot_become_a_formula(found: Recommendation, name: str) -> None:
    assert read(as_csv([first_entry(found, name)]))[0]["display_name"] == f"'{name}"


def test_a_name_with_quotes_and_commas_survives(found: Recommendation) -> None:
    assert read(as_csv([first_entry(found, 'Nguyễn "Ba", An')]))[0]["display_name"] == 'Nguyễn "Ba", An'


def test_an_empty_list_has_its_header(found: Recommendation) -> None:
    assert as_csv([]) == f"\ufeff{','.join(COLUMNS)}\r\n"
