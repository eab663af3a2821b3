"""``vinmatch seed``: loads the catalogue and a synthetic network, and reads everybody."""

from typing import Annotated

import typer

from models.migrations.upgrade import upgrade
from seed.network.world import DEFAULT
from service.front.command_line.databases import opened
from service.front.command_line.loading import Loader
from service.front.command_line.options import DEFAULT_SEED, AsJson, Database, Seed, Size, settings_with
from service.front.command_line.output import print_json, progress_bars, say
from service.front.observation import configure_log

CatalogueOnly = Annotated[bool, typer.Option("--catalogue-only", help="Load no people")]
WithoutWritten = Annotated[bool, typer.Option("--without-written", help="Load generated people alone, without the written ones")]


def seed(
    seed: Seed = DEFAULT_SEED,
    size: Size = DEFAULT,
    catalogue_only: CatalogueOnly = False,
    without_written: WithoutWritten = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Load the catalogue, a synthetic network of experts and the written people, and read everybody.

    Loading again changes nothing; synthetic people are never loaded into a database that holds real ones.
    """
    configure_log("warning")
    settings = settings_with(database_url=database)
    with opened(settings) as engine, progress_bars() as bars:
        upgrade(engine)
        loader = Loader(engine, settings, bars)
        done = {
            "catalogue_rows_changed": loader.catalogue(),
            "experts_loaded": 0 if catalogue_only else loader.network(seed, size, with_written=not without_written),
            "text_space": loader.read_everybody(),
        }
    if as_json:
        print_json(done)
    else:
        say("; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in done.items()))
