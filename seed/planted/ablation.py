"""What each piece of the matcher is worth: the figures of tuning worlds with one block, signal or step left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from matching.ranking.weights import Weights
from matching.space.blend import BLOCKS, Shares
from matching.space.encoded import Encoder
from matching.space.space import usual_shares
from models.vocabulary import RoleFamily
from seed.planted.measure import CellResult, PlantedFigures, figures, measure_world
from seed.planted.world import PlantedWorld, build, weights_of

SEEDS, PART = (1, 2, 3), "tuning"
NOTHING = "nothing"
Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ablation:
    """``left_out`` names a block, a signal or a step; ``family`` is None where it concerns both."""

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
    return [NOTHING, *(f"block: {block}" for block in BLOCKS), "step: words of subjects", *(f"signal: {code}" for code in signals)]


def _of_world(seed: int, size: int, encoder: Encoder | None) -> Iterator[tuple[str, list[CellResult]]]:
    whole = build(seed, size, encoder)
    for left_out in pieces():
        kind, _, name = left_out.partition(": ")
        if kind == "block":
            yield left_out, measure_world(build(seed, size, encoder, _shares_without(name, encoder)), PART)
        elif kind == "step":
            yield left_out, measure_world(_without_words(whole), PART)
        else:
            yield left_out, measure_world(whole, PART, partial(_weights_without, name))


def without_signal(weights: Weights, code: str) -> Weights:
    """Return ``weights`` without one signal, the others scaled so that they sum to 1 again; unchanged where it weighs nothing."""
    rest = {signal: weight for signal, weight in weights.of_signal.items() if signal != code}
    total = sum(rest.values())
    return replace(weights, of_signal={signal: weight / total for signal, weight in rest.items()})


def _weights_without(code: str, family: RoleFamily) -> Weights:
    return without_signal(weights_of(family), code)


def _shares_without(block: str, encoder: Encoder | None) -> tuple[Shares, Shares]:
    within, across = usual_shares(encoder)
    return _without(within, BLOCKS.index(block)), _without(across, BLOCKS.index(block))


def _without(shares: Shares, position: int) -> Shares:
    rest = sum(share for place, share in enumerate(shares) if place != position)
    lexical, capability, semantic = (0.0 if place == position else share / rest for place, share in enumerate(shares))
    return lexical, capability, semantic


def _without_words(world: PlantedWorld) -> PlantedWorld:
    network = replace(world.network, space=replace(world.network.space, words=None))
    return replace(world, network=network)
