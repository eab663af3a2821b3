"""The picture of the wings of the service, drawn from their imports; ``python -m tests.documentation.picture`` draws it anew.

An arrow leads to what a wing rests on; arrows that others already imply are left out, so that the order can be seen.
"""

import re
from graphlib import TopologicalSorter

from tests.documentation.pages import ARCHITECTURE
from tests.service.test_rooms import arrows, between_siblings

BLOCK = re.compile(r"```mermaid\n.*?```", re.DOTALL)


def drawn() -> str:
    """Return the wings and their arrows in the language of Mermaid, in a fixed order."""
    lines = [f"  {wing} --> {other}" for wing, others in sorted(direct(wings()).items()) for other in sorted(others)]
    return "\n".join(["```mermaid", "flowchart TD", *lines, "```"])


def wings() -> dict[str, set[str]]:
    """Return what each wing of the service imports of the others."""
    return between_siblings(arrows())["service"]


def direct(all_arrows: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the arrows that no way over others implies; raises ``CycleError`` for a circle."""
    reached: dict[str, set[str]] = {}
    for name in TopologicalSorter(all_arrows).static_order():
        others = all_arrows.get(name, set())
        reached[name] = others.union(*(reached[other] for other in others))
    return {
        name: {other for other in others if not any(other in reached[between] for between in others - {other})}
        for name, others in all_arrows.items()
    }


def main() -> None:
    """Draw and write."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    ARCHITECTURE.write_text(BLOCK.sub(lambda _: drawn(), text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
