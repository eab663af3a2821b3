"""``vinmatch quality``: measures the matcher on written people first, then on public sets, then on planted worlds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress
from rich.table import Table

from matching.evaluation.evaluate import Measured as MeasuredMetric
from matching.evaluation.evaluate import measure, text_scores
from matching.evaluation.exchange import read_exchange
from matching.evaluation.written.figures import Measured
from matching.readers.words import words_encoder
from matching.space.encoded import Encoder
from matching.space.shipped.storing import SHIPPED, read_space
from seed.network.world import DEFAULT
from seed.planted.ablation import SEEDS, Ablation, ablations
from seed.planted.ablation import pieces as left_out
from seed.planted.measure import PlantedFigures, figures, measure_world, parse_seeds
from seed.planted.report import BenchmarkRun
from seed.planted.report import report as planted_report
from seed.planted.world import build
from seed.readers import held_out
from seed.readers import likeness as alike
from seed.readers.command import Trained, train_all
from seed.readers.left_out import measured_by_group
from seed.readers.shipped import reader_for
from seed.written.loading import FOLDER, read_written
from seed.written.measuring import measure_written
from seed.written.report import Fold, as_numbers, failures_of, group_report
from seed.written.report import report as written_report
from seed.written.statements import read_statements
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import AsJson, settings_with
from service.front.command_line.output import console, print_json, progress_bars

UNSEEN = "401-420"
TITLE = "# Quality\n\n"
_PUBLIC = """## Public sets

Nothing was learnt from them.

```sh
vinmatch quality --public FOLDER
```

| set | metric | value | 95% interval |
|---|---|---|---|
{rows}
"""
Written = Annotated[Path, typer.Option(help="Folder of written people; default: those that ship", exists=True, file_okay=False)]
Public = Annotated[list[Path] | None, typer.Option(help="Folder in the exchange format, may be repeated", exists=True, file_okay=False)]
Quick = Annotated[bool, typer.Option("--quick", help="Written people alone, without public sets and planted worlds")]
Failures = Annotated[Path | None, typer.Option(help="File to write every failure on written people to, by name")]
Seeds = Annotated[str, typer.Option(help="Worlds to measure, such as 101-120; 1 to 332 were looked at before")]
Part = Annotated[str, typer.Option(help="Products of planted worlds to measure on: test or tuning")]
ByGroup = Annotated[
    bool, typer.Option("--by-group", help="Also read the people of each technology group by readers that were trained without the group")
]
Likeness = Annotated[bool, typer.Option("--likeness", help="Also measure lists of people who are like somebody")]
Report = Annotated[Path | None, typer.Option(help="File to write the report to, such as docs/quality.md")]
WithAblation = Annotated[bool, typer.Option("--ablation", help="Also measure tuning worlds with one piece of the matcher left out each")]
Size = Annotated[int, typer.Option(help="People in each world")]


def quality(
    written: Written = FOLDER,
    public: Public = None,
    quick: Quick = False,
    by_group: ByGroup = False,
    likeness: Likeness = False,
    failures: Failures = None,
    seeds: Seeds = UNSEEN,
    part: Part = "test",
    size: Size = DEFAULT,
    cache: Cache = None,
    encoder: EncoderName = None,
    ablation: WithAblation = False,
    to: Report = None,
    as_json: AsJson = False,
) -> None:
    """Measure the matcher on written people, on public sets that are named, and on planted worlds, with 95% intervals."""
    numbers: dict[str, Any] = {}
    sections: list[str] = []
    with progress_bars() as bars:
        chosen = measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars)
        people, fold, trained = _written(written, chosen, bars)
        numbers["written"] = {"fold": fold.value, **as_numbers(people)}
        sections.append(written_report(people, fold))
        if trained is not None:
            sections += _of_trained(trained, bars, numbers, by_group=by_group, likeness=likeness)
        if not quick:
            numbers["public"], text = _public(public or (), chosen)
            asked = BenchmarkRun(seeds, part, size, chosen.model if chosen else None)
            planted = _planted(asked, chosen, bars)
            numbers["planted"] = asdict(planted)
            sections += [text, planted_report(planted, asked, _ablations(size, chosen, bars) if ablation else [])]
    _write(failures, failures_of(people.figures()) + "\n")
    _write(to, TITLE + "\n".join(section for section in sections if section))
    if as_json:
        print_json(numbers)
    else:
        _show(numbers)


def _write(file: Path | None, text: str) -> None:
    if file is not None:
        file.write_text(text, encoding="utf-8")


def _of_trained(trained: Trained, bars: Progress, numbers: dict[str, Any], *, by_group: bool, likeness: bool) -> list[str]:
    """Return the sections that need readers trained here, and enter what they count into ``numbers``."""
    sections = [held_out.report(held_out.read_held_out(trained))]
    if by_group:
        numbers["by_group"], text = _by_group(trained, bars)
        sections.append(text)
    if likeness:
        sections.append(alike.report(alike.compared(trained)))
    return sections


def _by_group(trained: Trained, bars: Progress) -> tuple[dict[str, Any], str]:
    bar = bars.add_task("Product groups / Nhóm sản phẩm", total=None)
    found = measured_by_group(trained, read_statements(), lambda said: bars.update(bar, description=said))
    return as_numbers(found), group_report(found)


def _written(folder: Path, encoder: Encoder | None, bars: Progress) -> tuple[Measured, Fold, Trained | None]:
    """Measure written people: those that ship by readers that have not seen their writer, others by the readers that ship."""
    if folder != FOLDER:
        reader = reader_for(encoder)
        return measure_written(read_written(folder), lambda _: reader), Fold.NOTHING_LEARNT, None
    bar = bars.add_task("Written people / Người viết", total=None)
    trained = train_all(encoder or words_encoder(), lambda said: bars.update(bar, description=said))
    bound = {writer: trained.of_fold(writer) for writer in trained.folds}
    return measure_written(trained.material.benchmark, bound.__getitem__), Fold.OUT_OF_FOLD, trained


def _public(folders: Sequence[Path], encoder: Encoder | None) -> tuple[dict[str, Any], str]:
    found: dict[str, Mapping[str, MeasuredMetric]] = {}
    for folder in folders:
        exchange = read_exchange(folder)
        found[folder.name] = measure(exchange, text_scores(exchange, read_space(SHIPPED, encoder)))
    numbers = {name: {metric: asdict(value) for metric, value in metrics.items()} for name, metrics in found.items()}
    return numbers, _public_text(found) if found else ""


def _public_text(found: Mapping[str, Mapping[str, MeasuredMetric]]) -> str:
    rows = "\n".join(
        f"| {name} | {metric} | {one.value:.3f} | {one.low:.3f} to {one.high:.3f} |"
        for name, metrics in found.items()
        for metric, one in metrics.items()
    )
    return _PUBLIC.format(rows=rows)


def _planted(asked: BenchmarkRun, encoder: Encoder | None, bars: Progress) -> PlantedFigures:
    numbers = list(parse_seeds(asked.seeds))
    bar = bars.add_task("Worlds / Thế giới", total=len(numbers))
    results = []
    for seed in numbers:
        results += measure_world(build(seed, asked.size, encoder), asked.part)
        bars.advance(bar)
    return figures(results)


def _ablations(size: int, encoder: Encoder | None, bars: Progress) -> list[Ablation]:
    bar = bars.add_task("Pieces left out / Bỏ từng phần", total=len(SEEDS) * len(left_out()))
    return ablations(size, encoder, lambda: bars.advance(bar))


def _show(numbers: Mapping[str, Any]) -> None:
    console().print(_table(f"written people, {numbers['written']['fold']}", numbers["written"]["all"].items(), "of"))
    for kind in ("by_writer", "by_style", "by_product"):
        for name, found in numbers["written"][kind].items():
            console().print(_table(f"{kind.replace('_', ' ')}: {name}", found.items(), "of"))
    for name, metrics in numbers.get("public", {}).items():
        console().print(_table(f"public set {name}", metrics.items(), "of"))
    if "planted" in numbers:
        console().print(_table("planted worlds", numbers["planted"].items(), "cases"))


def _table(title: str, rows: Iterable[tuple[str, Any]], count: str) -> Table:
    table = Table("figure", "value", "95% interval", count, "reached", title=title)
    for name, figure in rows:
        reached = {True: "yes", False: "no"}.get(figure.get("reached"), "")
        table.add_row(
            name, _number(figure["value"]), f"{_number(figure['low'])} to {_number(figure['high'])}", str(figure.get(count, "")), reached
        )
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
