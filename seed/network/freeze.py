"""Lists the hashes of every code and data file of this folder in FROZEN, so that the world cannot change unnoticed."""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent
LIST = FOLDER / "FROZEN"


def current() -> str:
    """Return one line ``sha256  path`` for each code and data file, in order of the paths."""
    paths = sorted(path for pattern in ("*.py", "*.csv") for path in FOLDER.rglob(pattern))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(FOLDER).as_posix()}\n" for path in paths)


def freeze() -> None:
    """Write the list anew."""
    LIST.write_text(current(), encoding="utf-8")


if __name__ == "__main__":
    freeze()
