"""Says in words how a gap stands."""

from collections.abc import Iterator

from matching.coverage.cells import CapabilityCell, CoverageCell
from matching.coverage.supply import Counted, Counts
from models.vocabulary import Language
from service.kit.languages import Bilingual
from service.kit.local_forms import number_in
from service.matches.coverage import sentences as say


def situation(cell: CoverageCell, sought: CapabilityCell | None) -> Bilingual:
    """Return who could be named for a role, and who shows the capability ``sought``, if one is."""
    ready = cell.counts[Counted.READY]
    parts = [_filled({0: say.NOBODY, 1: say.ONE}.get(ready, say.SEVERAL), cell.counts)]
    parts += _shown(ready, sought.counts) if sought else _funnel(cell.counts)
    return Bilingual(*map(" ".join, zip(*parts, strict=True)))


def _funnel(counts: Counts) -> Iterator[Bilingual]:
    yield _filled(say.FUNNEL, counts)
    fitting, unproven = counts[Counted.FITTING], counts[Counted.FITTING] - counts[Counted.READY]
    yield _filled(say.FIT if fitting else say.NONE_FITS, counts)
    if unproven:
        yield _filled(say.UNPROVEN, {"unproven": unproven})


def _shown(ready: int, counts: Counts) -> Iterator[Bilingual]:
    if ready:
        yield _filled(say.SHOWN_BY_THEM if counts[Counted.READY] else say.NOT_BY_THEM, counts)
    yield _filled(say.SHOWN_IN_ALL if counts[Counted.ELIGIBLE] else say.NOT_IN_ALL, counts)


def _filled(words: Bilingual, numbers: Counts | dict[str, int]) -> Bilingual:
    def told(text: str, language: Language) -> str:
        return text.format(**{str(name): number_in(language, number) for name, number in numbers.items()})

    return Bilingual(en=told(words.en, Language.EN), vi=told(words.vi, Language.VI))
