import json

import pytest

from models.vocabulary import RoleCode
from service.front.command_line.recall_check import mean_recall
from service.matches.recommendations.recall import Recall
from tests.service.front.command_line.conftest import Run


def recall(expected: int, found: int) -> Recall:
    return Recall("P1", RoleCode.CE_PROJECT, expected, found, 10, expected == found, 1.0, 2.0)


@pytest.mark.parametrize(
    ("lists", "share"), [([recall(50, 49), recall(50, 50)], 0.99), ([recall(2, 1), recall(0, 0)], 0.5), ([recall(0, 0)], 1.0)]
)
def test_recall_is_the_share_of_all_places(lists: list[Recall], share: float) -> None:
    assert mean_recall(lists) == share


def test_comparing_everybody_finds_everybody(run: Run, world_copy: str) -> None:
    result = run("recall-check", "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert (told["engine"], told["recall"], told["costs"]["people"]) == ("memory", 1.0, 200)
    assert all(one["same_order"] and one["compared"] == 200 for one in told["lists"])


def test_an_engine_without_its_database_is_refused_by_name(run: Run, world_copy: str) -> None:
    result = run("recall-check", "--engine", "pgvector", "--database", world_copy)
    assert result.exit_code == 2
    assert "DATABASE_URL" in result.stderr
