"""The table of refusals, read from the calls in the code; ``python -m tests.documentation.problem_codes`` writes it anew."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.documentation.pages import ROOT

PAGE = ROOT / "docs" / "problem-codes.md"
HEAD = """# Problem codes

Every refusal that contradicts what is stored (HTTP 409) has a code of its own, by which programs may decide; the words are for people and
may change. "…" stands for what is named in the answer. Made by `python -m tests.documentation.problem_codes` from the code.

| code | in English | in Vietnamese |
|---|---|---|
"""


class Refusal(NamedTuple):
    """One place in the code that refuses: ``code`` is empty where it is not written there."""

    place: str
    code: str
    en: str
    vi: str


def refusals() -> list[Refusal]:
    """Return every refusal of the service, by its code."""
    files = sorted((ROOT / "service").rglob("*.py"))
    return sorted((one for file in files for one in _in(file.relative_to(ROOT).as_posix())), key=lambda one: one.code)


def _in(path: str) -> Iterator[Refusal]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Conflict":
            said = {keyword.arg: _text(keyword.value) for keyword in node.keywords}
            yield Refusal(f"{path}:{node.lineno}", _text(node.args[0]) if node.args else "", said["en"], said["vi"])


def _text(node: ast.expr) -> str:
    """Return the text that an expression is, with dots for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) for part in parts)
        case _:
            return "…"


def rows() -> list[str]:
    """Return the row of every refusal."""
    return [f"| `{one.code}` | {one.en} | {one.vi} |" for one in refusals()]


if __name__ == "__main__":
    PAGE.write_text(HEAD + "".join(f"{row}\n" for row in rows()), encoding="utf-8")
