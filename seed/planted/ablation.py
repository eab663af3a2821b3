"""What each piece of the matcher is worth: the figures of tuning worlds with one signal left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from matching.ranking.weights import Weights
from matching.space.encoded import Encoder
from models.vocabulary import RoleFamily
from seed.planted.measure import CellResult, PlantedFigures, figures, measure_world
from seed.planted.needs import weights_of
from seed.planted.world import build

SEEDS, PART = (1, 2, 3), "tuning"
NOTHING = "nothing"
Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ablation:
    """``left_out`` names a signal."""

    left_out: str
    measured: PlantedFigures


def ablations(size: int, encoder: Encoder | None, advance: Progress = lambda: None, seeds: Sequence[int] = SEEDS) -> list[Ablation]:
    """Measure the whole matcher and then each piece left out, on the same worlds; thresholds and other weights keep their proportions."""
    results: dict[str, list[CellResult]] = {}
    for seed in seeds:
        for left_out, found in _of_world(seed, size, encoder):
            results.setdefault(left_out, []).extend(found)
            advance()
    return [Ablation(left_out, figures(found)) for left_out, found in results.items()]


def pieces() -> list[str]:
    """Return the name of everything that is left out, one after the other."""
    signals = sorted({code for family in RoleFamily for code, weight in weights_of(family).of_signal.items() if weight > 0})
    return [NOTHING, *(f"signal: {code}" for code in signals)]


def _of_world(seed: int, size: int, encoder: Encoder | None) -> Iterator[tuple[str, list[CellResult]]]:
    whole = build(seed, size, encoder)
    for left_out in pieces():
        yield left_out, measure_world(whole, PART, partial(_weights_without, left_out.partition(": ")[2]))


def without_signal(weights: Weights, code: str) -> Weights:
    """Return ``weights`` without one signal, the others scaled so that they sum to 1 again; unchanged where it weighs nothing."""
    rest = {signal: weight for signal, weight in weights.of_signal.items() if signal != code}
    total = sum(rest.values())
    return replace(weights, of_signal={signal: weight / total for signal, weight in rest.items()})


def _weights_without(code: str, family: RoleFamily) -> Weights:
    return without_signal(weights_of(family), code)
