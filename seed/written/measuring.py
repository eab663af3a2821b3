"""Measures the matcher of this checkout on written people, as if each had entered into an empty network."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from matching.evaluation.written.figures import Measured
from matching.evaluation.written.people import Benchmark, Cell, WrittenBrief
from matching.evaluation.written.watching import Question, ReadersFor, watch
from matching.free_needs import MOST_MUST, MOST_NICE, briefs_of, named_capabilities, weights_for
from matching.needs import RoleNeed
from matching.space.encoded import Encoder
from matching.space.space import TextSpace, usual_shares
from models.vocabulary import RoleCode
from seed.network.world import ROLES
from seed.planted.world import needs_of, thesaurus, weights_of

MEASURED_ON = date(2026, 12, 1)
"""A day after the last thing that the records call done."""
_NO_WORLD = 0


def empty_space(encoder: Encoder | None) -> TextSpace:
    """Return the text space of a service that holds the catalogue and nobody yet."""
    briefs = [[text for _, text in need.briefs] for need in needs_of(_NO_WORLD).values() if need.role is ROLES[0]]
    texts = [text for brief in briefs for text in brief]
    return TextSpace.fit(thesaurus(), texts, briefs, encoder, [-1] * len(texts), usual_shares(encoder))


def measure_written(benchmark: Benchmark, readers_for: ReadersFor) -> Measured:
    """Return the figures of ``benchmark``; ``readers_for`` gives the space that reads the people of each writer."""
    return Measured.of(benchmark, watch(benchmark, readers_for, _asking(), _asking_text))


def _asking() -> Callable[[Cell], Question]:
    needs = {cell: replace(need, selection_date=MEASURED_ON, parties=()) for cell, need in needs_of(_NO_WORLD).items()}
    return lambda cell: Question(needs.get(cell), weights_of(cell[1].family))


def _asking_text(brief: WrittenBrief) -> Question:
    """Ask as a search by pasted text does, for whatever role."""
    text = f"{brief.title}\n{brief.text}"
    named = [one.capability for one in named_capabilities([text], thesaurus())]
    role = RoleCode.CE_PROJECT
    must, nice = tuple(named[:MOST_MUST]), tuple(named[MOST_MUST : MOST_MUST + MOST_NICE])
    need = RoleNeed("text", role, briefs_of([text]), must, nice, (), (), MEASURED_ON, text_only=True)
    return Question(need, weights_for(need, weights_of(role.family)))
