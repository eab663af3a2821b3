"""Options that several commands share, and the settings that they lead to."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from models.vocabulary import Language
from seed.network.world import LARGEST, SMALLEST
from service.front.command_line.json_output import AsJson as AsJson  # noqa: PLC0414 - commands find all their options here
from service.kit.settings import Settings

DEFAULT_SEED = 1  # its vectors are shipped
Database = Annotated[str | None, typer.Option("--database", help="Address of the database; default: DATABASE_URL, else a file here")]
Seed = Annotated[int, typer.Option("--seed", help="Which synthetic network: the same number gives the same people")]
Size = Annotated[int, typer.Option("--size", min=SMALLEST, max=LARGEST, help="Number of synthetic experts")]
Host = Annotated[str | None, typer.Option("--host", help="Address to listen on")]
Port = Annotated[int | None, typer.Option("--port", min=1, max=65535, help="Port to listen on")]
SubjectId = Annotated[str, typer.Argument(help="Id of a product (P01), project (PRJ-G03-1) or technology group (G01)")]
Folder = Annotated[Path, typer.Argument(help="Folder in the exchange format", exists=True, file_okay=False)]


class Tongue(StrEnum):
    """In which language a command speaks."""

    VI = "vi"
    EN = "en"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages, Vietnamese first."""
        return (Language.VI, Language.EN) if self is Tongue.BOTH else (Language(self.value),)


Lang = Annotated[Tongue, typer.Option("--lang", help="Language of the output")]


def settings_with(**given: Any) -> Settings:
    """Return the settings of the environment with what was given on the command line; None means not given."""
    return Settings(**{name: value for name, value in given.items() if value is not None})
