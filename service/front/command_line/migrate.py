"""``vinmatch migrate``: brings the database to the newest migration."""

from models.migrations.scripts import heads
from models.migrations.state import Version
from models.migrations.upgrade import NotUpgradable, upgrade
from service.front.command_line.databases import opened
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import print_json, say


def migrate(database: Database = None, as_json: AsJson = False) -> None:
    """Bring the database to the newest migration; one whose tables are not those of its version is left untouched."""
    settings = settings_with(database_url=database)
    with opened(settings) as engine:
        try:
            changed = upgrade(engine, settings.migration_lock_seconds).version is not Version.CURRENT
        except NotUpgradable as refused:
            if as_json:
                lacks = refused.state.differences
                print_json(
                    {
                        "changed": False,
                        "refused": refused.state.version.value,
                        "missing_tables": lacks.tables,
                        "missing_columns": lacks.columns,
                        "different": lacks.others,
                    }
                )
            raise
    if as_json:
        print_json({"changed": changed, "migrations": sorted(heads())})
    else:
        say("The database was upgraded." if changed else "The database is already at the newest migration.")
