"""What the shipped catalogue says of each programme: the statements of its decision, each as a row of its own."""

import pytest

from models.catalogue import Programme, ProgrammeBody, ProgrammeTarget, ProgrammeTask
from seed.catalogue.loader import read_catalogue

ROWS = read_catalogue()
TASKS = {(row.programme_code, row.task_en) for row in ROWS if isinstance(row, ProgrammeTask)}
TARGETS = {(row.programme_code, row.code): row for row in ROWS if isinstance(row, ProgrammeTarget)}
BODIES = {(row.programme_code, row.name_en): row.role_en for row in ROWS if isinstance(row, ProgrammeBody)}


@pytest.mark.parametrize(
    ("programme", "words"),
    [
        (
            "QD1992-2021",
            ("Master high technologies", "industry and energy", "export revenue", "fourth industrial revolution", "Help units"),
        ),
        ("QD2815-2025", ("mechanisms", "capacity building", "market development", "human resources", "international", "awareness")),
        (
            "QD118-2021",
            ("institutions", "Roadmap", "key products", "small and medium", "rural", "financial", "international", "Train people"),
        ),
        (
            "NQ57-2024",
            (
                "investment fund",
                "Maritime, underground",
                "laboratories",
                "cybersecurity",
                "5G, 6G",
                "Data centres",
                "Public-private",
                "Pilot",
                "talent",
            ),
        ),
    ],
)
def test_a_programme_has_the_tasks_of_its_decision(programme: str, words: tuple[str, ...]) -> None:
    tasks = [task for code, task in TASKS if code == programme]
    assert [word for word in words if not any(word in task for task in tasks)] == []
    assert len(tasks) == len(words)


@pytest.mark.parametrize(
    ("programme", "code", "said"),
    [
        ("QD2815-2025", "products", (">=", 6, "2030")),
        ("QD2815-2025", "industries", (">=", 3, "2030")),
        ("QD2815-2025", "demand", (">=", 30, "2030")),
        ("QD2815-2025", "enterprises", (">=", 30, "2030")),
        ("QD2815-2025", "institutes", (">=", 10, "2030")),
        ("QD2815-2025", "trade", ("aim", None, "2030")),
        ("QD2815-2025", "localisation", ("aim", None, "2030")),
        ("QD2815-2025", "value_chains", ("aim", None, "2030")),
        ("QD118-2021", "renewal", (">=", 15, "2025")),
        ("QD118-2021", "industries", ("3..5", 3, "2025")),
        ("QD118-2021", "productivity", (">=", 1.5, "2030")),
        ("NQ57-2024", "budget", (">=", 15, "")),
    ],
)
def test_a_target_has_its_figure_and_its_end(programme: str, code: str, said: tuple[str, float | None, str]) -> None:
    target = TARGETS[programme, code]
    assert (target.operator, target.value, target.due) == said


@pytest.mark.parametrize(
    ("programme", "body", "role"),
    [
        ("QD2815-2025", "Programme Implementation Task Force", "Headed by the Minister of Science and Technology"),
        ("QD1992-2021", "Science and Technology Department, Ministry of Industry and Trade", "Guides units"),
        ("QD1131-2025", "Ministry of Finance", "special tax and credit incentives"),
        ("QD1131-2025", "Ministry of Science and Technology", "commercialisation"),
        ("QD1131-2025", "National Innovation Center", "Core"),
        ("NQ57-2024", "Strategic Industry Development Investment Fund", "priority sectors"),
    ],
)
def test_a_body_has_its_part(programme: str, body: str, role: str) -> None:
    assert role in BODIES[programme, body]


def test_the_draft_criteria_and_the_older_programmes_are_apart() -> None:
    programmes = {row.code: row for row in ROWS if isinstance(row, Programme)}
    assert "older programme" in programmes["QD1992-2021"].note_en
    assert "32 or 35 products; 33" in programmes["QD1131-2025"].note_en
