"""The command line, beside the databases."""

from tests.service.front.command_line.conftest import run

__all__ = ["run"]
