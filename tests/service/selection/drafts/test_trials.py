"""Other weights over what was kept of people: an order to look at, made of the same parts."""

from typing import Any

import pytest

from service.kit.problems import Invalid
from service.selection.drafts.trials import read_weights, retried, weights_of


def snapshot(person: str, **values: float) -> dict[str, Any]:
    parts = [{"signal": signal, "value": value, "weight": 0.5, "label": {}} for signal, value in values.items()]
    score = sum(part["weight"] * part["value"] for part in parts)
    return {"expert": {"id": person, "display_name": person}, "entry": {"score": score, "parts": parts}}


PEOPLE = [snapshot("E1", field=0.9, role=0.1), snapshot("E2", field=0.5, role=0.6)]


def test_the_order_follows_the_weights_that_are_tried() -> None:
    assert [(one.expert_id, one.place, one.tried_place) for one in retried(PEOPLE, {"field": 1.0})] == [("E1", 2, 1), ("E2", 1, 2)]
    assert [(one.expert_id, one.tried_score) for one in retried(PEOPLE, weights_of(PEOPLE))] == [("E2", 0.55), ("E1", 0.5)]


def test_weights_are_brought_to_one_and_a_decimal_comma_is_read() -> None:
    assert read_weights({"role": "CE_PROJECT", "weight.field": "0,5", "weight.role": "1.5"}) == {"field": 0.25, "role": 0.75}


@pytest.mark.parametrize("typed", [{}, {"weight.field": "0"}, {"weight.field": "many"}, {"weight.field": "-1"}, {"weight.field": "nan"}])
def test_what_is_no_weight_is_refused(typed: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        read_weights(typed)
