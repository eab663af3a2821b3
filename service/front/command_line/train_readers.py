"""``vinmatch train-readers``: trains the readers on written people, for the encoder that comes with the service or another one."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from matching.space.encoded import Encoder
from models.vocabulary import RoleFamily
from seed.readers import command
from seed.readers.judging import judged_family, readership_of
from seed.readers.writing import write_cards, write_weights
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import settings_with
from service.front.command_line.output import progress_bars, say

Target = Annotated[Path, typer.Option("--to", help="Folder for the sealed readers; the default is what ships")]
Cards = Annotated[Path | None, typer.Option(help="File for the card of the readers, such as docs/readers.md")]
Weights = Annotated[bool, typer.Option("--weights", help="Also write the weights and bands of both roles into the shipped catalogue")]


def train_readers(
    to: Target = command.FOLDER, cache: Cache = None, encoder: EncoderName = None, cards: Cards = None, weights: Weights = False
) -> None:
    """Train every reader with a fixed seed, and seal what was learnt; with --encoder none, for words alone."""
    with progress_bars() as bars:
        chosen = measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars) or command.write_words(to)
        trained = _trained(chosen, bars)
    version = command.write(trained.readers, to)
    readership = readership_of(trained.material, trained.folds)
    judged = {family: judged_family(trained.material, readership, family) for family in RoleFamily}
    if weights:
        write_weights(judged)
    if cards is not None:
        write_cards(cards, trained, judged, version)
    say(f"{to / trained.readers.model}.npz: {version}")


def _trained(encoder: Encoder, bars: Progress) -> command.Trained:
    bar = bars.add_task("Readers / Bộ đọc", total=None)
    return command.train_all(encoder, lambda said: bars.update(bar, description=said))
