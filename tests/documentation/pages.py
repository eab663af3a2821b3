"""Reads the documents as a test needs them: blocks of code, links, paths, tables and sections."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
CONFIGURATION = ROOT / "docs" / "configuration.md"
ANSWER = ROOT / "docs" / "answer.md"
MEASURED = (ROOT / "docs" / "quality.md", ROOT / "docs" / "benchmarks.md")
TESTED = "# tested"

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
# A name with a folder or a suffix of this house; addresses begin with a slash or have a scheme, commands have spaces.
_PATH = re.compile(r"\.?\w[\w.*-]*(/[\w.*-]+)*/?")
_SUFFIX = re.compile(r"\.(cfg|csv|css|html|json|md|py|toml|txt|yaml)$")
_COMMAND = re.compile(r"^(make|vinmatch|\S*python) ", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of code."""

    language: str
    text: str


def documents() -> list[Path]:
    return [README, *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(text: str) -> list[Block]:
    return [Block(*match.groups()) for match in _BLOCK.finditer(text)]


def marked_commands(text: str) -> list[str]:
    """Return the lines of ``sh`` blocks that are marked by a comment as tested, without the comment."""
    lines = (line for block in blocks(text) if block.language == "sh" for line in block.text.splitlines())
    return [line.removesuffix(TESTED).strip() for line in lines if line.endswith(TESTED)]


def local_links(text: str) -> list[str]:
    """Return the targets of links that lead to a file, without the place in it."""
    targets = (target for target in _LINK.findall(_prose(text)) if "://" not in target)
    return [target.partition("#")[0] for target in targets if not target.startswith("#")]


def named_paths(text: str) -> list[str]:
    """Return what stands in code marks and is written as a path."""
    return [code for code in _CODE.findall(_prose(text)) if _PATH.fullmatch(code) and ("/" in code or _SUFFIX.search(code))]


def table_rows(text: str, heading: str) -> list[str]:
    """Return the rows of the first table of a section, without its head."""
    rows = [line for line in sections(text)[heading].splitlines() if line.startswith("|")]
    return rows[2:]


def sections(text: str) -> dict[str, str]:
    """Return the text below each second-level heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def without_command(text: str) -> Iterator[str]:
    """Yield the headings of sections that state numbers and no command that makes them."""
    for heading, body in sections(text).items():
        commands = [*_CODE.findall(body), *(block.text for block in blocks(body))]
        if re.search(r"\d", body) and not any(_COMMAND.search(f"{command} ") for command in commands):
            yield heading


def _prose(text: str) -> str:
    return _BLOCK.sub("", text)
