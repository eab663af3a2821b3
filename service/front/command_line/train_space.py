"""``vinmatch train-space``: trains the text space that ships, after its texts or the way they are cut have changed."""

from pathlib import Path
from typing import Annotated

import typer

from matching.space.shipped.storing import SHIPPED, sealed, version_of
from seed.readers.catalogue import shipped_thesaurus as thesaurus
from seed.text_space.training import trained
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import settings_with
from service.front.command_line.output import progress_bars, say
from service.kit.problems import Unavailable

Packages = Annotated[Path, typer.Argument(help="Folder with the unpacked packages of parallel text (docs/NOTICE.md)", exists=True)]
Written = Annotated[Path, typer.Option("--written", help="Folder with the written people, w01.json and further", exists=True)]
Target = Annotated[Path, typer.Option("--to", help="File to write")]


def train_space(
    packages: Packages, written: Written = Path("seed/written"), to: Target = SHIPPED, cache: Cache = None, encoder: EncoderName = None
) -> None:
    """Learn words, gloss and means of the languages, and write them sealed."""
    with progress_bars() as bars:
        chosen = measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars)
        if chosen is None:
            raise Unavailable(
                "encoder_not_named",
                en="The text space is trained with a sentence encoder: name one with --encoder.",
                vi="Cần một bộ mã hóa câu để huấn luyện không gian văn bản: hãy chọn bằng --encoder.",
            )
        arrays = trained(written, packages, thesaurus(), chosen)
    to.write_bytes(sealed(arrays))
    say(f"{to}: {version_of(arrays)}, {to.stat().st_size} bytes, {chosen.model}")
