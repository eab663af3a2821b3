"""A CV as lines in the order in which a person reads them, whatever file they came from."""

import re
from dataclasses import dataclass

_BULLET = re.compile(r"^\s*(?:[•●▪■◦○·∙‣⁃➢➤►▶✓✔❖◆\uf0b7\uf0a7\uf0d8*+]|[-–—](?=\s)|o(?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``cells`` are its parts that stand apart: columns of a table, or words with a wide space or a tab between.

    ``gap`` is the free space above it, in heights of a line. ``table`` numbers the table of which the line is a row, else it is 0.
    ``whole`` says that the line is a paragraph, which goes on in no other line. ``lefts`` are the left edges of the cells, where known.
    """

    page: int
    cells: tuple[str, ...]
    left: float = 0.0
    gap: float = 0.0
    size: float = 0.0
    bold: bool = False
    table: int = 0
    whole: bool = False
    listed: bool = False
    lefts: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        """The words of all cells."""
        return "  ".join(cell for cell in self.cells if cell)

    @property
    def bullet(self) -> bool:
        """Whether the line begins with the sign of a list."""
        return self.listed or _BULLET.match(self.text) is not None


def unmarked(text: str) -> str:
    """Return ``text`` without the sign of a list before it."""
    return _BULLET.sub("", text, count=1).strip()
