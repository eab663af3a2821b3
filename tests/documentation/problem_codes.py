"""The tables of refusals, read from the calls in the code; ``python -m tests.documentation.problem_codes`` writes them anew."""

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.documentation.pages import ROOT
from tests.documentation.problem_cures import CURES, WORDS

PAGE = ROOT / "docs" / "problem-codes.md"
HEAD = """# Problem codes

Every refusal with HTTP status 403, 409, 422 or 503 says in its `code` why; programs may decide by it. The words are for people and may
change. "…" stands for what is named in the answer. What may not be known of answers 404 `not_found`, exactly as what is not there. Made by
`python -m tests.documentation.problem_codes` from the code.
"""
SECTIONS = {
    403: "Not allowed (403)",
    409: "Contradicts what is stored (409)",
    422: "Wrong request (422)",
    503: "Not available now (503)",
}
STATUSES = {"Forbidden": 403, "Refusal": 403, "Conflict": 409, "Invalid": 422, "NotFetched": 422, "Unavailable": 503}
PASSED_ON = "passed on"
"""The code of a place that gives on what was refused elsewhere."""


class Refused(NamedTuple):
    """One place in the code that refuses: ``code`` is empty where it is not written there."""

    place: str
    status: int
    code: str
    en: str
    vi: str


@cache
def refusals() -> list[Refused]:
    """Return every refusal of the service that is written with its code, or with none, by the code."""
    files = sorted((ROOT / "service").rglob("*.py"))
    found = [one for file in files for one in refusals_in(file.read_text(encoding="utf-8"), file.relative_to(ROOT).as_posix())]
    return sorted((one for one in found if one.code != PASSED_ON), key=lambda one: one.code)


def refusals_in(source: str, path: str) -> Iterator[Refused]:
    """Yield every refusal that the ``source`` of one file writes."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in STATUSES and not _hidden(node):
                yield _refused(f"{path}:{node.lineno}", name, node)
            case ast.Call(func=ast.Name(id="cls"), args=[ast.Constant(value="invalid")]):  # ``Invalid.field``
                yield Refused(f"{path}:{node.lineno}", 422, "invalid", "…", "…")
            case ast.ClassDef(bases=[ast.Name(id="NotFetched")]):
                calls = (one for one in ast.walk(node) if isinstance(one, ast.Call) and len(one.args) > 2)
                yield from (_refused(f"{path}:{one.lineno}", "NotFetched", one) for one in calls)
            case ast.ClassDef(name="Unreadable", body=[_, ast.Assign(value=ast.Constant(value=str(code))), *_]):
                yield Refused(f"{path}:{node.lineno}", 422, code, "…", "…")


def _hidden(call: ast.Call) -> bool:
    """Return whether a decision asks to sign in, or hides that there is anything: neither answers 403."""
    return bool(call.args) and ast.unparse(call.args[0]) in {"Kind.SIGN_IN", "Kind.HIDDEN"}


def _refused(place: str, name: str, call: ast.Call) -> Refused:
    given = call.args[1:] if name == "Refusal" else call.args
    words = call.args[-1].keywords if name == "Refusal" and isinstance(call.args[-1], ast.Call) else call.keywords
    said = {one.arg: _text(one.value) for one in words} or dict(zip(("en", "vi"), map(_text, given[1:]), strict=False))
    return Refused(place, STATUSES[name], _code(given[0]) if given else "", said["en"], said["vi"])


def _code(node: ast.expr) -> str:
    passed = isinstance(node, ast.Attribute) and node.attr == "code"
    return PASSED_ON if passed else node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _text(node: ast.expr) -> str:
    """Return the text that an expression is, with dots for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) for part in parts)
        case _:
            return "…"


def page() -> str:
    """Return the page with a table for each status."""
    return HEAD + "".join(_section(status, heading) for status, heading in SECTIONS.items())


def _section(status: int, heading: str) -> str:
    columns = ("code", "in English", "in Vietnamese", *(["what to do"] if status != 409 else []))
    rows = dict.fromkeys(_row(one) for one in refusals() if one.status == status)
    return f"\n## {heading}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n" + "".join(f"{row}\n" for row in rows)


def _row(one: Refused) -> str:
    en, vi = WORDS.get(one.code, (one.en, one.vi))
    return " | ".join((f"| `{one.code}`", en, vi, *([CURES.get(one.code, "")] if one.status != 409 else []))) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
