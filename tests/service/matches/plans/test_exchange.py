"""Tables of plans: what is read alike, and which answers pin a person."""

import pytest

from service.kit.problems import Invalid
from service.matches.plans.exchange import read_csv
from service.matches.plans.requests import PlanInput


@pytest.mark.parametrize(("answer", "kept"), [("true", True), ("1", True), ("x", True), ("Có", True), ("không", False), ("", False)])
def test_a_pin_is_said_in_known_words(answer: str, *, kept: bool) -> None:
    table = f"Role;Subject;Person;Pin\r\nCE_PROJECT;P01;E000997;{answer}\r\n"
    assert bool(read_csv(table.encode("utf-16"), PlanInput()).pins) == kept


def test_an_unknown_answer_is_refused_with_its_line_and_the_known_ones() -> None:
    with pytest.raises(Invalid, match="2: pin: 'maybe' is neither yes nor no; write yes, true, 1, x, có or no"):
        read_csv(b"subject,role,person,pin\nP01,CE_PROJECT,E000997,maybe\n", PlanInput())
