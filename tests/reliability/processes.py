"""Starts a module of these tests as a process of its own, and kills it without a chance to tidy up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def process(module: str, database_url: str) -> Iterator["subprocess.Popen[str]"]:
    """Yield ``python -m module`` on a database; whatever is left of it at the end is killed."""
    environment = os.environ | {"DATABASE_URL": database_url, "VINMATCH_RUN_WORKER": "false"}
    command = [sys.executable, "-m", module]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()
