"""``vinmatch quality``: measures the matcher on planted worlds that it was not tuned on, and writes the report."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress
from rich.table import Table

from matching.space.encoded import Encoder
from seed.network.world import DEFAULT
from seed.planted.ablation import SEEDS, Ablation, ablations
from seed.planted.ablation import pieces as left_out
from seed.planted.measure import Figure, figures, measure_world, parse_seeds
from seed.planted.report import Asked, report
from seed.planted.world import build
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import AsJson, settings_with
from service.front.command_line.output import console, print_json, progress_bars

UNSEEN = "401-420"
Seeds = Annotated[str, typer.Option(help="Worlds to measure, such as 101-120; 1 to 332 were looked at before")]
Part = Annotated[str, typer.Option(help="Products to measure on: test or tuning")]
Report = Annotated[Path | None, typer.Option(help="File to write the report to, such as docs/quality.md")]
WithAblation = Annotated[bool, typer.Option("--ablation", help="Also measure tuning worlds with one piece of the matcher left out each")]
Size = Annotated[int, typer.Option(help="People in each world")]


def quality(
    seeds: Seeds = UNSEEN,
    part: Part = "test",
    size: Size = DEFAULT,
    cache: Cache = None,
    encoder: EncoderName = None,
    ablation: WithAblation = False,
    to: Report = None,
    as_json: AsJson = False,
) -> None:
    """Measure the matcher on planted worlds: order, hard negatives, empty cells, gated people, with 95% intervals."""
    results = []
    with progress_bars() as bars:
        chosen = measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars)
        numbers = list(parse_seeds(seeds))
        bar = bars.add_task("Worlds / Thế giới", total=len(numbers))
        for seed in numbers:
            results += measure_world(build(seed, size, chosen), part)
            bars.advance(bar)
        pieces = _ablations(size, chosen, bars) if ablation else []
    measured = figures(results)
    if to is not None:
        to.write_text(report(measured, Asked(seeds, part, size, chosen.model if chosen else None), pieces), encoding="utf-8")
    if as_json:
        print_json(asdict(measured))
    else:
        console().print(_table({name: Figure(**values) for name, values in asdict(measured).items()}))


def _ablations(size: int, encoder: Encoder | None, bars: Progress) -> list[Ablation]:
    bar = bars.add_task("Pieces left out / Bỏ từng phần", total=len(SEEDS) * len(left_out()))
    return ablations(size, encoder, lambda: bars.advance(bar))


def _table(measured: Mapping[str, Figure]) -> Table:
    table = Table("figure", "value", "95% interval", "cases")
    for name, figure in measured.items():
        table.add_row(name, f"{figure.value:.3f}", f"{figure.low:.3f} to {figure.high:.3f}", str(figure.cases))
    return table
