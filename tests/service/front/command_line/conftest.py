"""Runs commands as a user would, without a terminal."""

from collections.abc import Callable, Iterator

import pytest
import structlog
from typer.testing import CliRunner, Result

from service.front.command_line.main import app
from service.kit.settings import Settings

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A function that runs ``vinmatch`` with words and returns exit code, output and error stream."""
    monkeypatch.setenv(Settings.variable("selection_date"), "2026-09-01")

    def call(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    yield call
    structlog.reset_defaults()
