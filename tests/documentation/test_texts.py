"""What people read is words: no name of a class of the code stands in a text of pages, errors or letters."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("models", "matching", "service", "seed")
JOINED = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]*)+\b")
TEXTS = {"Bilingual", "Forbidden", "Conflict", "Invalid", "Unavailable", "NotFound", "Unreadable"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def texts_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in TEXTS:
            inside = (one for given in (*node.args, *(word.value for word in node.keywords)) for one in ast.walk(given))
            yield from ((one.lineno, one.value) for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_no_name_of_the_code_stands_in_a_text() -> None:
    read = list(trees())
    classes = {node.name for _, tree in read for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    found = [(file, line, text) for file, tree in read for line, text in texts_in(tree)]
    catalogues = [(file, 0, line) for file in (ROOT / "service").rglob("*.po") for line in file.read_text("utf-8").splitlines()]
    assert len(found) > 1000
    worded = [one for one in (*found, *catalogues) if not one[2].startswith("#")]
    assert [(str(file.relative_to(ROOT)), line, text) for file, line, text in worded if classes & set(JOINED.findall(text))] == []
