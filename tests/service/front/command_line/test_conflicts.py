import json

from seed.network.truth import truth
from seed.network.world import SMALLEST, Reason
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import SEED


def in_conflict() -> tuple[str, str]:
    planted = truth(SEED, SMALLEST).hard_negatives
    return next((cell[0], who) for cell, people in planted.items() for who, why in people.items() if why is Reason.CONFLICT)


def test_a_check_for_programs(run: Run, world_copy: str) -> None:
    product, person = in_conflict()
    result = run("conflicts", person, product, "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["in_conflict"]


def test_a_check_for_people_names_the_organisation(run: Run, world_copy: str) -> None:
    product, person = in_conflict()
    result = run("conflicts", person, product, "--lang", "vi", "--database", world_copy)
    assert all(words in result.stdout for words in ("Xung đột lợi ích", f"dự thầu {product}", "Chỉ để tham khảo"))
    assert "BID-" not in result.stdout


def test_nobody_and_the_same_person_are_refused(run: Run, world_copy: str) -> None:
    _, person = in_conflict()
    assert run("conflicts", person, person, "--database", world_copy).exit_code == 2
    assert run("conflicts", "E999999", "P01", "--database", world_copy).exit_code == 1
