"""The commands that documents mark as tested run."""

import shlex
import subprocess
import sys

import pytest

from tests.documentation.pages import ROOT, documents, marked_commands

OURS = {"vinmatch": [sys.executable, "-m", "service.front.command_line.main"], "python": [sys.executable]}
COMMANDS = sorted({command for document in documents() for command in marked_commands(document.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("command", COMMANDS)
def test_a_documented_command_runs(command: str) -> None:
    name, *arguments = shlex.split(command)
    done = subprocess.run([*OURS[name], *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_readme_has_marked_commands() -> None:
    assert "vinmatch --help" in COMMANDS
