"""The command line, beside the databases."""

from tests.service.command_line.conftest import run

__all__ = ["run"]
