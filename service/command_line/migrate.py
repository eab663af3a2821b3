"""``vinmatch migrate``: brings the database to the newest migration."""

from models.migrations.upgrade import heads, is_current, upgrade
from service.command_line.databases import opened
from service.command_line.options import AsJson, Database, settings_with
from service.command_line.output import print_json, say


def migrate(database: Database = None, as_json: AsJson = False) -> None:
    """Bring the database to the newest migration."""
    with opened(settings_with(database_url=database)) as engine:
        changed = not is_current(engine)
        upgrade(engine)
    if as_json:
        print_json({"changed": changed, "migrations": sorted(heads())})
    else:
        say("The database was upgraded." if changed else "The database is already at the newest migration.")
