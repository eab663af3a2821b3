import re
from pathlib import Path

import pytest

import seed.written
from seed.written.loading import read_written
from seed.written.statements import PARTS, STANCES, agreement, read_statements

CARD = Path(seed.written.__file__).parents[2] / "docs" / "written-people.md"


def test_every_statement_is_labelled_twice_and_a_fifth_is_held_out() -> None:
    found, people = read_statements(), read_written().by_id
    assert len(found) == 1500
    assert sum(one.held_out for one in found) == 300
    assert all(set(one.stances) <= set(STANCES) and set(one.parts) <= set(PARTS) and one.person in people for one in found)
    assert [place for place, one in enumerate(found) if one.held_out] == list(range(4, 1500, 5))


def test_agreement_is_counted_beyond_chance() -> None:
    half = agreement([("d", "d"), ("d", "n"), ("n", "n"), ("n", "d")])
    assert (half.raw, half.kappa) == (0.5, 0.0)
    assert agreement([("d", "d"), ("n", "n")]).kappa == 1.0


@pytest.mark.parametrize("of", ["stances", "parts"])
def test_the_card_states_the_agreement(of: str) -> None:
    found = agreement([getattr(one, of) for one in read_statements()])
    row = re.search(rf"^\| {of} \| ([\d.]+) \| ([\d.]+) \|$", CARD.read_text(encoding="utf-8"), re.MULTILINE)
    assert row is not None
    assert row.groups() == (f"{found.raw:.3f}", f"{found.kappa:.3f}")
