"""The documented answer: one request and the real answer, shortened; ``python -m tests.documentation.example`` writes it anew.

It asks the service that ``make demo`` has started, at the address in the document.
"""

import json
import re
import shlex
import urllib.request
from functools import reduce
from typing import Any

from tests.documentation.pages import ANSWER, blocks

WIDEST = 118


def command(text: str) -> str:
    """Return the example's command."""
    (found,) = [block.text.strip() for block in blocks(text) if block.language == "sh" and block.text.startswith("curl")]
    return found


def address(text: str) -> str:
    """Return the address that the example's command asks."""
    return shlex.split(command(text))[-1]


def shown_answer(text: str) -> dict[str, Any]:
    """Return the answer as the document shows it."""
    (found,) = [block.text for block in blocks(text) if block.language == "json"]
    answer: dict[str, Any] = json.loads(found)
    return answer


def shortened(value: Any) -> Any:
    """Return ``value`` with the first element of every list alone."""
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    return [shortened(inner) for inner in value[:1]] if isinstance(value, list) else value


def shape(value: Any) -> Any:
    """Return the fields of ``value`` without what stands in them; the elements of a list give one shape together."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [reduce(_together, map(shape, value))] if value and isinstance(value, list) else None


def _together(one: Any, other: Any) -> Any:
    """Return the shape of two elements: whatever either of them has."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {name: _together(one.get(name), other.get(name)) for name in one | other}
    return one or other


def laid_out(value: Any, indent: str = "") -> str:
    """Return ``value`` as JSON in which everything short enough stands on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDEST or not isinstance(value, (dict, list)) or not value:
        return line
    deeper = indent + "  "
    named = [f"{json.dumps(name)}: " for name in value] if isinstance(value, dict) else [""] * len(value)
    inner = value.values() if isinstance(value, dict) else value
    parts = [f"{deeper}{name}{laid_out(part, deeper)}" for name, part in zip(named, inner, strict=True)]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return "\n".join([opening, ",\n".join(parts), indent + closing])


def main() -> None:
    """Ask and write."""
    text = ANSWER.read_text(encoding="utf-8")
    with urllib.request.urlopen(address(text), timeout=60) as answer:
        block = f"```json\n{laid_out(shortened(json.load(answer)))}\n```"
    ANSWER.write_text(re.sub(r"```json\n.*?```", lambda _: block, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
