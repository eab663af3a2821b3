"""Measures the matcher of this checkout on written people, as if each had entered into an empty network."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from matching.evaluation.written.figures import Measured
from matching.evaluation.written.people import Benchmark, Cell, WrittenBrief
from matching.evaluation.written.results import BenchmarkResult
from matching.evaluation.written.watching import Question, ReadersFor, watch
from matching.free_needs import weights_for
from matching.pasted_briefs import need_of, within_catalogue
from seed.planted.needs import needs_of, weights_of

MEASURED_ON = date(2026, 12, 1)
"""A day after the last thing that the records call done."""
_NO_WORLD = 0


def measure_written(benchmark: Benchmark, readers_for: ReadersFor) -> Measured:
    """Return the figures of ``benchmark``; ``readers_for`` gives what reads the people of each writer."""
    return Measured.of(benchmark, watched(benchmark, readers_for))


def watched(benchmark: Benchmark, readers_for: ReadersFor) -> BenchmarkResult:
    """Return where everybody stands and whom each brief finds."""
    return watch(benchmark, readers_for, _asking(), _asking_text(readers_for))


def _asking() -> Callable[[Cell], Question]:
    needs = {cell: replace(need, selection_date=MEASURED_ON, parties=()) for cell, need in needs_of(_NO_WORLD).items()}
    return lambda cell: Question(needs.get(cell), weights_of(cell[1].family))


def _asking_text(readers_for: ReadersFor) -> Callable[[WrittenBrief], Question]:
    """Return a function that asks as a search by pasted text does, for whatever role."""

    def ask(brief: WrittenBrief) -> Question:
        reader = readers_for(brief.writer)
        need = within_catalogue(need_of(f"{brief.title}\n{brief.text}", reader.thesaurus, MEASURED_ON), reader)
        return Question(need, weights_for(need, reader.text_weights))

    return ask
