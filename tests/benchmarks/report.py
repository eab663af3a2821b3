"""Says what was measured, as a small table in text or Markdown, and whether the targets are met."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tests.benchmarks.measuring import Times

COMMAND = "make bench"
MATCHER_P95_MS = 15.0
RATIO = 1.5
HEADINGS = ("what", "median, ms", "p95, ms")


class Circumstances(NamedTuple):
    """What was measured on: ``encoder`` is the id of its model, empty for latent semantic analysis."""

    experts: int
    items: int
    encoder: str


def met(times: Times) -> dict[str, bool]:
    """Return the targets and whether they are met."""
    return {
        f"matcher p95 under {MATCHER_P95_MS:.0f} ms": bool(_milliseconds(times.matcher, 0.95) < MATCHER_P95_MS),
        f"whole under {RATIO} x reference": times.ratio < RATIO,
    }


def as_text(times: Times, on: Circumstances) -> str:
    """Return the table for a terminal."""
    lines = [_line(HEADINGS), *(_line(row) for row in _rows(times))]
    return "\n".join([_told(times, on), "", *lines, "", *_verdicts(times)])


def as_markdown(times: Times, on: Circumstances) -> str:
    """Return a section of Markdown with the command that makes it."""
    rows = [HEADINGS, ("---", "---:", "---:"), *_rows(times)]
    table = [f"| {' | '.join(row)} |" for row in rows]
    verdicts = [f"- {verdict}" for verdict in _verdicts(times)]
    head = ["## One recommendation over HTTP", "", "```sh", COMMAND, "```", "", _told(times, on), ""]
    return "\n".join([*head, *table, "", *verdicts])


def _rows(times: Times) -> list[tuple[str, str, str]]:
    rows = {
        "matcher alone: ranking and entries": times.matcher,
        "whole request": times.whole,
        "reference: the same answer, prepared": times.reference,
        "whole request, need never asked before (projects)": times.first,
    }
    return [(name, f"{_milliseconds(values, 0.5):.1f}", f"{_milliseconds(values, 0.95):.1f}") for name, values in rows.items()]


def _verdicts(times: Times) -> list[str]:
    ratio = f"whole / reference at the medians: {times.ratio:.2f}"
    processor = [1000 * seconds for seconds in (times.whole_processor, times.reference_processor)]
    spent = f"processor of the server, ms a request: {processor[0]:.2f} whole, {processor[1]:.2f} reference"
    return [ratio, spent, *(f"{target}: {'met' if holds else 'MISSED'}" for target, holds in met(times).items())]


def _told(times: Times, on: Circumstances) -> str:
    versions = f"SQLite {sqlite3.sqlite_version}, Python {platform.python_version()}, NumPy {np.__version__}"
    return (
        f"{on.experts:,} experts with {on.items:,} items of evidence, {on.encoder or 'latent semantic analysis'}; "
        f"{len(times.whole)} requests by one client that keeps its connection, no question twice, and as many to the reference; "
        f"a ranking goes before each, so that either finds the processor's caches alike; {versions}, {os.cpu_count()} processors."
    )


def _line(cells: Sequence[str]) -> str:
    return f"{cells[0]:<52}{cells[1]:>12}{cells[2]:>12}"


def _milliseconds(seconds: np.ndarray, share: float) -> float:
    return 1000 * float(np.quantile(seconds, share))
