"""Checks the catalogue's files as an editor of them would: ``python -m seed.catalogue.check [FOLDER]``.

Prints every fault with its file and line and exits with 1, or says what the files hold.
"""

import sys
from pathlib import Path

from models.catalogue import Product, ProductList
from seed.catalogue.completeness import check_completeness
from seed.catalogue.faults import CatalogueFaults, Fault, in_order
from seed.catalogue.loader import PACKAGED, open_catalogue, rows_of
from seed.catalogue.naming import check_names
from seed.catalogue.records import Reader
from seed.catalogue.wording import check_wording


def check(folder: Path = PACKAGED) -> list[Fault]:
    """Return the faults of the files in ``folder``: those that the loader refuses, and those of content."""
    return in_order(examine(folder).faults)


def examine(folder: Path) -> Reader:
    """Return the reader that has read and checked ``folder``."""
    reader = open_catalogue(folder)
    rows = rows_of(reader)
    default = {row.code for row in rows if isinstance(row, ProductList) and row.is_default}
    check_completeness(reader, sorted(row.id for row in rows if isinstance(row, Product) and row.list_code in default))
    check_names(reader)
    check_wording(reader)
    return reader


def main(arguments: list[str]) -> int:
    """Check the folder that ``arguments`` name, or the packaged one, and return the exit code."""
    reader = examine(Path(arguments[0]) if arguments else PACKAGED)
    if reader.faults:
        sys.stdout.write(f"{CatalogueFaults(reader.faults)}\n")
        return 1
    counts = {folder: len(reader.below(folder)) for folder in ("capabilities", "needs", "projects")}
    sys.stdout.write(", ".join(f"{count} {folder}" for folder, count in counts.items()) + ": no fault found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
