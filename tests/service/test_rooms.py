"""The rooms of the service, drawn from its imports: nothing runs up, nothing runs in a circle, however near one looks."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.documentation.pages import ROOT

WINGS = (
    ("kit",), ("identity",), ("audit",), ("catalogue",), ("people",), ("matches",), ("selection",), ("administration",),
    ("privacy", "imports"), ("front",),
)  # fmt: skip
FLOOR = {wing: floor for floor, wings in enumerate(WINGS) for wing in wings}
Arrow = tuple[str, str]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(source: str, modules: set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in modules else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def arrows() -> set[Arrow]:
    files = {name_of(path): path.read_text(encoding="utf-8") for path in (ROOT / "service").rglob("*.py")}
    return {(name, other) for name, source in files.items() for other in imported(source, set(files)) if other in files}


def between_siblings(drawn: set[Arrow]) -> dict[str, dict[str, set[str]]]:
    """By folder: what each of the folders and files directly in it imports of the others, whatever is below them."""
    seen: dict[str, dict[str, set[str]]] = {}
    for start, end in drawn:
        ways = start.split("."), end.split(".")
        shared = next((place for place, (one, other) in enumerate(zip(*ways, strict=False)) if one != other), None)
        if shared is not None:
            folder = ".".join(ways[0][:shared])
            seen.setdefault(folder, {}).setdefault(ways[0][shared], set()).add(ways[1][shared])
    return seen


def circles(drawn: set[Arrow]) -> dict[str, list[str]]:
    found = {}
    for folder, inside in between_siblings(drawn).items():
        try:
            TopologicalSorter(inside).prepare()
        except CycleError as circle:
            found[folder] = circle.args[1]
    return found


def upward(drawn: set[Arrow]) -> list[Arrow]:
    wings = [(start, end, start.split(".")[1], end.split(".")[1]) for start, end in drawn if start.count(".") and end.count(".")]
    return sorted((start, end) for start, end, wing, other in wings if wing != other and FLOOR[wing] <= FLOOR[other])


@pytest.fixture(scope="module")
def house() -> set[Arrow]:
    return arrows()


def test_the_wings_are_few_and_known() -> None:
    standing = {path.name for path in (ROOT / "service").iterdir() if path.name not in {"__init__.py", "__pycache__"}}
    assert standing - set(FLOOR) == set()


def test_nothing_runs_up(house: set[Arrow]) -> None:
    assert upward(house) == []


def test_nothing_runs_in_a_circle_at_any_depth(house: set[Arrow]) -> None:
    assert circles(house) == {}


def test_no_page_imports_an_address_of_the_api(house: set[Arrow]) -> None:
    assert [(start, end) for start, end in house if start.endswith("pages") and end.endswith(".api")] == []


def test_a_template_names_others_of_its_wing_of_wings_below_and_of_the_front() -> None:
    service = ROOT / "service"
    for template in service.rglob("templates/*.html"):
        wing = template.relative_to(service).parts[0]
        for name in re.findall(r'"([a-z_/]+\.html)"', template.read_text(encoding="utf-8")):
            room, _, file = name.rpartition("/")
            assert (service / room / "templates" / file).is_file(), f"{template} names {name}"
            assert name.startswith("front/") or FLOOR[name.split("/")[0]] <= FLOOR[wing], f"{template} names {name}"


def test_an_arrow_up_and_a_circle_are_seen() -> None:
    drawn = {
        ("service.kit.a", "service.people.b"),
        ("service.people.b.x", "service.people.c"),
        ("service.people.c.y", "service.people.b.z"),
    }
    assert upward(drawn) == [("service.kit.a", "service.people.b")]
    assert list(circles(drawn)) == ["service.people"]
