"""A folder of arrays, written whole or not at all, read without being copied into memory, and believed only where every sum agrees.

``current`` names the folder in use; a new one is written beside it and put in its place in one step, so that any number of processes may
share it: whoever reads the one before goes on reading it. Arrays are NumPy's ``npy``, without pickles.
"""

import hashlib
import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

_CURRENT, _HEAD = "current", "head.json"
_PRIVATE = 0o700
_NAME_BYTES = 8


def write(folder: Path, key: Mapping[str, Any], arrays: Mapping[str, np.ndarray], unsummed: Sequence[str] = ()) -> None:
    """Put ``arrays``, which hold under ``key``, in place of what ``folder`` holds; raises OSError where it cannot be written.

    Of the ``unsummed`` no sum is kept: whoever reads them has sums of their parts.
    """
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    name = secrets.token_hex(_NAME_BYTES)
    made = folder / name
    made.mkdir(mode=_PRIVATE)
    try:
        for array, values in arrays.items():
            np.save(made / f"{array}.npy", values, allow_pickle=False)
        sums = {array: "" if array in unsummed else _sum(made / f"{array}.npy") for array in arrays}
        head = json.dumps({"key": key, "sums": sums}, sort_keys=True)
        (made / _HEAD).write_text(json.dumps([head, hashlib.sha256(head.encode()).hexdigest()]), encoding="utf-8")
        (made / _CURRENT).write_text(name, encoding="utf-8")
        (made / _CURRENT).replace(folder / _CURRENT)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    for other in folder.iterdir():
        if other.is_dir() and other.name != name:
            shutil.rmtree(other, ignore_errors=True)


def read(folder: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]] | None:
    """Return key and arrays of what ``folder`` holds, which cannot be written to; None where there is nothing, or something is damaged."""
    try:
        made = folder / (folder / _CURRENT).read_text(encoding="utf-8")
        head, told = json.loads((made / _HEAD).read_text(encoding="utf-8"))
        if hashlib.sha256(head.encode()).hexdigest() != told:
            return None
        stated = json.loads(head)
        if any(_sum(made / f"{array}.npy") != expected for array, expected in stated["sums"].items() if expected):
            return None
        arrays = {array: np.load(made / f"{array}.npy", mmap_mode="r", allow_pickle=False) for array in stated["sums"]}
    except (OSError, ValueError, EOFError):
        return None
    return stated["key"], arrays


def forget(folder: Path) -> None:
    """Delete everything in ``folder``; raises OSError where that cannot be done."""
    if folder.is_dir():
        (folder / _CURRENT).unlink(missing_ok=True)
        shutil.rmtree(folder)


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
